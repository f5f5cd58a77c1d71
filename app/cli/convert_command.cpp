// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/convert_tensor.h"
#include "core/base/error.h"
#include "core/format/names.h"
#include "core/format/number_text.h"
#include "core/format/quantise.h"
#include "core/format/random_stream.h"

namespace roundoff::app {
namespace {

// Numbers from a stream, one a line.
class NumberReader {
public:
    explicit NumberReader(std::istream& in) : in_(in) {}

    // The next one, or nothing at the end.
    std::optional<double> next() {
        std::string line;
        if (!std::getline(in_, line)) {
            return std::nullopt;
        }
        ++number_;
        return parse(line);
    }

private:
    // strtod reads all forms there are (decimal, C99 hexadecimal, inf, nan) and rounds correctly; the command line
    // never leaves the C locale, so the point is a dot.
    [[nodiscard]] double parse(const std::string& line) const {
        const auto first = line.find_first_not_of(" \t\r");
        const auto last = line.find_last_not_of(" \t\r");
        const std::string text = first == std::string::npos ? "" : line.substr(first, last - first + 1);
        char* end = nullptr;
        const double value = std::strtod(text.c_str(), &end);
        if (text.empty() || end != text.c_str() + text.size()) {
            throw InputError("standard input, line " + std::to_string(number_) + ": '" + text.substr(0, 40) +
                             "' is no number: write a decimal, a C99 hexadecimal float, inf or nan");
        }
        return value;
    }

    std::istream& in_;
    std::size_t number_ = 0;
};

void convertOneByOne(const format::Quantisation& q, const format::RandomStream& random, NumberReader& numbers,
                     std::ostream& out) {
    const auto bits = format::codeBits(q.format);
    std::uint64_t index = 0;
    while (const auto number = numbers.next()) {
        const double value = format::quantise(q, *number, random.at(index++));
        const auto code = format::encode(q.format, value);
        out << (code ? format::hexCode(*code, *bits) : "-") << ' ' << format::hexFloat(value) << '\n';
    }
}

// What is asked for has to be possible with formats whose values share scales.
void checkSharing(const ConvertOptions& options, const format::TensorFormat& f) {
    const std::string name = format::tensorFormatName(f);
    if (format::scalarFormat(f) != nullptr) {
        if (options.scales) {
            throw InputError("--scales: " + name + " has no scales: leave the option out");
        }
    } else if (format::parseSubnormals(options.subnormals) != format::Subnormals::Keep) {
        throw InputError("--subnormals: " + name + " always keeps subnormal elements: choose keep");
    }
}

} // namespace

int convertNumbers(const ConvertOptions& options, std::istream& in, std::ostream& out, std::ostream& scales) {
    const format::TensorFormat f = format::parseTensorFormat(options.format);
    const format::Rounding rounding = format::parseRounding(options.rounding);
    checkSharing(options, f);
    if (options.overflow) {
        if (const auto problem = format::tensorOverflowProblem(f, format::parseOverflow(*options.overflow))) {
            throw InputError("--overflow: " + *problem);
        }
    }
    const format::RandomStream random{options.seed, format::Purpose::Conversion, 0, 0, 0};
    NumberReader numbers(in);
    if (const format::Format* scalar = format::scalarFormat(f)) {
        const auto overflow = options.overflow ? format::parseOverflow(*options.overflow)
                                               : format::defaultOverflow(*scalar);
        convertOneByOne({*scalar, rounding, overflow, format::parseSubnormals(options.subnormals)}, random, numbers,
                        out);
        return kDone;
    }
    std::vector<double> values;
    while (const auto number = numbers.next()) {
        values.push_back(*number);
    }
    convertTogether(f, values, rounding, random, out, options.scales ? &scales : nullptr);
    return kDone;
}

} // namespace roundoff::app
