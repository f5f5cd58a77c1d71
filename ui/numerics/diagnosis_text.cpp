// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/diagnosis_text.h"

#include <algorithm>

#include <QCoreApplication>

#include "core/experiment/diagnosis.h"
#include "ui/results/claim_text.h"

namespace roundoff::ui {
namespace {

constexpr const char* kContext = "Diagnosis";

} // namespace

QString diagnosisText(const experiment::Sentence& sentence) {
    experiment::Sentence spoken = sentence;
    const std::vector<std::string>& words = experiment::diagnosisWords();
    for (std::string& argument : spoken.arguments) {
        if (std::ranges::find(words, argument) != words.end()) {
            argument = QCoreApplication::translate(kContext, argument.c_str()).toStdString();
        }
    }
    return translated(spoken, kContext);
}

QString whatWentWrong(const experiment::RunResult& result) {
    const bool ownEnd = result.status == experiment::RunStatus::Done || result.status == experiment::RunStatus::Stopped;
    if (ownEnd || result.diagnoses.empty()) {
        return QString::fromStdString(result.reason);
    }
    return diagnosisText(result.diagnoses.front().what);
}

std::optional<QString> firstNonFiniteText(const experiment::RunSpec& run, const experiment::RunResult& result) {
    if (!result.firstNonFinite) {
        return std::nullopt;
    }
    // A diagnosis of the same value may say more of it: the text that is its beginning says nothing new.
    const experiment::Sentence first = experiment::firstNonFiniteSentence(run, *result.firstNonFinite);
    const QString text = diagnosisText(first);
    const bool told = std::ranges::any_of(result.diagnoses, [&](const experiment::Diagnosis& diagnosis) {
        return diagnosisText(diagnosis.what).startsWith(text);
    });
    return told ? std::nullopt : std::optional(text);
}

} // namespace roundoff::ui
