// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QList>
#include <QWidget>

#include "core/experiment/run_result.h"
#include "core/experiment/run_spec.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace roundoff::ui {

/// Why a run came to what it came to: what happened inside it, and what to try. The worst first; more on demand.
class WhyCard : public QWidget {
    Q_OBJECT

public:
    explicit WhyCard(QWidget* parent = nullptr);

    /// @param result  null while the run trains
    void showRun(const experiment::RunSpec& run, const std::shared_ptr<const experiment::RunResult>& result);

    [[nodiscard]] QString heading() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Severity : std::uint8_t { None, Notice, Warning, Error };

    void setHeading(Severity severity, const QString& text);
    void addRemark(const QString& what, const QString& advice);
    void showMore(bool more);
    void tint();

    Severity severity_ = Severity::None;
    bool more_ = false;
    std::shared_ptr<const experiment::RunResult> result_; // that is shown
    QLabel* icon_;
    QLabel* heading_;
    QToolButton* moreButton_;
    QVBoxLayout* remarks_;
    QList<QWidget*> shown_; // the remarks, the worst first
};

} // namespace roundoff::ui
