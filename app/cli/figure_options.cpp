// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figure_options.h"

#include <charconv>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

namespace roundoff::app {
namespace {

constexpr double kSmallestMm = 30.0;
constexpr double kLargestMm = 1000.0;

bool readLength(std::string_view text, double& millimetres) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), millimetres);
    return error == std::errc() && end == text.data() + text.size() && millimetres >= kSmallestMm &&
           millimetres <= kLargestMm;
}

} // namespace

void addFigureSheet(CLI::App& command, FigureSheet& sheet) {
    command
        .add_option_function<std::string>(
            "--figure-size",
            [&sheet](const std::string& text) {
                const std::size_t times = text.find('x');
                if (times == std::string::npos || !readLength(std::string_view(text).substr(0, times), sheet.widthMm) ||
                    !readLength(std::string_view(text).substr(times + 1), sheet.heightMm)) {
                    throw CLI::ValidationError("--figure-size", "\"" + text +
                                                                    "\" is no size: write width x height in mm, 30 to "
                                                                    "1000 each, such as 160x100");
                }
            },
            "Width and height of figures in mm (default: 160x100; one with many rows is higher)")
        ->type_name("WxH");
    command.add_option("--figure-font", sheet.fontPt, "Size of the text in figures in pt (default: 9)")
        ->check(CLI::Range(4.0, 36.0));
    command.add_option("--figure-dpi", sheet.dpi, "Resolution of PNG figures (default: 300)")
        ->check(CLI::Range(50, 2400));
}

} // namespace roundoff::app
