// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiment_form/experiment_form.h"

#include <algorithm>
#include <set>
#include <utility>

#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/experiment/fields.h"
#include "core/experiment/validation.h"
#include "ui/document/axis_text.h"
#include "ui/document/experiment_document.h"
#include "ui/document/field_text.h"
#include "ui/experiment_form/field_row.h"
#include "ui/experiment_form/form_rows.h"
#include "ui/experiment_form/section_summary.h"
#include "ui/precision/own_policies.h"
#include "ui/precision/precision_row.h"
#include "ui/widgets/collapsible_section.h"
#include "ui/widgets/icons.h"

namespace roundoff::ui {
namespace {

using experiment::Field;
using experiment::FieldKind;
using experiment::Json;

/// The values of a group as they are, for a new axis over it.
Json groupValue(const std::string& group, const experiment::ExperimentSpec& specification) {
    Json value = Json::object();
    for (const Field& field : experiment::fields()) {
        const bool effective = !field.applies || field.applies(specification.base);
        if (field.group() == group && effective) {
            value[field.key()] = field.get(specification.base);
        }
    }
    return value;
}

} // namespace

ExperimentForm::ExperimentForm(ExperimentDocument& document, QWidget* parent)
    : QScrollArea(parent), document_(document) {
    setObjectName(QStringLiteral("experimentForm"));
    setAccessibleName(tr("Experiment"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget(this);
    layout_ = new QVBoxLayout(content);
    layout_->setContentsMargins(8, 8, 8, 8);
    layout_->setSpacing(4);

    FormRow* title = makeTitleRow(document, this);
    addRow(layout_, title);
    title->setContentsMargins(6, 0, 4, 6); // As the rows of the sections.
    addSection(QStringLiteral("dataset"), tr("Dataset"), {"dataset"});
    addSection(QStringLiteral("network"), tr("Network"), {"network"});
    addSection(QStringLiteral("optimiser"), tr("Optimiser"), {"optimiser"});
    addSection(QStringLiteral("training"), tr("Training"), {"training"});
    Section& precision = addSection(QStringLiteral("precision"), tr("Precision"), {"precision"});
    FormRow* precisions = new PrecisionRow(document, ownPolicies(), this);
    addRow(precision.widget->body(), precisions);
    rowByPath_["precision"] = precisions;
    Section& clipping = addSection(QStringLiteral("clipping"), tr("Clipping and loss scaling"),
                                   {"clipping", "lossScaling"});
    addVaryButton(clipping, "clipping");
    Section& deployment = addSection(QStringLiteral("deployment"), tr("Deployment"), {"deployments"});
    FormRow* deployments = makeDeploymentsRow(document, this);
    addRow(deployment.widget->body(), deployments);
    rowByPath_["deployments"] = deployments;
    Section& repeats = addSection(QStringLiteral("repeats"), tr("Repeats"), {"repeats"});
    for (FormRow* row : {makeFoldsRow(document, this), makeSeedsRow(document, this)}) {
        addRow(repeats.widget->body(), row);
    }
    for (Section& section : sections_) {
        addFieldRows(section);
    }
    layout_->addStretch(1);
    setWidget(content);
    alignLabels();
    setOpenSections({QStringLiteral("training"), QStringLiteral("precision"), QStringLiteral("repeats")});

    connect(&document, &ExperimentDocument::replaced, this, [this] {
        for (FormRow* row : rows_) {
            row->reset();
        }
    });
    connect(&document, &ExperimentDocument::changed, this, &ExperimentForm::refresh);
    refresh();
}

QString ExperimentForm::problem() const {
    for (const FormRow* row : rows_) {
        if (!row->problem().isEmpty()) {
            return row->label().isEmpty() ? row->problem() : tr("%1: %2").arg(row->label(), row->problem());
        }
    }
    return planProblem_;
}

void ExperimentForm::setPlanProblem(const QString& message) {
    planProblem_ = message;
    refreshRemarks();
    emit problemChanged();
}

void ExperimentForm::commit() {
    for (FormRow* row : rows_) {
        row->commit();
    }
}

QStringList ExperimentForm::openSections() const {
    QStringList open;
    for (const Section& section : sections_) {
        if (section.widget->isExpanded()) {
            open << section.name;
        }
    }
    return open;
}

void ExperimentForm::setOpenSections(const QStringList& names) {
    for (const Section& section : sections_) {
        section.widget->setExpanded(names.contains(section.name));
    }
}

ExperimentForm::Section& ExperimentForm::addSection(const QString& name, const QString& title,
                                                    const std::vector<std::string>& groups) {
    auto* widget = new CollapsibleSection(title, this);
    widget->setObjectName(QStringLiteral("section.") + name);
    layout_->addWidget(widget);
    sections_.reserve(16); // References to sections are held while the form is made.
    return sections_.emplace_back(Section{name, widget, groups, nullptr});
}

void ExperimentForm::addRow(QVBoxLayout* layout, FormRow* row) {
    layout->addWidget(row);
    rows_.push_back(row);
    connect(row, &FormRow::problemChanged, this, &ExperimentForm::problemChanged);
}

void ExperimentForm::addFieldRows(Section& section) {
    for (const std::string& group : section.groups) {
        for (const Field& field : experiment::fields()) {
            if (field.group() == group && field.kind != FieldKind::Precision && field.kind != FieldKind::Deployments) {
                auto* row = new FieldRow(field, document_, this);
                addRow(section.widget->body(), row);
                rowByPath_[field.path] = row;
            }
        }
    }
}

void ExperimentForm::addVaryButton(Section& section, const std::string& group) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("varyGroup.") + QString::fromStdString(group));
    button->setAutoRaise(true);
    button->setIconSize(QSize(14, 14));
    section.varyButton = button;
    section.widget->addToHeading(button);
    connect(button, &QToolButton::clicked, this, [this, widget = section.widget, group] {
        if (document_.axisValues(group) != nullptr) {
            document_.setAxis(group, {});
        } else {
            document_.setAxis(group, {groupValue(group, document_.specification())});
            widget->setExpanded(true);
        }
    });
}

ExperimentForm::Section& ExperimentForm::sectionOf(const std::string& path) {
    const std::string group = path.substr(0, path.find('.'));
    const auto found = std::ranges::find_if(
        sections_, [&group](const Section& section) { return std::ranges::count(section.groups, group) > 0; });
    return found == sections_.end() ? sections_.back() : *found;
}

void ExperimentForm::refresh() {
    refreshAxisRows();
    for (FormRow* row : rows_) {
        row->refresh();
    }
    refreshRemarks();
    refreshSummaries();
    emit problemChanged();
}

void ExperimentForm::refreshAxisRows() {
    std::set<std::string> wanted;
    for (const experiment::Axis& axis : document_.specification().vary) {
        if (findField(axis.path) == nullptr) {
            wanted.insert(axis.path);
        }
    }
    std::erase_if(axisRows_, [&](const auto& entry) {
        const bool gone = !wanted.contains(entry.first);
        if (gone) {
            std::erase(rows_, entry.second);
            // Its own edit may be what took it away.
            entry.second->hide();
            entry.second->deleteLater();
        }
        return gone;
    });
    for (const std::string& path : wanted) {
        if (!axisRows_.contains(path)) {
            FormRow* row = makeAxisRow(path, document_, this);
            QVBoxLayout* body = sectionOf(path).widget->body();
            addRow(body, row);
            body->removeWidget(row);
            body->insertWidget(0, row);
            axisRows_[path] = row;
            alignLabels();
        }
    }
    for (const Section& section : sections_) {
        if (section.varyButton != nullptr) {
            const std::string& group = section.groups.front();
            const bool varied = wanted.contains(group);
            section.varyButton->setIcon(actionIcon(varied ? QStringLiteral("single") : QStringLiteral("add")));
            section.varyButton->setToolTip(
                varied
                    ? tr("Back to one setting of %1").arg(axisLabelInSentence(group))
                    : tr("Vary %1 as a whole: one run for each of several settings").arg(axisLabelInSentence(group)));
            section.varyButton->setAccessibleName(section.varyButton->toolTip());
        }
    }
}

void ExperimentForm::refreshRemarks() {
    std::map<std::string, QString> remarks;
    for (const experiment::Advice& advice : experiment::advise(document_.specification())) {
        remarks[advice.path] = QString::fromStdString(advice.text);
    }
    for (const auto& [path, row] : rowByPath_) {
        const QString prefix = QString::fromStdString(path) + QStringLiteral(": ");
        const qsizetype place = planProblem_.indexOf(prefix);
        if (place >= 0) {
            row->setRemark(planProblem_.mid(place + prefix.size()), true);
        } else {
            const auto remark = remarks.find(path);
            row->setRemark(remark == remarks.end() ? QString() : remark->second, false);
        }
    }
}

void ExperimentForm::refreshSummaries() {
    for (const Section& section : sections_) {
        section.widget->setSummary(sectionSummary(section.groups, document_.specification()));
    }
}

void ExperimentForm::alignLabels() {
    constexpr int kWidest = 130;
    int width = 0;
    for (const FormRow* row : rows_) {
        width = std::max(width, std::min(row->labelWidthHint(), kWidest));
    }
    for (FormRow* row : rows_) {
        row->setLabelWidth(width);
    }
}

} // namespace roundoff::ui
