// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <bit>
#include <cstdint>

#include "core/experiment/digest_of_bits.h"
#include "core/experiment/measurement.h"
#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/format/random_stream.h"
#include "core/kernels/accumulate.h"
#include "core/kernels/elementwise.h"
#include "core/kernels/gemm.h"
#include "core/kernels/quantise_span.h"
#include "core/kernels/random_span.h"

namespace roundoff::experiment {
namespace {

std::string decodeHalf() {
    std::vector<float> values;
    for (std::uint32_t code = 0; code < 0x10000; ++code) {
        values.push_back(static_cast<float>(format::decode(format::kFp16, code)));
    }
    DigestOfBits digest;
    digest.add<float>(values);
    return digest.hex();
}

// Values of all magnitudes around FP16's range, signs included.
std::vector<double> variedValues(std::size_t count) {
    const format::RandomStream stream{7, format::Purpose::Conversion, 1, 0, 0};
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t bits = stream.wideAt(i);
        const std::uint64_t exponent = 1023 - 40 + (bits >> 52U) % 60;
        values[i] = std::bit_cast<double>((bits & 0x800FFFFFFFFFFFFFULL) | (exponent << 52U));
    }
    return values;
}

// Six modes in double. `round` rounds a span of values, its second argument is the stream of random numbers.
template <typename Round>
std::string sixModes(const std::string& formatName, const Round& round) {
    DigestOfBits digest;
    for (const auto rounding :
         {format::Rounding::NearestEven, format::Rounding::NearestAway, format::Rounding::TowardZero,
          format::Rounding::Up, format::Rounding::Down, format::Rounding::Stochastic}) {
        std::vector<double> values = variedValues(20'000);
        const format::RandomStream stream{7, format::Purpose::StochasticRounding, 0, 0, 0};
        round({format::parseFormat(formatName), rounding, format::Overflow::ToInfinity, format::Subnormals::Keep},
              values, stream);
        digest.add<double>(values);
    }
    return digest.hex();
}

Measurement rounding(const std::string& formatName) {
    using Values = std::vector<double>;
    return {"rounding to " + formatName + ", six modes",
            [formatName] {
                return sixModes(formatName, [](const format::Quantisation& q, Values& values, const auto& stream) {
                    kernels::SpanQuantiser<double> quantise(q);
                    quantise(values, stream);
                });
            },
            [formatName] {
                return sixModes(formatName, [](const format::Quantisation& q, Values& values, const auto& stream) {
                    for (std::size_t i = 0; i < values.size(); ++i) {
                        values[i] = format::quantise(q, values[i], stream.at(i));
                    }
                });
            }};
}

constexpr format::RandomStream kNumbers{0x123456789ABCDEFULL, format::Purpose::Shuffle, 3, 2, 1};

std::string randomNumbers(bool oneByOne) {
    std::array<std::uint32_t, 1000> numbers{};
    if (oneByOne) {
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            numbers.at(i) = kNumbers.at(i);
        }
    } else {
        kernels::fillRandom(kNumbers, 0, numbers);
    }
    DigestOfBits digest;
    digest.add<std::uint32_t>(numbers);
    return digest.hex();
}

// [37, 113] times [113, 29], of random numbers within +-0.5.
template <typename T>
struct Factors {
    kernels::Matrix<T> a{37, 113};
    kernels::Matrix<T> b{113, 29};
    kernels::Matrix<T> product{37, 29};

    Factors() {
        const format::RandomStream stream{11, format::Purpose::Initialisation, 0, 0, 0};
        std::uint64_t index = 0;
        for (auto* matrix : {&a, &b}) {
            for (std::size_t row = 0; row < matrix->rows(); ++row) {
                for (std::size_t col = 0; col < matrix->cols(); ++col) {
                    (*matrix)(row, col) = static_cast<T>(stream.uniformAt(index++) - 0.5);
                }
            }
        }
    }

    void addTo(DigestOfBits& digest) const {
        std::vector<T> results;
        for (std::size_t row = 0; row < product.rows(); ++row) {
            for (std::size_t col = 0; col < product.cols(); ++col) {
                results.push_back(product(row, col));
            }
        }
        digest.add<T>(results);
    }
};

template <typename T>
std::string product() {
    Factors<T> factors;
    kernels::multiply<T>(factors.a.view(), factors.b.view(), factors.product.view());
    DigestOfBits digest;
    factors.addTo(digest);
    return digest.hex();
}

// In six modes, in one chain and in chunks. `multiply` is called with the accumulation, the factors and random numbers.
template <typename Multiply>
std::string accumulated(const std::string& formatName, const Multiply& multiply) {
    DigestOfBits digest;
    Factors<float> factors;
    const format::RandomStream stream{13, format::Purpose::StochasticRounding, 2, 1, 0};
    const format::Format f = format::parseFormat(formatName);
    for (const auto rounding :
         {format::Rounding::NearestEven, format::Rounding::NearestAway, format::Rounding::TowardZero,
          format::Rounding::Up, format::Rounding::Down, format::Rounding::Stochastic}) {
        for (const int chunk : {0, 16}) {
            multiply(kernels::Accumulation{{f, rounding, format::defaultOverflow(f), format::Subnormals::Keep}, chunk},
                     factors, stream);
            factors.addTo(digest);
        }
    }
    return digest.hex();
}

Measurement accumulation(const std::string& formatName) {
    using kernels::Accumulation;
    return {"matrix product accumulated in " + formatName + ", every mode",
            [formatName] {
                return accumulated(formatName, [](const Accumulation& how, Factors<float>& f, const auto& stream) {
                    kernels::Accumulator<float>(how).multiply(f.a.view(), f.b.view(), f.product.view(), stream);
                });
            },
            [formatName] {
                return accumulated(formatName, [](const Accumulation& how, Factors<float>& f, const auto& stream) {
                    kernels::referenceProduct(how, f.a.view(), f.b.view(), f.product.view(), stream);
                });
            }};
}

template <typename T>
std::string functions() {
    std::vector<T> x(2001);
    DigestOfBits digest;
    for (const auto function : {kernels::Function::Exp, kernels::Function::Log}) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double position = static_cast<double>(i) / 100.0;
            x[i] = static_cast<T>(function == kernels::Function::Exp ? position - 10.0 : position + 0.001);
        }
        kernels::apply<T>(function, x);
        digest.add<T>(x);
    }
    return digest.hex();
}

} // namespace

std::vector<Measurement> kernelMeasurements() {
    return {{"all FP16 codes as FP32", decodeHalf, {}},
            rounding("FP16"),
            rounding("BF16"),
            rounding("DEC3"),
            {"random numbers", [] { return randomNumbers(false); }, [] { return randomNumbers(true); }},
            {"matrix product, FP32", product<float>, {}},
            {"matrix product, FP64", product<double>, {}},
            accumulation("FP16"),
            accumulation("BF16"),
            accumulation("FP8-E4M3"),
            {"exp and log, FP32", functions<float>, {}},
            {"exp and log, FP64", functions<double>, {}}};
}

} // namespace roundoff::experiment
