// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace roundoff::data {

/// A text of unknown origin as the name of one file or folder that stays where it is put, on every system.
///
/// Control characters, bytes that are no UTF-8 and / \ : * ? " < > | become '_'; dots and spaces at the beginning and
/// the end are left out, so that there is no "..", no hidden file and nothing that Windows would shorten; names of
/// devices there, such as NUL or com1.txt, get a '_' in front. At most 120 bytes of whole characters are kept, which
/// leaves room for an ending. Where nothing is left the name is "unnamed". Other texts are their own names.
[[nodiscard]] std::string fileNameOf(std::string_view text);

} // namespace roundoff::data
