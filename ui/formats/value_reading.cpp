// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/value_reading.h"

#include <charconv>

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace roundoff::ui {
namespace {

std::optional<double> readWhole(std::string_view text, std::chars_format format) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, format);
    // What overflows or underflows a double is no number that could be told apart here.
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<double> readNumber(const QString& text) {
    std::string plain = text.trimmed().toStdString();
    bool negative = false;
    if (!plain.empty() && (plain.front() == '+' || plain.front() == '-')) {
        negative = plain.front() == '-';
        plain.erase(0, 1);
    }
    if (plain.empty() || plain.front() == '+' || plain.front() == '-') {
        return std::nullopt;
    }
    std::optional<double> value;
    if (plain.starts_with("0x") || plain.starts_with("0X")) {
        value = readWhole(std::string_view(plain).substr(2), std::chars_format::hex);
    } else {
        value = readWhole(plain, std::chars_format::general);
        if (!value) {
            bool ok = false;
            const double local = QLocale().toDouble(QString::fromStdString(plain), &ok);
            value = ok ? std::optional(local) : std::nullopt;
        }
    }
    return value && negative ? std::optional(-*value) : value;
}

std::optional<std::vector<double>> readNumbers(const QString& text) {
    static const QRegularExpression separators(QStringLiteral("[\\s;]+"));
    std::vector<double> numbers;
    for (const QString& part : text.split(separators, Qt::SkipEmptyParts)) {
        const std::optional<double> number = readNumber(part);
        if (!number) {
            return std::nullopt;
        }
        numbers.push_back(*number);
    }
    return numbers;
}

QString everyDigit(const ExactDecimal& number) {
    constexpr int kMostPlain = 60;
    const int size = static_cast<int>(number.digits.size());
    const int beforePoint = size + number.exponent; // digits in front of the point, or less than 1
    std::string text = number.negative ? "-" : "";
    if (number.isZero()) {
        text += '0';
    } else if (number.exponent >= 0 && beforePoint <= kMostPlain) {
        text += number.digits + std::string(static_cast<std::size_t>(number.exponent), '0');
    } else if (number.exponent < 0 && beforePoint > 0 && size <= kMostPlain) {
        text += number.digits;
        text.insert(text.size() + static_cast<std::size_t>(number.exponent), ".");
    } else if (number.exponent < 0 && beforePoint <= 0 && -number.exponent <= kMostPlain) {
        text += "0." + std::string(static_cast<std::size_t>(-beforePoint), '0') + number.digits;
    } else {
        text += number.digits.substr(0, 1);
        if (size > 1) {
            text += '.' + number.digits.substr(1);
        }
        text += 'e' + std::to_string(beforePoint - 1);
    }
    return QString::fromStdString(text);
}

QString fewDigits(double value) {
    constexpr int kDigits = 4;
    if (value == 0.0) {
        return QStringLiteral("0");
    }
    const QString text = QLocale().toString(value, 'g', kDigits);
    return value > 0.0 ? QLatin1Char('+') + text : text;
}

} // namespace roundoff::ui
