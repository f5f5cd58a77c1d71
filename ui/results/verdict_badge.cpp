// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/verdict_badge.h"

#include <QFontMetrics>
#include <QPainter>

#include "ui/results/claim_text.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"

namespace roundoff::ui {
namespace {

constexpr int kPadding = 8;
constexpr int kGap = 5;
constexpr int kIcon = 16;

QString iconOf(experiment::Verdict verdict) {
    switch (verdict) {
    case experiment::Verdict::Confirmed: return QStringLiteral("confirmed");
    case experiment::Verdict::Undecided: return QStringLiteral("undecided");
    case experiment::Verdict::Contradicted: return QStringLiteral("contradicted");
    case experiment::Verdict::NotTested: break;
    }
    return QStringLiteral("nottested");
}

QColor colourOf(experiment::Verdict verdict) {
    switch (verdict) {
    case experiment::Verdict::Confirmed: return themeColors().success;
    case experiment::Verdict::Undecided: return themeColors().warning;
    case experiment::Verdict::Contradicted: return themeColors().error;
    case experiment::Verdict::NotTested: break;
    }
    return themeColors().muted;
}

} // namespace

VerdictBadge::VerdictBadge(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("verdict"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setVerdict(verdict_);
}

void VerdictBadge::setVerdict(experiment::Verdict verdict) {
    verdict_ = verdict;
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString VerdictBadge::text() const {
    return verdictText(verdict_);
}

QFont VerdictBadge::textFont() const {
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QSize VerdictBadge::sizeHint() const {
    const QFontMetrics metrics(textFont());
    return {2 * kPadding + kIcon + kGap + metrics.horizontalAdvance(text()), std::max(kIcon, metrics.height()) + 8};
}

void VerdictBadge::paintEvent(QPaintEvent* /*event*/) {
    const QColor colour = colourOf(verdict_);
    QColor fill = colour;
    fill.setAlphaF(0.12F);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(QPen(colour, 1.0));
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    painter.drawPixmap(QPoint(kPadding, (height() - kIcon) / 2),
                       iconPixmap(iconOf(verdict_), kIcon, colour, devicePixelRatioF()));
    painter.setFont(textFont());
    painter.drawText(rect().adjusted(kPadding + kIcon + kGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace roundoff::ui
