// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/format_diagram.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "ui/figures/braced_equation.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/format_bits.h"
#include "ui/figures/format_facts.h"
#include "ui/figures/number_text.h"
#include "ui/figures/shared_scale_text.h"

namespace roundoff::ui {

namespace {

constexpr std::size_t kMostDigits = 40;
constexpr std::size_t kFewestDigits = 3;

struct FormatDiagramText {
    Q_DECLARE_TR_FUNCTIONS(FormatDiagram)
};

using Brace = EquationPart::Brace;

// In heights of the look's font.
constexpr double kWidestBox = 1.7;
constexpr double kNarrowestBox = 0.85;
constexpr double kBox = 1.5;
constexpr double kBoxRow = 3.6; // Box, bar, name and the gap below.
constexpr double kFactRow = 1.4;

QString fieldName(BitField field) {
    switch (field) {
    case BitField::Sign: return FormatDiagramText::tr("sign");
    case BitField::Exponent: return FormatDiagramText::tr("exponent");
    case BitField::Significand: return FormatDiagramText::tr("significand");
    case BitField::Whole: return FormatDiagramText::tr("integer");
    case BitField::Fraction: return FormatDiagramText::tr("fraction");
    case BitField::Code: return FormatDiagramText::tr("code");
    }
    return {};
}

/// Vermillion, bluish green and blue of the palette; each with a hatch of its own.
SeriesStyle fieldStyle(BitField field, bool dark) {
    switch (field) {
    case BitField::Sign: return {QColor(dark ? 0xfff0772b : 0xffd55e00), {}, Marker::Diamond};
    case BitField::Exponent:
    case BitField::Whole: return {QColor(dark ? 0xff1fbf92 : 0xff009e73), {}, Marker::Square};
    case BitField::Significand:
    case BitField::Code:
    case BitField::Fraction: return {QColor(dark ? 0xff3d9fe6 : 0xff0072b2), {}, Marker::Circle};
    }
    return {};
}

/// Paints, or only measures: `painter` may be null.
class Diagram {
public:
    Diagram(const FormatUse& use, double value, const PlotLook& look)
        : use_(use), value_(value), bits_(takeApart(use, value)), look_(look), metrics_(look.font),
          em_(metrics_.height()), dark_(isDark(look)) {}

    /// @return the height in use
    qreal run(QPainter* painter, const QRectF& rectangle) const {
        qreal y = rectangle.top();
        heading(painter, rectangle, y);
        boxes(painter, rectangle, y);
        equation(painter, rectangle, y);
        facts(painter, rectangle, y);
        return y - rectangle.top();
    }

private:
    void text(QPainter* painter, QPointF topLeft, const QString& what, const QFont& font, const QColor& colour) const {
        if (painter != nullptr) {
            painter->setFont(font);
            painter->setPen(colour);
            painter->drawText(topLeft + QPointF(0.0, QFontMetricsF(font).ascent()), what);
        }
    }

    void heading(QPainter* painter, const QRectF& rectangle, qreal& y) const {
        QFont bold = look_.font;
        bold.setBold(true);
        const QString name = nameOf(use_);
        text(painter, {rectangle.left(), y}, name, bold, look_.text);
        const qreal behind = QFontMetricsF(bold).horizontalAdvance(name) + em_;
        text(painter, {rectangle.left() + behind, y},
             metrics_.elidedText(storedRemark(use_, bits_), Qt::ElideRight, rectangle.width() - behind), look_.font,
             look_.mutedText);
        y += 1.8 * em_;
    }

    void boxes(QPainter* painter, const QRectF& rectangle, qreal& y) const {
        const int total = bits_.groups.empty() ? 0 : format::tensorCodeBits(use_.format).value_or(0);
        if (total == 0) {
            return;
        }
        int columns = total;
        while (columns > 8 && rectangle.width() / columns < kNarrowestBox * em_) {
            columns = (columns + 1) / 2;
        }
        const qreal width = std::min(kWidestBox * em_, rectangle.width() / columns);
        int bit = 0;
        for (const BitGroup& group : bits_.groups) {
            const auto size = static_cast<int>(group.bits.size());
            for (int first = 0; first < size;) {
                const int column = (bit + first) % columns;
                const int count = std::min(size - first, columns - column);
                const QRectF row(rectangle.left() + column * width, y + (bit + first) / columns * kBoxRow * em_,
                                 count * width, kBox * em_);
                if (painter != nullptr) {
                    paintBoxes(*painter, row, group, first, count, rectangle);
                }
                first += count;
            }
            bit += size;
        }
        y += ((total + columns - 1) / columns) * kBoxRow * em_ + 0.2 * em_;
    }

    void paintBoxes(QPainter& painter, const QRectF& row, const BitGroup& group, int first, int count,
                    const QRectF& rectangle) const {
        const SeriesStyle style = fieldStyle(group.field, dark_);
        const qreal width = row.width() / count;
        for (int i = 0; i < count; ++i) {
            const QRectF box(row.left() + i * width, row.top(), width, row.height());
            painter.setPen(QPen(style.colour, look_.thinLine));
            painter.setBrush(between(style.colour, look_.surface, 0.85));
            painter.drawRect(box);
            const QString digit(QChar(u'0' + (group.bits[static_cast<std::size_t>(first + i)] - '0')));
            text(&painter,
                 {box.center().x() - metrics_.horizontalAdvance(digit) / 2.0,
                  box.center().y() - metrics_.height() / 2.0},
                 digit, look_.font, look_.text);
        }
        paintHatchedBar(painter, QRectF(row.left(), row.bottom() + 0.12 * em_, row.width(), 0.35 * em_), style, look_);
        if (first == 0) {
            const auto bits = static_cast<int>(group.bits.size());
            QString name = fieldName(group.field);
            const QString longer = name + QStringLiteral(", ") +
                                   (bits == 1 ? FormatDiagramText::tr("1 bit")
                                              : FormatDiagramText::tr("%1 bits").arg(bits));
            const qreal room = row.width();
            // The sign has one box only: its name may reach to the left, or stand alone.
            name = metrics_.horizontalAdvance(longer) <= room ? longer : name;
            if (metrics_.horizontalAdvance(name) > std::max(room, 2.6 * em_)) {
                name = metrics_.elidedText(QString::number(bits), Qt::ElideRight, room);
            }
            const qreal x = std::clamp(
                row.center().x() - metrics_.horizontalAdvance(name) / 2.0, rectangle.left(),
                std::max(rectangle.left(), rectangle.right() - metrics_.horizontalAdvance(name)));
            text(&painter, {x, row.bottom() + 0.55 * em_}, name, look_.font, look_.text);
        }
    }

    QList<EquationPart> equationParts(std::size_t digits) const {
        const auto style = [this](BitField field) -> std::optional<SeriesStyle> {
            return bits_.base == 2 ? std::optional(fieldStyle(field, dark_)) : std::nullopt;
        };
        const QString times = QStringLiteral(" × ");
        const bool floating = binaryFloatOf(use_) != nullptr;
        const QString minus = bits_.negative ? QStringLiteral("−") : QString();
        QList<EquationPart> parts;
        if (std::holds_alternative<format::ScaledInteger>(use_.format)) {
            return scaledParts(digits);
        }
        if (floating) {
            parts = {{QStringLiteral("(−1)"), false, Brace::Below, fieldName(BitField::Sign), style(BitField::Sign)},
                     {bits_.negative ? QStringLiteral("1") : QStringLiteral("0"), true, Brace::None, {}},
                     {times, false, Brace::None, {}},
                     {plainText(bits_.scaled, digits), false, Brace::Below, FormatDiagramText::tr("significand"),
                      style(BitField::Significand)}};
        } else {
            parts = {
                {plainText(ExactDecimal::typed(bits_.stored), digits) + QStringLiteral(" = "), false, Brace::None, {}},
                {minus + shortened(bits_.significand, digits), false, Brace::Below,
                 FormatDiagramText::tr("significand"), style(BitField::Fraction)}};
        }
        parts.append({times, false, Brace::None, {}});
        parts.append({QString::number(bits_.base), false, Brace::Below, FormatDiagramText::tr("base"), std::nullopt});
        parts.append({integerText(floating ? bits_.scaledExponent : bits_.exponent), true, Brace::Above,
                      FormatDiagramText::tr("exponent"), floating ? style(BitField::Exponent) : std::nullopt});
        if (bits_.shared) {
            parts.append({times, false, Brace::None, {}});
            parts.append({scaleText(use_, *bits_.shared), false, Brace::Below, FormatDiagramText::tr("shared scale"),
                          std::nullopt});
        }
        return parts;
    }

    /// A code less the zero point, times the scale.
    QList<EquationPart> scaledParts(std::size_t digits) const {
        const auto number = QString::fromStdString(bits_.significand).toLongLong() * (bits_.negative ? -1 : 1);
        const qlonglong zeroPoint = bits_.shared->zeroPoint;
        const bool affine = std::get<format::ScaledInteger>(use_.format).scheme == format::IntegerScheme::Affine;
        const QString code = integerText(static_cast<int>(number + zeroPoint));
        const auto style = fieldStyle(BitField::Code, dark_);
        QList<EquationPart> parts{
            {plainText(ExactDecimal::typed(bits_.stored), digits) + QStringLiteral(" = "), false, Brace::None, {}}};
        if (affine) {
            parts.append({QStringLiteral("("), false, Brace::None, {}});
        }
        parts.append({code, false, Brace::Below, FormatDiagramText::tr("code"), style});
        if (affine) {
            parts.append({QStringLiteral(" − "), false, Brace::None, {}});
            parts.append(
                {QString::number(zeroPoint), false, Brace::Below, FormatDiagramText::tr("zero point"), std::nullopt});
            parts.append({QStringLiteral(")"), false, Brace::None, {}});
        }
        parts.append({QStringLiteral(" × "), false, Brace::None, {}});
        parts.append({plainText(ExactDecimal::of(bits_.shared->scale), std::min<std::size_t>(digits, 12)), false,
                      Brace::Below, FormatDiagramText::tr("shared scale"), std::nullopt});
        return parts;
    }

    void equation(QPainter* painter, const QRectF& rectangle, qreal& y) const {
        if (bits_.significand.empty()) {
            text(painter, {rectangle.left(), y + 0.4 * em_},
                 metrics_.elidedText(nonFiniteText(use_, bits_), Qt::ElideRight, rectangle.width()), look_.font,
                 look_.text);
            y += 2.0 * em_;
            return;
        }
        std::size_t digits = kMostDigits;
        while (digits > kFewestDigits && equationWidth(equationParts(digits), look_) > rectangle.width()) {
            --digits;
        }
        if (painter != nullptr) {
            const QList<EquationPart> parts = equationParts(digits);
            const qreal scale = std::min(1.0, rectangle.width() / equationWidth(parts, look_));
            painter->save();
            painter->translate(rectangle.left(), y);
            painter->scale(scale, scale);
            paintEquation(*painter, {0.0, 0.0}, parts, look_);
            painter->restore();
        }
        y += equationHeight(look_) + 0.5 * em_;
    }

    void facts(QPainter* painter, const QRectF& rectangle, qreal& y) const {
        qreal column = 0.0;
        for (const QString& name : formatFactNames()) {
            column = std::max(column, metrics_.horizontalAdvance(name) + em_);
        }
        const auto digits = static_cast<std::size_t>(
            std::max(4.0, (rectangle.width() - column) / metrics_.horizontalAdvance(u'0') - 8.0));
        for (const FormatFact& fact : formatFacts(use_, value_, bits_, digits)) {
            text(painter, {rectangle.left(), y}, fact.name, look_.font, look_.mutedText);
            text(painter, {rectangle.left() + column, y},
                 metrics_.elidedText(fact.text, Qt::ElideRight, rectangle.width() - column), look_.font, look_.text);
            y += kFactRow * em_;
        }
    }

    const FormatUse& use_;
    double value_;
    FormatBits bits_;
    const PlotLook& look_;
    QFontMetricsF metrics_;
    qreal em_;
    bool dark_;
};

} // namespace

void paintFormatDiagram(QPainter& painter, const QRectF& rectangle, const FormatUse& use, double value,
                        const PlotLook& look) {
    constexpr int kSmallestFont = 6;
    PlotLook fitted = look;
    qreal height = formatDiagramHeight(use, value, rectangle.width(), fitted);
    for (int size = look.font.pixelSize(); size > kSmallestFont && height > rectangle.height();) {
        size -= std::max(1, size / 20);
        fitted.font.setPixelSize(size);
        height = formatDiagramHeight(use, value, rectangle.width(), fitted);
    }
    painter.save();
    painter.translate(rectangle.topLeft());
    if (height > rectangle.height()) { // Lower than any font could make it: everything becomes smaller.
        painter.scale(rectangle.height() / height, rectangle.height() / height);
    }
    Diagram(use, value, fitted).run(&painter, QRectF(QPointF(0.0, 0.0), QSizeF(rectangle.width(), height)));
    painter.restore();
}

qreal formatDiagramHeight(const FormatUse& use, double value, qreal width, const PlotLook& look) {
    return Diagram(use, value, look).run(nullptr, QRectF(0.0, 0.0, width, 0.0));
}

} // namespace roundoff::ui
