// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QObject>
#include <QString>
#include <QUndoStack>

#include "core/experiment/experiment_spec.h"

namespace roundoff::ui {

/// The experiment that is being edited, and the way back. Every change is one command of the undo stack with a name
/// that goes on from "Undo": "change of learning rate". Changes of one setting that follow each other are one command
/// together. It is a value: where it is kept is a `DocumentFile`'s affair.
class ExperimentDocument : public QObject {
    Q_OBJECT

public:
    explicit ExperimentDocument(experiment::ExperimentSpec specification, QObject* parent = nullptr);

    [[nodiscard]] const experiment::ExperimentSpec& specification() const { return specification_; }
    [[nodiscard]] QUndoStack& undoStack() { return undoStack_; }

    /// The values of an axis; null if the path is not one.
    [[nodiscard]] const std::vector<experiment::Json>* axisValues(const std::string& path) const;

    /// Sets a field of the base run.
    /// @throws InputError if the field does not take the value; nothing has changed then
    void setValue(const std::string& path, const experiment::Json& value);

    /// Makes a field or group an axis, or gives an axis other values; without values it is none any more.
    /// The values have to be ones that the field takes.
    void setAxis(const std::string& path, std::vector<experiment::Json> values);

    /// One value is the base run's and there is no axis; several are an axis, and the first is the base run's too.
    /// @param values  at least one that the field takes
    void setAlternatives(const std::string& path, const std::vector<experiment::Json>& values);

    /// Ends an axis over a field: the base run takes its first value.
    void collapseAxis(const std::string& path);

    void setDeployments(std::vector<deploy::Deployment> deployments);
    void setTitle(const std::string& title);
    void setRepeats(const experiment::Repeats& repeats);

    /// The next change is a command of its own, even of the setting that changed last.
    void closeStep();

    /// Another experiment in the place of this one; undo brings this one back.
    /// @param what  the name of the command: "reset to defaults"
    void replace(experiment::ExperimentSpec specification, const QString& what);

    /// Begins anew with another experiment, to which no undo leads back.
    void load(experiment::ExperimentSpec specification);

signals:
    /// Another experiment has come, or has come back; changed() follows.
    void replaced();
    void changed();

private:
    class Change;

    /// @param setting  names what changes: changes of the same setting in a row are merged; empty ones never are
    void push(experiment::ExperimentSpec next, const QString& what, const std::string& setting);
    void edit(const std::string& setting, const QString& label,
              const std::function<void(experiment::ExperimentSpec&)>& change);
    void assign(const experiment::ExperimentSpec& specification, bool wholly);

    experiment::ExperimentSpec specification_;
    QUndoStack undoStack_;
    int step_ = 0; // Changes are merged within one only.
};

} // namespace roundoff::ui
