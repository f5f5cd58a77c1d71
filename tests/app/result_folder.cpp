// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/result_folder.h"

#include <QDir>
#include <QDirIterator>
#include <QSet>

#include "tests/app/program.h"

namespace roundoff::test {
namespace {

QByteArray withoutSeconds(const QString& file) {
    QList<QStringList> rows = csvOf(file);
    QByteArray text;
    if (rows.isEmpty()) {
        return text;
    }
    const QStringList header = rows.front();
    for (const QStringList& row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column >= header.size() || !header[column].endsWith(QStringLiteral("_seconds"))) {
                text += row[column].toUtf8() + '\t';
            }
        }
        text += '\n';
    }
    return text;
}

} // namespace

// By RFC 4180.
QList<QStringList> csvOf(const QString& file) {
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(contents(file));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"') {
                cell += c;
            } else if (i + 1 < text.size() && text[i + 1] == u'"') {
                cell += text[++i];
            } else {
                quoted = false;
            }
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',' || c == u'\r') {
            row.append(cell);
            cell.clear();
        } else if (c == u'\n') {
            rows.append(row);
            row.clear();
        } else {
            cell += c;
        }
    }
    return rows;
}

QStringList columnOf(const QString& file, const QString& name) {
    const QList<QStringList> rows = csvOf(file);
    QStringList column;
    const qsizetype index = rows.isEmpty() ? -1 : rows.front().indexOf(name);
    for (qsizetype row = 1; row < rows.size() && index >= 0; ++row) {
        column.append(rows[row].value(index));
    }
    return column;
}

QMap<QString, QByteArray> timelessContents(const QString& folder) {
    static const QSet<QString> leftOut{"provenance.json", "summary.csv"};
    QMap<QString, QByteArray> all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = QDir(folder).relativeFilePath(path);
        if (name.contains(QStringLiteral("roundoff")) || leftOut.contains(name)) {
            continue;
        }
        all[name] = name.endsWith(QStringLiteral(".csv")) ? withoutSeconds(path) : contents(path);
    }
    return all;
}

QString differences(const QMap<QString, QByteArray>& one, const QMap<QString, QByteArray>& other) {
    QStringList names;
    for (auto file = one.begin(); file != one.end(); ++file) {
        if (!other.contains(file.key()) || other[file.key()] != file.value()) {
            names.append(file.key());
        }
    }
    for (auto file = other.begin(); file != other.end(); ++file) {
        if (!one.contains(file.key())) {
            names.append(file.key());
        }
    }
    return names.join(u' ');
}

} // namespace roundoff::test
