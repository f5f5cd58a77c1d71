// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/claim_text.h"

#include <algorithm>
#include <iterator>
#include <string>

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace roundoff::ui {
namespace {

struct ClaimText {
    Q_DECLARE_TR_FUNCTIONS(Claims)
};

/// The core writes numbers with a point: "97.07 %", "p = 0.013". Names such as "FP32, norm 0.5" stay what they are.
std::string localised(const std::string& argument) {
    static const QRegularExpression kNumber(
        QStringLiteral(R"(^((?:p [<=] )?[+-]?\d+)\.(\d+(?:e[+-]\d+)?(?: (?:%|s|dB))?)$)"));
    const QRegularExpressionMatch match = kNumber.match(QString::fromStdString(argument));
    return match.hasMatch() ? (match.captured(1) + QLocale().decimalPoint() + match.captured(2)).toStdString()
                            : argument;
}

} // namespace

QString translated(const experiment::Sentence& sentence, const char* context) {
    if (sentence.text.empty()) {
        return {};
    }
    // The places are filled in by the core, so that a %1 in an argument stays what it is.
    const QString text = QCoreApplication::translate(context, sentence.text.c_str());
    std::vector<std::string> arguments;
    std::ranges::transform(sentence.arguments, std::back_inserter(arguments), localised);
    return QString::fromStdString(experiment::english({text.toStdString(), arguments}));
}

QString translated(const std::vector<experiment::Sentence>& sentences) {
    QStringList texts;
    for (const experiment::Sentence& sentence : sentences) {
        texts << translated(sentence);
    }
    return texts.join(QLatin1Char('\n'));
}

QString verdictText(experiment::Verdict verdict) {
    switch (verdict) {
    case experiment::Verdict::Confirmed: return ClaimText::tr("Confirmed");
    case experiment::Verdict::Undecided: return ClaimText::tr("Undecided");
    case experiment::Verdict::Contradicted: return ClaimText::tr("Contradicted");
    case experiment::Verdict::NotTested: break;
    }
    return ClaimText::tr("Not tested");
}

QString verdictSummary(const std::vector<experiment::Verdict>& verdicts) {
    const auto count = [&](experiment::Verdict verdict) { return std::ranges::count(verdicts, verdict); };
    QStringList parts{ClaimText::tr("%1 of %n claim(s) confirmed", nullptr, static_cast<int>(verdicts.size()))
                          .arg(count(experiment::Verdict::Confirmed))};
    if (const auto n = count(experiment::Verdict::Contradicted); n > 0) {
        parts << ClaimText::tr("%1 contradicted").arg(n);
    }
    if (const auto n = count(experiment::Verdict::Undecided); n > 0) {
        parts << ClaimText::tr("%1 undecided").arg(n);
    }
    if (const auto n = count(experiment::Verdict::NotTested); n > 0) {
        parts << ClaimText::tr("%1 not tested").arg(n);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace roundoff::ui
