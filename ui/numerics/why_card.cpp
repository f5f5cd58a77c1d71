// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/why_card.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/numerics/diagnosis_text.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

constexpr int kIconSize = 20;

QLabel* makeText(QLabel* label, const QString& name, const QString& text) {
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setText(text);
    return label;
}

} // namespace

WhyCard::WhyCard(QWidget* parent)
    : QWidget(parent), icon_(new QLabel(this)), heading_(new QLabel(this)), moreButton_(new QToolButton(this)),
      remarks_(new QVBoxLayout) {
    setObjectName(QStringLiteral("whyCard"));
    QFont bold = font();
    bold.setBold(true);
    heading_->setFont(bold);
    heading_->setObjectName(QStringLiteral("whyHeading"));
    heading_->setTextFormat(Qt::PlainText);
    heading_->setWordWrap(true);
    moreButton_->setObjectName(QStringLiteral("whyMore"));
    moreButton_->setAutoRaise(true);
    moreButton_->setFocusPolicy(Qt::StrongFocus);
    moreButton_->setCheckable(true);
    connect(moreButton_, &QToolButton::toggled, this, &WhyCard::showMore);
    auto* head = new QHBoxLayout;
    head->addWidget(heading_, 1);
    head->addWidget(moreButton_, 0, Qt::AlignTop);
    remarks_->setSpacing(6);
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    column->addLayout(head);
    column->addLayout(remarks_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(icon_, 0, Qt::AlignTop);
    layout->addLayout(column, 1);
}

QString WhyCard::heading() const {
    return heading_->text();
}

void WhyCard::setHeading(Severity severity, const QString& text) {
    severity_ = severity;
    heading_->setText(text);
    tint();
}

void WhyCard::addRemark(const QString& what, const QString& advice) {
    auto* remark = new QWidget(this);
    auto* column = new QVBoxLayout(remark);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addWidget(makeText(new QLabel(remark), QStringLiteral("whyWhat"), what));
    if (!advice.isEmpty()) {
        auto* text = new TintedLabel(&ThemeColors::muted, remark);
        column->addWidget(makeText(text, QStringLiteral("whyAdvice"), tr("What to try: %1").arg(advice)));
    }
    remarks_->addWidget(remark);
    shown_.append(remark);
}

void WhyCard::showRun(const experiment::RunSpec& run, const std::shared_ptr<const experiment::RunResult>& result) {
    if (result != nullptr && result == result_) {
        return; // A person may be reading or selecting.
    }
    result_ = result;
    qDeleteAll(shown_);
    shown_.clear();
    if (result == nullptr) {
        setHeading(Severity::Notice, tr("The run is training: what is seen so far stands below."));
        moreButton_->hide();
        setAccessibleName(heading());
        return;
    }
    const bool diverged = result->status == experiment::RunStatus::Diverged;
    const bool failed = result->status == experiment::RunStatus::Failed;
    for (const experiment::Diagnosis& diagnosis : result->diagnoses) {
        addRemark(diagnosisText(diagnosis.what), diagnosisText(diagnosis.advice));
    }
    if (const std::optional<QString> first = firstNonFiniteText(run, *result)) {
        addRemark(*first, QString());
    }
    if (shown_.isEmpty() && !result->reason.empty()) {
        addRemark(QString::fromStdString(result->reason), QString());
    }
    if (diverged || failed) {
        setHeading(Severity::Error, diverged ? tr("Diverged: why, and what to try") : tr("Failed"));
    } else if (!result->diagnoses.empty()) {
        setHeading(Severity::Warning, tr("Worth knowing: what rounding did to this run, and what to try"));
    } else if (!shown_.isEmpty()) {
        setHeading(Severity::Notice, tr("No lasting trouble was seen"));
    } else if (result->telemetry.empty()) {
        setHeading(Severity::Notice, tr("Nobody looked inside this run, so nothing can be said of it."));
    } else {
        setHeading(Severity::None, tr("Nothing to complain about: no role lost so much that it would matter."));
    }
    moreButton_->setVisible(shown_.size() > 1);
    moreButton_->setChecked(more_);
    showMore(more_);
    QStringList words{heading()};
    for (const QLabel* label : findChildren<QLabel*>(QStringLiteral("whyWhat"))) {
        words << label->text();
    }
    setAccessibleName(words.join(u' '));
}

void WhyCard::showMore(bool more) {
    more_ = more;
    for (qsizetype index = 0; index < shown_.size(); ++index) {
        shown_[index]->setVisible(more || index == 0);
    }
    moreButton_->setText(more ? tr("Show less") : tr("%n more", nullptr, static_cast<int>(shown_.size() - 1)));
}

void WhyCard::paintEvent(QPaintEvent* /*event*/) {
    const ThemeColors& colours = themeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(severity_ == Severity::Error ? colours.errorFill : colours.card);
    painter.setPen(colours.border);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void WhyCard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void WhyCard::tint() {
    const ThemeColors& colours = themeColors();
    const auto [name, colour] = [&]() -> std::pair<QString, QColor> {
        switch (severity_) {
        case Severity::Error: return {QStringLiteral("error"), colours.error};
        case Severity::Warning: return {QStringLiteral("undecided"), colours.warning};
        case Severity::Notice: return {QStringLiteral("notice"), palette().color(QPalette::Link)};
        case Severity::None: break;
        }
        return {QStringLiteral("confirmed"), colours.success};
    }();
    icon_->setPixmap(iconPixmap(name, kIconSize, colour, devicePixelRatioF()));
    update();
}

} // namespace roundoff::ui
