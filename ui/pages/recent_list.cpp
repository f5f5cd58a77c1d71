// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recent_list.h"

#include <QLabel>
#include <QLayoutItem>
#include <QVBoxLayout>

#include "ui/pages/recent_row.h"
#include "ui/workspace/recent_files.h"

namespace roundoff::ui {
namespace {

// The others are in the menu: the experiments below should stay in sight.
constexpr qsizetype kMostRows = 5;

} // namespace

RecentList::RecentList(QWidget* parent) : QWidget(parent), rows_(new QVBoxLayout) {
    setObjectName(QStringLiteral("recentList"));
    auto* heading = new QLabel(tr("Recent experiments"), this);
    QFont large = heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    heading->setFont(large);
    rows_->setSpacing(0);
    constexpr int kRowMargin = 12; // So that the names line up with the heading.
    rows_->setContentsMargins(-kRowMargin, 0, 0, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(heading);
    layout->addLayout(rows_);
    hide();
}

void RecentList::setFiles(RecentFiles* files) {
    files_ = files;
    if (files_ != nullptr) {
        connect(files_, &RecentFiles::changed, this, &RecentList::refresh);
    }
    refresh();
}

void RecentList::refresh() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // Its own click may be what changed the list.
        delete item;
    }
    const QList<RecentFile> files = files_ == nullptr ? QList<RecentFile>() : files_->files().mid(0, kMostRows);
    for (const RecentFile& file : files) {
        auto* row = new RecentRow(file, this);
        connect(row, &QAbstractButton::clicked, this, [this, path = file.path] { emit chosen(path); });
        rows_->addWidget(row);
    }
    setVisible(!files.isEmpty());
}

} // namespace roundoff::ui
