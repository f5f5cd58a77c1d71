// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace roundoff::ui {

class TintedLabel;

/// A group of a form under a heading that folds it away. Folded, the heading says in a few words what is in it.
class CollapsibleSection : public QWidget {
    Q_OBJECT

public:
    explicit CollapsibleSection(const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] QVBoxLayout* body() const { return body_; }
    /// A button or the like at the heading's right end.
    void addToHeading(QWidget* widget);

    [[nodiscard]] bool isExpanded() const;
    void setExpanded(bool expanded);
    void setSummary(const QString& summary);

signals:
    void expandedChanged(bool expanded);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateHeading();
    void elideSummary();

    QToolButton* heading_;
    TintedLabel* summaryLabel_;
    QString summary_;
    QWidget* content_;
    QVBoxLayout* body_;
    QWidget* headingRow_;
};

} // namespace roundoff::ui
