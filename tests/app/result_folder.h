// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace roundoff::test {

/// A CSV file as cells by line, header first.
[[nodiscard]] QList<QStringList> csvOf(const QString& file);

/// One column of a CSV file by name, header left out; in the order of its lines.
[[nodiscard]] QStringList columnOf(const QString& file, const QString& name);

/// All that a folder of results holds and that two equal sweeps have in common, by file: tables without the columns of
/// seconds, weights, packed weights and the specification. What tells of times and machines is left out, and so is the
/// experiment file.
[[nodiscard]] QMap<QString, QByteArray> timelessContents(const QString& folder);

/// What is not the same in two such; empty if all is.
[[nodiscard]] QString differences(const QMap<QString, QByteArray>& one, const QMap<QString, QByteArray>& other);

} // namespace roundoff::test
