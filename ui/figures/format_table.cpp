// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/format_table.h"

#include <variant>

#include <QCoreApplication>
#include <QLocale>

#include "core/base/error.h"
#include "core/format/binary_float.h"
#include "core/format/names.h"

namespace roundoff::ui {

namespace {

struct FormatTableText {
    Q_DECLARE_TR_FUNCTIONS(FormatTable)
};

/// IEEE 754's everyday names before the short ones.
QString typeName(const format::BinaryFloat& f) {
    const QString name = QString::fromStdString(format::formatName(f));
    if (f == format::kFp16) {
        return FormatTableText::tr("Half (%1)").arg(name);
    }
    if (f == format::kFp32) {
        return FormatTableText::tr("Single (%1)").arg(name);
    }
    return f == format::kFp64 ? FormatTableText::tr("Double (%1)").arg(name) : name;
}

format::BinaryFloat binaryFloat(const QString& name) {
    const format::Format parsed = format::parseFormat(name.toStdString());
    if (const auto* f = std::get_if<format::BinaryFloat>(&parsed)) {
        return *f;
    }
    throw InputError(name.toStdString() + " has no exponent field: name a binary floating-point format such as FP16");
}

QStringList rowOf(FormatTable table, const format::BinaryFloat& f) {
    if (table == FormatTable::FieldWidths) {
        return {typeName(f), QStringLiteral("1"), QString::number(f.exponentBits),
                QString::number(f.significandBits - 1), QString::number(format::totalBits(f))};
    }
    return {typeName(f), QString::number(f.bias), QString::number(f.significandBits),
            QLocale::c().toString(format::decimalDigits(f), 'f', 2)};
}

} // namespace

TextTable formatTable(FormatTable table, const QStringList& names) {
    TextTable text;
    text.headers = table == FormatTable::FieldWidths
                       ? QStringList{FormatTableText::tr("Type"), FormatTableText::tr("Sign"),
                                     FormatTableText::tr("Exponent"), FormatTableText::tr("Significand"),
                                     FormatTableText::tr("Total")}
                       : QStringList{FormatTableText::tr("Type"), FormatTableText::tr("Exponent bias"),
                                     FormatTableText::tr("Precision (bits)"), FormatTableText::tr("Decimal digits")};
    for (const QString& name : names.isEmpty() ? QStringList{"FP16", "FP32", "FP64"} : names) {
        text.rows.append(rowOf(table, binaryFloat(name)));
    }
    return text;
}

} // namespace roundoff::ui
