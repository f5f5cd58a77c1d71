// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace roundoff::experiment {

/// One piece of numerics whose bits every machine should find, as a digest of them (SHA-256, see `DigestOfBits`).
///
/// A new one is a line in one of the lists below and a line with its digest in expected_digests.h: tst_self_check says
/// what the reference finds, or what this machine does.
struct Measurement {
    std::string name;
    std::function<std::string()> digest;    ///< As the program computes: by its kernels, on the instruction set in use.
    std::function<std::string()> reference; ///< As the slow reference does; empty if there is none.
};

/// Rounding to the formats of the formats' table, one measurement each: in every rounding mode, with every overflow and
/// subnormal policy that makes a difference, in both containers where they hold the format, with random bits.
[[nodiscard]] std::vector<Measurement> formatMeasurements();

/// Codes, random numbers and rounding without a format's policies, products and functions.
[[nodiscard]] std::vector<Measurement> kernelMeasurements();

/// Small networks trained on images that are random, but the same everywhere.
[[nodiscard]] std::vector<Measurement> trainingMeasurements();

} // namespace roundoff::experiment
