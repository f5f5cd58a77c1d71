// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QList>
#include <QString>
#include <QStringList>

namespace roundoff::ui {

/// A table as text, for views and for HTML.
struct TextTable {
    QStringList headers;
    QList<QStringList> rows; ///< Each as long as the headers.

    bool operator==(const TextTable&) const = default;
};

enum class FormatTable : std::uint8_t {
    FieldWidths,    ///< The paper's table 1: sign, exponent, significand and total, in bits.
    Characteristics ///< The paper's table 2: exponent bias, precision in bits, decimal digits.
};

/// A table of binary floating-point formats, computed from the formats.
/// @param names  as `format::parseFormat` reads them; those of the paper without any
/// @throws InputError naming one that is no binary floating-point format
[[nodiscard]] TextTable formatTable(FormatTable table, const QStringList& names = {});

} // namespace roundoff::ui
