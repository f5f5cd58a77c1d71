// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "ui/numerics/exponent_plot.h"

namespace roundoff::ui {

/// A histogram of exponents that can be read by mouse and keyboard, copied and saved.
class ExponentView : public QWidget {
    Q_OBJECT

public:
    explicit ExponentView(QWidget* parent = nullptr);

    /// @param title  of pictures
    void setContent(const ExponentPlot::Content& content, const QString& title);
    /// Said instead of a histogram; empty for none.
    void setNotice(const QString& notice);
    [[nodiscard]] const ExponentPlot::Content& content() const { return content_; }
    [[nodiscard]] const QString& notice() const { return notice_; }

    /// Exponents and counts as tab-separated text.
    [[nodiscard]] QString table() const;
    /// Writes a picture on white; the format is the path's ending. @throws InputError
    void savePicture(const QString& path) const;

public slots:
    /// Puts the picture on the clipboard.
    void copy();
    void copyData();
    /// Asks for a file's name.
    void exportPicture();

signals:
    /// What is under the mouse or the keyboard's mark, in words; empty for nothing.
    void read(const QString& text);
    void message(const QString& text, bool failed);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void mark(std::optional<int> exponent);
    [[nodiscard]] QRectF inner() const;

    ExponentPlot::Content content_;
    QString title_;
    QString notice_;
    std::optional<int> marked_;
};

} // namespace roundoff::ui
