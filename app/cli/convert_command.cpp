// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <istream>
#include <ostream>

#include "app/cli/commands.h"
#include "core/base/error.h"
#include "core/format/names.h"
#include "core/format/number_text.h"
#include "core/format/quantise.h"
#include "core/format/random_stream.h"

namespace roundoff::app {
namespace {

// strtod reads all forms there are (decimal, C99 hexadecimal, inf, nan) and rounds correctly; the command line never
// leaves the C locale, so the point is a dot.
double parseNumber(const std::string& line, std::size_t number) {
    const auto first = line.find_first_not_of(" \t\r");
    const auto last = line.find_last_not_of(" \t\r");
    const std::string text = first == std::string::npos ? "" : line.substr(first, last - first + 1);
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || end != text.c_str() + text.size()) {
        throw InputError("standard input, line " + std::to_string(number) + ": '" + text.substr(0, 40) +
                         "' is no number: write a decimal, a C99 hexadecimal float, inf or nan");
    }
    return value;
}

} // namespace

int convertNumbers(const ConvertOptions& options, std::istream& in, std::ostream& out) {
    format::Quantisation q;
    q.format = format::parseFormat(options.format);
    q.rounding = format::parseRounding(options.rounding);
    q.subnormals = format::parseSubnormals(options.subnormals);
    q.overflow = options.overflow ? format::parseOverflow(*options.overflow) : format::defaultOverflow(q.format);
    if (options.overflow) {
        if (const auto problem = format::overflowProblem(q.format, q.overflow)) {
            throw InputError("--overflow: " + *problem);
        }
    }
    const format::RandomStream stream{options.seed, format::Purpose::Conversion, 0, 0, 0};
    const auto bits = format::codeBits(q.format);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line); ++number) {
        const double value = format::quantise(q, parseNumber(line, number + 1), stream.at(number));
        const auto code = format::encode(q.format, value);
        out << (code ? format::hexCode(*code, *bits) : "-") << ' ' << format::hexFloat(value) << '\n';
    }
    return kDone;
}

} // namespace roundoff::app
