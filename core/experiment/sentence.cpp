// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sentence.h"

namespace roundoff::experiment {

std::string english(const Sentence& sentence) {
    std::string result;
    for (std::size_t i = 0; i < sentence.text.size(); ++i) {
        const char next = i + 1 < sentence.text.size() ? sentence.text[i + 1] : '\0';
        if (sentence.text[i] == '%' && next >= '1' && next <= '9') {
            const auto argument = static_cast<std::size_t>(next - '1');
            result += argument < sentence.arguments.size() ? sentence.arguments[argument] : std::string();
            ++i;
        } else {
            result += sentence.text[i];
        }
    }
    return result;
}

} // namespace roundoff::experiment
