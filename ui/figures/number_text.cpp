// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QLocale>

namespace roundoff::ui {

QString superscript(int number) {
    static constexpr std::array<char16_t, 10> kDigits{u'⁰', u'¹', u'²', u'³', u'⁴', u'⁵', u'⁶', u'⁷', u'⁸', u'⁹'};
    QString text;
    for (const QChar character : QString::number(number)) {
        text += character == u'-' ? QChar(u'⁻') : QChar(kDigits[static_cast<std::size_t>(character.digitValue())]);
    }
    return text;
}

QString integerText(int number) {
    return QString::number(number).replace(u'-', u'−');
}

QString groupedDigits(std::size_t number) {
    QString text = QString::number(number);
    for (qsizetype place = text.size() - 3; place > 0; place -= 3) {
        text.insert(place, QChar(0x2009));
    }
    return text;
}

QString plainText(const ExactDecimal& number, std::size_t maxDigits) {
    const DecimalText text = decimalText(number, maxDigits);
    const QString mantissa = QString::fromStdString(text.mantissa);
    return text.exponent == 0 ? mantissa : mantissa + QStringLiteral("×10") + superscript(text.exponent);
}

QString finiteText(double value, ExactDecimal (*convert)(double), std::size_t maxDigits) {
    if (std::isnan(value)) {
        return QStringLiteral("NaN");
    }
    if (std::isinf(value)) {
        return value > 0.0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    }
    return plainText(convert(value), maxDigits);
}

QString roundedText(double value, int digits) {
    constexpr std::size_t kMostZeros = 3;
    if (!std::isfinite(value) || value == 0.0) {
        return finiteText(value, ExactDecimal::typed, 1);
    }
    const std::string text = QByteArray::number(std::fabs(value), 'e', digits - 1).toStdString();
    const std::size_t end = text.find('e');
    ExactDecimal number{value < 0.0, text.substr(0, 1), std::stoi(text.substr(end + 1))};
    if (digits > 1) {
        number.digits += text.substr(2, end - 2);
    }
    number.exponent -= digits - 1;
    while (number.digits.size() > 1 && number.digits.back() == '0') {
        number.digits.pop_back();
        ++number.exponent;
    }
    return plainText(number, static_cast<std::size_t>(digits) + kMostZeros);
}

QString shortened(const std::string& digits, std::size_t maxDigits) {
    const QString text = QString::fromStdString(digits.substr(0, maxDigits));
    return digits.size() > maxDigits ? text + QStringLiteral("…") : text;
}

double doubleOf(const ExactDecimal& number) {
    constexpr std::size_t kDigits = 17;
    const std::string digits = number.digits.substr(0, kDigits);
    const int exponent = number.exponent + static_cast<int>(number.digits.size() - digits.size());
    const double magnitude = QLocale::c().toDouble(
        QStringLiteral("%1e%2").arg(QString::fromStdString(digits)).arg(exponent));
    return number.negative ? -magnitude : magnitude;
}

QString percentText(double fraction) {
    const double percent = 100.0 * fraction;
    if (percent != 0.0 && percent < 1e-4) {
        const int exponent = static_cast<int>(std::floor(std::log10(percent)));
        return QStringLiteral("%1×10%2 %")
            .arg(QLocale::c().toString(percent / std::pow(10.0, exponent), 'f', 1), superscript(exponent));
    }
    const int exponent = percent > 0.0 ? static_cast<int>(std::floor(std::log10(percent))) : 0;
    return QStringLiteral("%1 %").arg(QLocale::c().toString(percent, 'f', std::clamp(1 - exponent, 0, 6)));
}

QString meanText(double mean, std::optional<double> spread) {
    const auto percent = [](double fraction) { return QLocale::c().toString(100.0 * fraction, 'f', 2); };
    return spread ? QStringLiteral("%1 ± %2 %").arg(percent(mean), percent(*spread))
                  : QStringLiteral("%1 %").arg(percent(mean));
}

} // namespace roundoff::ui
