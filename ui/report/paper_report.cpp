// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/paper_report.h"

#include <algorithm>
#include <array>

#include <QFile>

#include "core/experiment/claims.h"
#include "ui/figures/figures.h"
#include "ui/figures/format_table.h"
#include "ui/report/diagnosis_list.h"
#include "ui/report/experiment_tables.h"
#include "ui/report/html.h"

namespace roundoff::ui {
namespace {

using experiment::Verdict;
using html::element;
using html::escaped;
using html::paragraph;

struct CheckedClaim {
    const experiment::Preset* preset;
    const experiment::Claim* claim;
    experiment::Finding finding;
};

std::vector<CheckedClaim> checkAll(const std::vector<store::PresetResults>& experiments) {
    std::vector<CheckedClaim> checked;
    for (const auto& e : experiments) {
        for (const auto& claim : e.preset.claims) {
            checked.push_back({&e.preset, &claim, experiment::checkClaim(claim, e.results.plan, e.results.runs)});
        }
    }
    return checked;
}

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString badge(Verdict verdict) {
    static const std::array<QString, 4> kMarks{QStringLiteral("\u2713"), QStringLiteral("?"), QStringLiteral("\u2717"),
                                               QStringLiteral("\u2013")};
    const QString name = text(experiment::verdictName(verdict));
    return QStringLiteral("<span class=\"verdict %1\">%2 %3</span>")
        .arg(QString(name).replace(u' ', u'-'), kMarks.at(static_cast<std::size_t>(verdict)), name);
}

// Which part of the words is meant, set off from them.
QString aspectOf(const experiment::Claim& claim) {
    return claim.aspect.empty() ? QString()
                                : element(QStringLiteral("div"), escaped(claim.aspect), QStringLiteral("soft"));
}

QString claimCard(const CheckedClaim& checked) {
    QString measured;
    for (const auto& sentence : checked.finding.measured) {
        measured += element(QStringLiteral("div"), escaped(experiment::english(sentence)));
    }
    const auto line = [](const char* term, const QString& content) {
        return element(QStringLiteral("dt"), QString::fromLatin1(term)) + element(QStringLiteral("dd"), content);
    };
    const QString lines = line("The paper said", element(QStringLiteral("blockquote"), escaped(checked.claim->said)) +
                                                     aspectOf(*checked.claim)) +
                          line("Measured here", measured) + line("Verdict", badge(checked.finding.verdict)) +
                          line("How it is tested",
                               escaped(experiment::english(experiment::criterion(checked.claim->check))));
    return element(QStringLiteral("div"), element(QStringLiteral("dl"), lines), QStringLiteral("claim"));
}

QString verdictCounts(const std::vector<CheckedClaim>& claims) {
    QStringList parts;
    for (const Verdict verdict : {Verdict::Confirmed, Verdict::Contradicted, Verdict::Undecided, Verdict::NotTested}) {
        const auto count = std::count_if(claims.begin(), claims.end(),
                                         [&](const CheckedClaim& c) { return c.finding.verdict == verdict; });
        if (count > 0) {
            parts.append(QStringLiteral("%1 %2").arg(count).arg(text(experiment::verdictName(verdict))));
        }
    }
    return QStringLiteral("Of the paper's %1 claims tested here: %2.").arg(claims.size()).arg(parts.join(u", "));
}

/// @param numbers  of the figures that the report has
QString claimsOverview(const std::vector<CheckedClaim>& claims, const QStringList& numbers) {
    QString rows;
    for (const CheckedClaim& c : claims) {
        QString figure = escaped(c.claim->figure);
        if (numbers.contains(QString::fromStdString(c.claim->figure))) {
            figure = QStringLiteral("<a href=\"#figure-%1\">%1</a>").arg(figure);
        }
        rows += element(QStringLiteral("tr"),
                        element(QStringLiteral("td"), figure) +
                            element(QStringLiteral("td"), escaped(c.claim->said) + aspectOf(*c.claim)) +
                            element(QStringLiteral("td"), badge(c.finding.verdict)));
    }
    const QString head = QStringLiteral("<thead><tr><th scope=\"col\">Figure</th><th scope=\"col\">The paper "
                                        "said</th><th scope=\"col\">Here</th></tr></thead>");
    return element(QStringLiteral("div"),
                   element(QStringLiteral("table"), head + element(QStringLiteral("tbody"), rows)),
                   QStringLiteral("table"));
}

QString figureElement(const NumberedFigure& numbered, bool first, const FigureOptions& options) {
    const QString name = escaped(numbered.figure.name);
    QString caption = numbered.number.isEmpty() ? QString()
                                                : QStringLiteral("<b>Figure %1.</b> ").arg(escaped(numbered.number));
    caption += numbered.caption.isEmpty()
                   ? escaped(numbered.figure.title) + u'.'
                   : QStringLiteral("The paper's caption: \u201c%1\u201d").arg(escaped(numbered.caption));
    caption += QStringLiteral(" Data: <a href=\"figures/%1.csv\">%1.csv</a>").arg(name);
    const QString id = first && !numbered.number.isEmpty()
                           ? QStringLiteral(" id=\"figure-%1\"").arg(escaped(numbered.number))
                           : QString();
    return QStringLiteral("<figure%1>\n").arg(id) +
           QString::fromUtf8(inlineSvg(numbered.figure, options, name + u'-')) +
           element(QStringLiteral("figcaption"), caption) + QStringLiteral("</figure>\n");
}

QString figuresOf(const std::vector<NumberedFigure>& figures, const store::PresetResults* experiment,
                  const FigureOptions& options, const std::vector<CheckedClaim>& claims) {
    QString html;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (figures[i].experiment != experiment) {
            continue;
        }
        const bool first = i == 0 || figures[i - 1].number != figures[i].number;
        html += figureElement(figures[i], first, options);
        const bool last = i + 1 == figures.size() || figures[i + 1].number != figures[i].number;
        for (const CheckedClaim& claim : claims) {
            if (last && experiment != nullptr && claim.preset == &experiment->preset &&
                QString::fromStdString(claim.claim->figure) == figures[i].number) {
                html += claimCard(claim);
            }
        }
    }
    return html;
}

QString formatTables() {
    QString html;
    const auto add = [&](const char* title, FormatTable which) {
        const TextTable table = formatTable(which);
        html += element(QStringLiteral("h3"), QString::fromLatin1(title)) +
                html::table(table.headers, table.rows, {1, 2, 3, 4});
    };
    add("Table 1: Field widths (in bits) of common IEEE 754 formats", FormatTable::FieldWidths);
    add("Table 2: Range and precision characteristics of the same formats", FormatTable::Characteristics);
    return html;
}

// How runs ended that did not come to their end, so that a report of half an experiment does not look whole.
QString runsText(const store::ExperimentResults& results) {
    std::size_t done = 0;
    QStringList problems;
    for (std::size_t i = 0; i < results.runs.size(); ++i) {
        const auto& run = results.runs[i];
        if (run != nullptr && run->status == experiment::RunStatus::Done) {
            ++done;
        } else if (run != nullptr) {
            problems.append(
                QString::fromStdString(results.plan.runs[i].label + ": ") + text(experiment::statusName(run->status)) +
                (run->reason.empty() ? QString() : QStringLiteral(", ") + QString::fromStdString(run->reason)));
        }
    }
    QString html = paragraph(QStringLiteral("%1 of %2 runs are done; up to %3 ran at the same time.")
                                 .arg(done)
                                 .arg(results.runs.size())
                                 .arg(results.threads));
    if (!problems.isEmpty()) {
        html += html::list(problems);
    }
    return html;
}

QString titled(const char* title, const QString& content) {
    return content.isEmpty() ? QString() : element(QStringLiteral("h3"), QString::fromLatin1(title)) + content;
}

QString experimentSection(const store::PresetResults& e, const std::vector<NumberedFigure>& figures,
                          const FigureOptions& options, const std::vector<CheckedClaim>& claims) {
    QString html = QStringLiteral("<h2 id=\"%1\">%2</h2>\n").arg(escaped(e.preset.name), escaped(e.preset.spec.title));
    html += paragraph(QString::fromStdString(e.preset.summary));
    QStringList choices;
    for (const auto& choice : e.preset.choices) {
        choices.append(QString::fromStdString(choice));
    }
    if (!choices.isEmpty()) {
        html += element(QStringLiteral("h3"), QStringLiteral("What was chosen where the paper leaves it open")) +
                html::list(choices);
    }
    if (!e.changes.empty()) {
        QStringList changes;
        for (const auto& change : e.changes) {
            changes.append(QString::fromStdString(change));
        }
        html += paragraph(QStringLiteral("Changed for this report, so that what was chosen above may not hold: %1.")
                              .arg(changes.join(QStringLiteral(", "))));
    }
    html += runsText(e.results);
    html += figuresOf(figures, &e, options, claims);
    for (const CheckedClaim& claim : claims) {
        const auto shows = [&](const NumberedFigure& figure) {
            return figure.number == QString::fromStdString(claim.claim->figure);
        };
        if (claim.preset == &e.preset && std::none_of(figures.begin(), figures.end(), shows)) {
            html += claimCard(claim); // There was nothing to draw.
        }
    }
    html += titled("Test accuracy", accuracyTable(e.results));
    html += titled("Time", timeTable(e.results));
    html += titled("Loss scale", lossScaleTable(e.results));
    html += titled("What went wrong inside", diagnosisList(e.results));
    html += titled("Packed storage (first run)", packedTable(e.results));
    html += QStringLiteral("<p class=\"soft\">All tables, weights and the specification: <a href=\"%1/\">%1/</a></p>\n")
                .arg(escaped(e.preset.name));
    return html;
}

QString provenanceSection(const store::Provenance& p) {
    QList<QStringList> rows;
    const auto add = [&](const char* name, const QString& value) { rows.append({QString::fromLatin1(name), value}); };
    add("Program", QStringLiteral("Roundoff ") + QString::fromStdString(p.version));
    add("Compiler", QString::fromStdString(p.compiler));
    add("System", QString::fromStdString(p.system));
    add("Processor", QStringLiteral("%1, %2 cores").arg(QString::fromStdString(p.processor)).arg(p.cores));
    add("Instruction set", QString::fromStdString(p.target));
    add("Bits", p.reproducible ? QStringLiteral("the same on every CPU with fused multiply-add")
                               : QStringLiteral("this target has no fused multiply-add: other CPUs give other bits"));
    add("Runs at a time", QString::number(p.threads));
    add("Load at the end",
        p.load ? QStringLiteral("%1 threads wanted a core, other programs' included").arg(*p.load, 0, 'f', 1)
               : QStringLiteral("not known"));
    add("Finished", QString::fromStdString(p.finished));
    for (const auto& [name, files] : p.datasets) {
        for (const auto& [file, digest] : files) {
            add("Data",
                QStringLiteral("%1, %2: %3")
                    .arg(QString::fromStdString(name), QString::fromStdString(file), QString::fromStdString(digest)));
        }
    }
    return html::table({QStringLiteral("What"), QStringLiteral("Value")}, rows);
}

QString methods() {
    return html::list(
        {QStringLiteral(
             "Intervals are 95 % intervals of the mean by Student's t. Groups are compared with their baseline "
             "over the folds or seeds that they share (paired t test)."),
         QStringLiteral(
             "Folds share training images, which makes their accuracies dependent: the variance of their mean "
             "difference is multiplied by 1/n + 1/(k-1) instead of 1/n (Nadeau and Bengio, Machine Learning 52, "
             "2003)."),
         QStringLiteral(
             "That there is no difference is tested, not taken from the absence of one: two one-sided t tests "
             "against a margin of 0.5 percentage points (TOST)."),
         QStringLiteral("A claim is contradicted if its contrary is shown at the 5 % level, divided by the number of "
                        "comparisons of that claim; if neither is shown, or runs are missing, it is undecided. That "
                        "many claims are tested "
                        "is not corrected for."),
         QStringLiteral(
             "Times are wall-clock times of one run on one core, while other runs were at work on the others. FP64 "
             "and FP32 are computed as they are; every other precision is emulated exactly, and its time says "
             "nothing about hardware that has it.")});
}

QString styleSheet() {
    QFile file(QStringLiteral(":/report/report.css"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QByteArray paperReport(const std::vector<store::PresetResults>& experiments, const std::vector<NumberedFigure>& figures,
                       const store::Provenance& provenance, const FigureOptions& options) {
    const std::vector<CheckedClaim> claims = checkAll(experiments);
    QString links;
    for (const auto& e : experiments) {
        links += QStringLiteral("<a href=\"#%1\">%2</a>\n").arg(escaped(e.preset.name), escaped(e.preset.spec.title));
    }
    QString body = element(QStringLiteral("h1"),
                           QStringLiteral("How few bits? The paper\u2019s experiments, run again"));
    body += paragraph(QStringLiteral("Denise Katritschenko, Elias Reich, Sayed Abozar Sadat, Lukas Schwaiger: An "
                                     "Experimental Analysis of the Influence of the Precision of Parameters in an "
                                     "Artificial Neural Network. University of Salzburg, 2025."),
                      QStringLiteral("soft"));
    body += paragraph(QStringLiteral("Every figure and table below was made on this machine by Roundoff %1.")
                          .arg(QString::fromStdString(provenance.version)));
    body += element(QStringLiteral("nav"), links);
    body += QStringLiteral("<h2 id=\"claims\">What the paper says, and what was found</h2>\n");
    body += paragraph(verdictCounts(claims));
    QStringList numbers;
    for (const NumberedFigure& figure : figures) {
        numbers.append(figure.number);
    }
    body += claimsOverview(claims, numbers);
    body += QStringLiteral("<h2 id=\"setting\">Formats, data and network</h2>\n");
    body += figuresOf(figures, nullptr, options, claims);
    body += formatTables();
    for (const auto& e : experiments) {
        body += experimentSection(e, figures, options, claims);
    }
    body += QStringLiteral("<h2 id=\"methods\">Methods</h2>\n") + methods();
    body += QStringLiteral("<h2 id=\"provenance\">Where the numbers come from</h2>\n") + provenanceSection(provenance);
    const QString page = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                                        "<title>Roundoff: the paper\u2019s experiments</title>\n<style>\n%1</style>\n"
                                        "</head>\n<body>\n<main>\n%2</main>\n</body>\n</html>\n");
    // Not arg(): the contents have percent signs of their own.
    QString whole = page;
    whole.replace(QStringLiteral("%2"), body);
    whole.replace(whole.indexOf(QStringLiteral("%1")), 2, styleSheet());
    return whole.toUtf8();
}

} // namespace roundoff::ui
