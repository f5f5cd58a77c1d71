// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <algorithm>
#include <csignal>
#include <exception>
#include <iostream>

#include <CLI/CLI.hpp>

#include "app/cli/commands.h"
#include "app/cli/figure_options.h"
#include "app/cli/tell.h"
#include "core/base/error.h"
#include "core/kernels/targets.h"
#include "core/store/provenance.h"

namespace roundoff::app {
namespace {

// What every command that trains understands.
void addTraining(CLI::App& command, TrainingOptions& options) {
    command.add_option("--out", options.out, "Folder for the results")->required();
    command.add_option("--threads", options.threads, "Runs at the same time (default: one a core)")
        ->check(CLI::Range(1U, 1024U));
    command.add_option("--figures", options.figures, "Figures to draw: svg, png, pdf")
        ->delimiter(',')
        ->check(CLI::IsMember({"svg", "png", "pdf"}));
    addFigureSheet(command, options.sheet);
    command.add_option("--set", options.overrides, "Change a field: path=value (a list makes an axis)")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command.add_flag("--resume", options.resume,
                     "Go on with what an interrupted run left in the folder: runs that are done are not run again "
                     "(begins anew if there is nothing)");
    command.add_flag("--quiet", options.quiet, "No progress on standard error");
}

CLI::App* addRun(CLI::App& app, RunOptions& options) {
    CLI::App* run = app.add_subcommand("run", "Run an experiment without a window and write its results");
    run->add_option("specification", options.specification,
                    "A specification (.json), an experiment (.roundoff) or a preset's name")
        ->required();
    addTraining(*run, options.training);
    return run;
}

CLI::App* addPaper(CLI::App& app, TrainingOptions& options) {
    CLI::App* paper = app.add_subcommand("paper", "Run every experiment of the paper and write REPORT.html");
    addTraining(*paper, options);
    return paper;
}

CLI::App* addConvert(CLI::App& app, ConvertOptions& options) {
    CLI::App* convert = app.add_subcommand("convert", "Round numbers from standard input to a format");
    convert->add_option("--format", options.format, "A number format, such as FP16, E4M3, INT8, DEC3, INT8-SYM, MXFP4")
        ->required();
    convert->add_option("--rounding", options.rounding,
                        "nearest-even, nearest-away, toward-zero, up, down, stochastic");
    convert->add_option(
        "--overflow", options.overflow,
        "infinity, saturate, nan (default: what the format can do, in this order: infinity, nan, saturate)");
    convert->add_option("--subnormals", options.subnormals, "keep, flush");
    convert->add_option("--seed", options.seed, "Seed of stochastic rounding");
    convert->add_flag("--scales", options.scales,
                      "Write shared scales to standard error: first value, count, scale, zero point");
    convert->footer(
        "A NaN becomes the largest finite value in a floating-point format that has none, and 0 in INT and FIXED.\n"
        "Formats whose values share scales take all lines as one row: they are converted once the input ends.");
    return convert;
}

CLI::App* addPack(CLI::App& app, PackOptions& options) {
    CLI::App* pack = app.add_subcommand("pack", "Round weights to a format and keep only their codes");
    pack->add_option("weights", options.weights, "A safetensors file, such as a run writes")->required();
    pack->add_option("--format", options.format, "A number format, such as DEC3, FP16, FP8-E4M3, INT8")->required();
    pack->add_option("--rounding", options.rounding, "nearest-even, nearest-away, toward-zero, up, down, stochastic");
    pack->add_option("--bits", options.bits, "Width of a code (default: as few bits as the weights need)")
        ->check(CLI::Range(0, 64));
    pack->add_option("--seed", options.seed, "Seed of stochastic rounding");
    pack->add_option("--out", options.out, "File for the packed weights")->required();
    return pack;
}

CLI::App* addUnpack(CLI::App& app, UnpackOptions& options) {
    CLI::App* unpack = app.add_subcommand("unpack", "Write packed weights as a plain safetensors file");
    unpack->add_option("packed", options.file, "A file of packed weights")->required();
    unpack->add_option("--out", options.out, "File for the weights")->required();
    return unpack;
}

int dispatch(const std::vector<std::string>& arguments, const Frontend& frontend) {
    CLI::App app("Roundoff: how few bits does a neural network really need?", "roundoff");
    app.set_version_flag("--version", "roundoff " + store::programVersion());
    app.require_subcommand(0, 1);
    std::string file;
    app.add_option("file", file, "An experiment or a specification to open in the window");
    RunOptions run;
    bool presetsJson = false;
    bool formatsJson = false;
    ConvertOptions convert;
    TrainingOptions paper;
    const CLI::App* runCommand = addRun(app, run);
    const CLI::App* paperCommand = addPaper(app, paper);
    CLI::App* presetsCommand = app.add_subcommand("presets", "List the experiments that come with the program");
    presetsCommand->add_flag("--json", presetsJson, "As JSON");
    CLI::App* formatsCommand = app.add_subcommand("formats", "List the number formats and their characteristics");
    formatsCommand->add_flag("--json", formatsJson, "As JSON");
    const CLI::App* convertCommand = addConvert(app, convert);
    PackOptions pack;
    const CLI::App* packCommand = addPack(app, pack);
    UnpackOptions unpack;
    const CLI::App* unpackCommand = addUnpack(app, unpack);
    const CLI::App* verifyCommand = app.add_subcommand("verify",
                                                       "Check that this machine computes the bits that it should");

    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend())); // CLI11 takes them last first.
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) { // --help, --version
            return app.exit(error);
        }
        std::string what = error.what();
        std::replace(what.begin(), what.end(), '\n', ' ');
        throw InputError(what + " (roundoff --help lists the commands)");
    }

    kernels::useTargetFromEnvironment();
    if (runCommand->parsed()) {
        return runExperiment(run, frontend.writeFigures);
    }
    if (paperCommand->parsed()) {
        return reproducePaper(paper, frontend.writeReport);
    }
    if (presetsCommand->parsed()) {
        return listPresets(presetsJson, std::cout);
    }
    if (formatsCommand->parsed()) {
        return listFormats(formatsJson, std::cout);
    }
    if (convertCommand->parsed()) {
        return convertNumbers(convert, std::cin, std::cout, std::cerr);
    }
    if (packCommand->parsed()) {
        return packWeights(pack, std::cout);
    }
    if (unpackCommand->parsed()) {
        return unpackWeights(unpack, std::cout);
    }
    if (verifyCommand->parsed()) {
        return verifyNumerics(std::cout);
    }
    if (!frontend.openWindow) {
        throw InputError("this build has no window: name a command (roundoff --help lists them)");
    }
    return frontend.openWindow(file);
}

} // namespace

int runCommandLine(const std::vector<std::string>& arguments, const Frontend& frontend) {
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN); // A file that may not grow is an error like a full disk, not the end of the program.
#endif
    try {
        return dispatch(arguments, frontend);
    } catch (const InputError& error) {
        tell(error.what());
        return kBadInput;
    } catch (const std::exception& error) {
        tell(std::string("unexpected error: ") + error.what());
        return kRunFailed;
    }
}

} // namespace roundoff::app
