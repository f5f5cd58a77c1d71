// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/experiment_document.h"

#include <algorithm>
#include <utility>

#include "core/experiment/fields.h"
#include "ui/document/axis_text.h"
#include "ui/document/field_text.h"

namespace roundoff::ui {
namespace {

using experiment::Axis;
using experiment::ExperimentSpec;
using experiment::Json;

constexpr int kMergeableCommand = 1;

auto findAxis(auto& axes, const std::string& path) {
    return std::ranges::find_if(axes, [&path](const Axis& axis) { return axis.path == path; });
}

void replaceAxis(std::vector<Axis>& axes, const std::string& path, std::vector<Json> values) {
    const auto axis = findAxis(axes, path);
    if (values.empty()) {
        if (axis != axes.end()) {
            axes.erase(axis);
        }
    } else if (axis != axes.end()) {
        axis->values = std::move(values);
    } else {
        axes.push_back({path, std::move(values)});
    }
}

} // namespace

class ExperimentDocument::Change : public QUndoCommand {
public:
    Change(ExperimentDocument& document, ExperimentSpec before, ExperimentSpec after, std::string setting,
           const QString& text)
        : QUndoCommand(text), document_(document), before_(std::move(before)), after_(std::move(after)),
          setting_(std::move(setting)), step_(document.step_) {}

    void undo() override { document_.assign(before_, setting_.empty()); }
    void redo() override { document_.assign(after_, setting_.empty()); }
    int id() const override { return setting_.empty() ? -1 : kMergeableCommand; }

    bool mergeWith(const QUndoCommand* other) override {
        const auto& next = static_cast<const Change&>(*other);
        if (next.setting_ != setting_ || next.step_ != step_) {
            return false;
        }
        after_ = next.after_;
        setObsolete(after_ == before_);
        return true;
    }

private:
    ExperimentDocument& document_;
    ExperimentSpec before_;
    ExperimentSpec after_;
    std::string setting_;
    int step_;
};

ExperimentDocument::ExperimentDocument(ExperimentSpec specification, QObject* parent)
    : QObject(parent), specification_(std::move(specification)) {}

const std::vector<Json>* ExperimentDocument::axisValues(const std::string& path) const {
    const auto& axes = specification_.vary;
    const auto axis = findAxis(axes, path);
    return axis == axes.end() ? nullptr : &axis->values;
}

void ExperimentDocument::setValue(const std::string& path, const Json& value) {
    const experiment::Field& field = experiment::fieldAt(path);
    ExperimentSpec next = specification_;
    field.set(next.base, value);
    push(std::move(next), tr("change of %1").arg(fieldLabelInSentence(field)), path);
}

void ExperimentDocument::setAxis(const std::string& path, std::vector<Json> values) {
    edit(path, axisLabelInSentence(path),
         [&](ExperimentSpec& specification) { replaceAxis(specification.vary, path, std::move(values)); });
}

void ExperimentDocument::setAlternatives(const std::string& path, const std::vector<Json>& values) {
    edit(path, axisLabelInSentence(path), [&](ExperimentSpec& specification) {
        experiment::fieldAt(path).set(specification.base, values.front());
        replaceAxis(specification.vary, path, values.size() > 1 ? values : std::vector<Json>{});
    });
}

void ExperimentDocument::collapseAxis(const std::string& path) {
    const std::vector<Json>* values = axisValues(path);
    if (values != nullptr && !values->empty()) {
        setAlternatives(path, {values->front()});
    }
}

void ExperimentDocument::setDeployments(std::vector<deploy::Deployment> deployments) {
    edit("deployments", tr("deployments"),
         [&](ExperimentSpec& specification) { specification.base.deployments = std::move(deployments); });
}

void ExperimentDocument::setTitle(const std::string& title) {
    edit("title", tr("title"), [&](ExperimentSpec& specification) { specification.title = title; });
}

void ExperimentDocument::setRepeats(const experiment::Repeats& repeats) {
    edit("repeats", tr("repeats"), [&](ExperimentSpec& specification) { specification.repeats = repeats; });
}

void ExperimentDocument::closeStep() {
    ++step_;
}

void ExperimentDocument::replace(ExperimentSpec specification, const QString& what) {
    push(std::move(specification), what, {});
}

void ExperimentDocument::load(ExperimentSpec specification) {
    undoStack_.clear();
    assign(specification, true);
}

void ExperimentDocument::push(ExperimentSpec next, const QString& what, const std::string& setting) {
    if (next != specification_) {
        undoStack_.push(new Change(*this, specification_, std::move(next), setting, what));
    }
}

void ExperimentDocument::edit(const std::string& setting, const QString& label,
                              const std::function<void(ExperimentSpec&)>& change) {
    ExperimentSpec next = specification_;
    change(next);
    push(std::move(next), tr("change of %1").arg(label), setting);
}

void ExperimentDocument::assign(const ExperimentSpec& specification, bool wholly) {
    specification_ = specification;
    if (wholly) {
        emit replaced();
    }
    emit changed();
}

} // namespace roundoff::ui
