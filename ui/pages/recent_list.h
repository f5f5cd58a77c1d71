// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace roundoff::ui {

class RecentFiles;

/// The experiments that were opened or saved last, a row each: name, place and date. Hidden while there are none.
class RecentList : public QWidget {
    Q_OBJECT

public:
    explicit RecentList(QWidget* parent = nullptr);

    /// @param files  outlives this; null for none
    void setFiles(RecentFiles* files);

signals:
    void chosen(const QString& path);

private:
    void refresh();

    RecentFiles* files_ = nullptr;
    QVBoxLayout* rows_;
};

} // namespace roundoff::ui
