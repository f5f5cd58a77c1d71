// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QHash>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include "core/experiment/experiment_spec.h"

namespace roundoff::ui {

/// The experiment that is being edited, and the way back. Every change is one command of the undo stack; changes of one
/// setting that follow each other are one command together.
class ExperimentDocument : public QObject {
    Q_OBJECT

public:
    explicit ExperimentDocument(experiment::ExperimentSpec specification, QObject* parent = nullptr);

    [[nodiscard]] const experiment::ExperimentSpec& specification() const { return state_.specification; }
    [[nodiscard]] QUndoStack& undoStack() { return undoStack_; }

    /// The values of an axis; null if the path is not one.
    [[nodiscard]] const std::vector<experiment::Json>* axisValues(const std::string& path) const;

    /// The file that it was opened from or saved to last; empty for none.
    [[nodiscard]] const QString& filePath() const { return state_.filePath; }
    /// Whether it differs from that file. Without a file nothing can be out of date.
    [[nodiscard]] bool isModified() const;
    /// The experiment's title, or else the name of its file.
    [[nodiscard]] QString displayName() const;

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
    /// @param what  the name of the command: "Opening of bit-width"
    void replace(experiment::ExperimentSpec specification, const QString& filePath, const QString& what);

    /// Remembers that the file holds the experiment as it is now.
    void markSaved(const QString& filePath);

    /// The same for an experiment taken up again that may have changed since.
    void restoreFile(const QString& filePath, const experiment::ExperimentSpec& saved);
    [[nodiscard]] experiment::ExperimentSpec savedSpecification() const;

signals:
    /// Another experiment has come, or has come back; changed() follows.
    void replaced();
    void changed();

private:
    struct State {
        experiment::ExperimentSpec specification;
        QString filePath;

        bool operator==(const State&) const = default;
    };
    class Change;

    /// @param setting  names what changes: changes of the same setting in a row are merged; empty ones never are
    void push(State next, const QString& what, const std::string& setting);
    void edit(const std::string& setting, const QString& label,
              const std::function<void(experiment::ExperimentSpec&)>& change);
    void assign(const State& state, bool wholly);

    State state_;
    QHash<QString, experiment::ExperimentSpec> savedByPath_;
    QUndoStack undoStack_;
    int step_ = 0; // Changes are merged within one only.
};

} // namespace roundoff::ui
