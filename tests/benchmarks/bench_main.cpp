// SPDX-License-Identifier: GPL-3.0-or-later
// Google Benchmark's options, with the instruction set that ROUNDOFF_TARGET names; the context of the results has it.
#include <benchmark/benchmark.h>

#include <cstdio>

#include "core/base/error.h"
#include "core/kernels/targets.h"

int main(int argc, char** argv) {
    try {
        roundoff::kernels::useTargetFromEnvironment();
    } catch (const roundoff::InputError& error) {
        std::fprintf(stderr, "roundoff_bench: %s\n", error.what());
        return 2;
    }
    benchmark::AddCustomContext("target", roundoff::kernels::currentTarget());
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 2;
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
