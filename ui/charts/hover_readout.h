// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include "ui/charts/plot_painter.h"

namespace roundoff::ui {

/// A small window beside the pointer with the values of all groups at one x. It never takes focus or mouse.
class HoverReadout : public QWidget {
    Q_OBJECT

public:
    struct Row {
        SeriesStyle style;
        QString name;
        QString value;
    };

    explicit HoverReadout(QWidget* parent);

    /// @param beside  global position that the window stays clear of
    void show(const QString& heading, const QList<Row>& rows, const PlotLook& look, QPoint beside);
    /// The heading and rows as text, for screen readers.
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString heading_;
    QList<Row> rows_;
    PlotLook look_;
};

} // namespace roundoff::ui
