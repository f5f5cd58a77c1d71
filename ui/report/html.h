// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

#include <QList>
#include <QString>
#include <QStringList>

namespace roundoff::ui::html {

/// Text as it may stand in an element or a quoted attribute.
[[nodiscard]] QString escaped(const QString& text);
[[nodiscard]] QString escaped(const std::string& text);

/// <name class="...">content</name>; the content is HTML already.
[[nodiscard]] QString element(const QString& name, const QString& content, const QString& cssClass = {});

[[nodiscard]] QString paragraph(const QString& text, const QString& cssClass = {});
[[nodiscard]] QString list(const QStringList& texts);

/// A table that scrolls by itself where the page is too narrow. Cells are text, and are escaped here.
/// @param numbers  columns that are set to the right
[[nodiscard]] QString table(const QStringList& headers, const QList<QStringList>& rows,
                            std::initializer_list<qsizetype> numbers = {});

} // namespace roundoff::ui::html
