// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/self_check.h"

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/sha256.h"
#include "core/experiment/batches.h"
#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/random_stream.h"
#include "core/kernels/elementwise.h"
#include "core/kernels/gemm.h"
#include "core/kernels/quantise_span.h"
#include "core/kernels/random_span.h"
#include "core/nn/trainer.h"

namespace roundoff::experiment {
namespace {

// Little-endian, whatever the machine.
template <typename T>
void addBits(Sha256& hash, T value) {
    using Bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    const auto bits = std::bit_cast<Bits>(value);
    std::array<std::byte, sizeof(T)> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::byte>(bits >> (8 * i));
    }
    hash.update(bytes);
}

std::string decodeHalf() {
    Sha256 hash;
    for (std::uint32_t code = 0; code < 0x10000; ++code) {
        addBits(hash, static_cast<float>(format::decode(format::kFp16, code)));
    }
    return hash.hexDigest();
}

// Values of all magnitudes around a format's range, signs included.
std::vector<double> testValues(std::size_t count) {
    const format::RandomStream stream{7, format::Purpose::Conversion, 1, 0, 0};
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t bits = stream.wideAt(i);
        const std::uint64_t exponent = 1023 - 40 + (bits >> 52U) % 60;
        values[i] = std::bit_cast<double>((bits & 0x800FFFFFFFFFFFFFULL) | (exponent << 52U));
    }
    return values;
}

std::string roundAll(const std::string& formatName) {
    Sha256 hash;
    for (const auto rounding :
         {format::Rounding::NearestEven, format::Rounding::NearestAway, format::Rounding::TowardZero,
          format::Rounding::Up, format::Rounding::Down, format::Rounding::Stochastic}) {
        std::vector<double> values = testValues(20'000);
        const kernels::SpanQuantiser<double> quantise(
            {format::parseFormat(formatName), rounding, format::Overflow::ToInfinity, format::Subnormals::Keep});
        quantise(values, {7, format::Purpose::StochasticRounding, 0, 0, 0});
        for (const double value : values) {
            addBits(hash, value);
        }
    }
    return hash.hexDigest();
}

std::string randomNumbers() {
    std::array<std::uint32_t, 1000> numbers{};
    kernels::fillRandom({0x123456789ABCDEFULL, format::Purpose::Shuffle, 3, 2, 1}, 0, numbers);
    Sha256 hash;
    for (const std::uint32_t number : numbers) {
        addBits(hash, number);
    }
    return hash.hexDigest();
}

template <typename T>
std::string product() {
    kernels::Matrix<T> a(37, 113);
    kernels::Matrix<T> b(113, 29);
    kernels::Matrix<T> c(37, 29);
    const format::RandomStream stream{11, format::Purpose::Initialisation, 0, 0, 0};
    std::uint64_t index = 0;
    for (auto* matrix : {&a, &b}) {
        for (std::size_t row = 0; row < matrix->rows(); ++row) {
            for (std::size_t col = 0; col < matrix->cols(); ++col) {
                (*matrix)(row, col) = static_cast<T>(stream.uniformAt(index++) - 0.5);
            }
        }
    }
    kernels::multiply<T>(a.view(), b.view(), c.view());
    Sha256 hash;
    for (std::size_t row = 0; row < c.rows(); ++row) {
        for (std::size_t col = 0; col < c.cols(); ++col) {
            addBits(hash, c(row, col));
        }
    }
    return hash.hexDigest();
}

template <typename T>
std::string functions() {
    std::vector<T> x(2001);
    Sha256 hash;
    for (const auto function : {kernels::Function::Exp, kernels::Function::Log}) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double position = static_cast<double>(i) / 100.0;
            x[i] = static_cast<T>(function == kernels::Function::Exp ? position - 10.0 : position + 0.001);
        }
        kernels::apply<T>(function, x);
        for (const T value : x) {
            addBits(hash, value);
        }
    }
    return hash.hexDigest();
}

// A small network on images that are random, but the same everywhere.
std::string trainedWeights(const std::string& policy, nn::OptimiserKind optimiser) {
    constexpr std::size_t kImages = 256;
    constexpr std::size_t kFeatures = 64;
    constexpr std::size_t kClasses = 10;
    const format::RandomStream stream{5, format::Purpose::Initialisation, 9, 0, 0};
    std::vector<std::uint8_t> pixels(kImages * kFeatures);
    std::vector<std::uint8_t> labels(kImages);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        pixels[i] = static_cast<std::uint8_t>(stream.at(i));
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i] = static_cast<std::uint8_t>(stream.at(pixels.size() + i) % kClasses);
    }
    nn::Examples examples{pixels, labels, kFeatures, {}};
    for (std::size_t i = 0; i < examples.table.size(); ++i) {
        examples.table[i] = (static_cast<double>(i) / 255.0 - 0.5) / 0.25;
    }
    nn::TrainerSpec spec;
    spec.network.hidden = {24, 16};
    spec.optimiser.kind = optimiser;
    spec.precision = nn::namedPolicy(policy);
    spec.batchSize = 32;
    const auto trainer = nn::Trainer::make(spec, examples, kClasses);
    std::vector<std::uint32_t> order(kImages);
    for (std::uint32_t epoch = 1; epoch <= 3; ++epoch) {
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = static_cast<std::uint32_t>(i);
        }
        shuffle(order, spec.seed, epoch);
        for (std::uint32_t step = 0; step < kImages / spec.batchSize; ++step) {
            trainer->step(examples, std::span(order).subspan(step * spec.batchSize, spec.batchSize), epoch, step);
        }
    }
    return nn::digest(trainer->weights());
}

} // namespace

std::vector<SelfCheck> selfCheck() {
    using nn::OptimiserKind;
    return {
        {"all FP16 codes as FP32", decodeHalf(), "b636c5716ff84d972782faf02d0194cb8951526bea4cc487082feb47b1860ddf"},
        {"rounding to FP16, six modes", roundAll("FP16"),
         "17e76bbefff208151aba84cdc9c0f9457ededa31d1e35c8ed8cffcf105620871"},
        {"rounding to BF16, six modes", roundAll("BF16"),
         "1d34ef3702ad6b04decb013c290b8817ce21044f2b9ed12866c5ea73096df9c9"},
        {"rounding to DEC3, six modes", roundAll("DEC3"),
         "ed02e7c3132ca3ecca0e28e7abe92caaad5da6f53a8e851bff6e401dcfae0378"},
        {"random numbers", randomNumbers(), "4318b19a027e7d38955030f88f34fcd9050e8d1a654dd0194baa5afaf935e4cb"},
        {"matrix product, FP32", product<float>(), "e8604c823dfc0ac4797de703690431a3e36752fe78bc59ad467852648e625aaa"},
        {"matrix product, FP64", product<double>(), "2c9a3821be28fc80c6f5b490e19d5d47d7cd84f20caa8880c8e1fd3071085b79"},
        {"exp and log, FP32", functions<float>(), "4800a8686cd40cdccfba667a7c327f772bac17ea71ce706f398eabbf0b808672"},
        {"exp and log, FP64", functions<double>(), "8e1342c6425d7613708e4e50d19d1825704aefedcd6e6e5a5bf7ac61b5cd83e6"},
        {"weights trained in FP64 with Adam", trainedWeights("FP64", OptimiserKind::Adam),
         "dda31f1e2da61561e007ddbbb3583da8ff35fd83602a3bcb1f201a4f242a4092"},
        {"weights trained in FP32 with SGD", trainedWeights("FP32", OptimiserKind::Sgd),
         "4d5579e10dde683b21c9c054291b96b87f0a641ab117ecbff15fb5e8acf86b77"},
        {"weights trained in FP16 with SGD", trainedWeights("FP16", OptimiserKind::Sgd),
         "225702aa07a15ce2b12fbf2f173f54bd5226c7997e745086b7506437ff853a35"},
        {"weights trained in AMP-BF16 with AdamW", trainedWeights("AMP-BF16", OptimiserKind::AdamW),
         "f4a1ae1630576f129db194fe33a4d69b37fd1b32c8df8917c752759f12730d47"}};
}

} // namespace roundoff::experiment
