// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/convert_tensor.h"

#include <cmath>
#include <limits>
#include <ostream>
#include <string>

#include "core/format/number_text.h"
#include "core/format/quantise.h"
#include "core/format/tensor_rows.h"

namespace roundoff::app {
namespace {

using format::RandomStream;
using format::Rounding;

// Values that share a scale, and where they stand in the row.
struct Piece {
    std::span<const double> values;
    std::size_t first;
};

class Writer {
public:
    Writer(std::ostream& out, std::ostream* scales, int bits) : out_(out), scales_(scales), bits_(bits) {}

    void scale(const Piece& piece, double scale, std::int32_t zeroPoint) {
        if (scales_ != nullptr) {
            *scales_ << piece.first << ' ' << piece.values.size() << ' ' << format::hexFloat(scale) << ' ' << zeroPoint
                     << '\n';
        }
    }
    void value(std::uint64_t code, double value) {
        const std::uint64_t mask = (std::uint64_t{1} << bits_) - 1;
        out_ << format::hexCode(code & mask, bits_) << ' ' << format::hexFloat(value) << '\n';
    }
    void valueWithoutCode(double value) { out_ << "- " << format::hexFloat(value) << '\n'; }

private:
    std::ostream& out_;
    std::ostream* scales_;
    int bits_; // of a code, at most 16
};

void convertPiece(const format::ScaledInteger& f, const Piece& piece, Rounding rounding, const RandomStream& random,
                  Writer& writer) {
    const format::IntegerScaling scaling = format::scalingOf(f, piece.values);
    writer.scale(piece, scaling.scale, scaling.zeroPoint);
    for (std::size_t i = 0; i < piece.values.size(); ++i) {
        const std::int32_t code = format::encode(f, scaling, piece.values[i], rounding, random.at(piece.first + i));
        writer.value(static_cast<std::uint64_t>(code), format::decode(scaling, code));
    }
}

void convertPiece(const format::Block& f, const Piece& piece, Rounding rounding, const RandomStream& random,
                  Writer& writer) {
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    const auto exponent = format::scaleExponent(f, piece.values);
    writer.scale(piece, exponent ? std::ldexp(1.0, *exponent) : kNan, 0);
    for (std::size_t i = 0; i < piece.values.size(); ++i) {
        if (!exponent) {
            writer.valueWithoutCode(kNan);
            continue;
        }
        const double value = format::quantiseElement(f, *exponent, piece.values[i], rounding,
                                                     random.at(piece.first + i));
        writer.value(format::encode(f.element, std::ldexp(value, -*exponent)).value_or(0), value);
    }
}

std::size_t pieceSize(const format::ScaledInteger& f, std::size_t all) {
    return f.sharing == format::Sharing::Group ? static_cast<std::size_t>(f.groupSize) : all; // One row: one channel.
}

std::size_t pieceSize(const format::Block& f, std::size_t /*all*/) {
    return static_cast<std::size_t>(f.size);
}

template <typename Sharing>
void convertPieces(const Sharing& f, std::span<const double> values, Rounding rounding, const RandomStream& random,
                   Writer& writer) {
    const format::Rows row{1, values.size()};
    format::forEachPiece(row, pieceSize(f, values.size()), [&](std::size_t first, std::size_t count) {
        convertPiece(f, {values.subspan(first, count), first}, rounding, random, writer);
    });
}

} // namespace

void convertTogether(const format::TensorFormat& f, std::span<const double> values, format::Rounding rounding,
                     const format::RandomStream& random, std::ostream& out, std::ostream* scales) {
    Writer writer(out, scales, format::tensorCodeBits(f).value_or(0));
    if (const auto* integer = std::get_if<format::ScaledInteger>(&f)) {
        convertPieces(*integer, values, rounding, random, writer);
    } else if (const auto* block = std::get_if<format::Block>(&f)) {
        convertPieces(*block, values, rounding, random, writer);
    }
}

} // namespace roundoff::app
