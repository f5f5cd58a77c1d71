// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QString>

#include "core/deploy/weight_report.h"
#include "core/experiment/inputs.h"
#include "core/experiment/run_result.h"
#include "core/experiment/run_spec.h"
#include "ui/weights/latest_only.h"

namespace roundoff::ui {

/// A run that came to its end, with its weights.
struct TrainedRun {
    QString label;
    experiment::RunSpec spec;
    std::shared_ptr<const experiment::RunResult> result;
};

/// The room that deployed weights take as codes.
struct PackedSize {
    int bitsPerWeight = 0;
    std::size_t bytes = 0;

    bool operator==(const PackedSize&) const = default;
};

/// What is known of a deployment, which grows in this order.
struct StudyAnswer {
    deploy::Deployment deployment;
    std::shared_ptr<const deploy::WeightReport> report;
    std::optional<PackedSize> packed;
    QString packingProblem; ///< Why the weights cannot be packed.
    std::optional<experiment::Evaluation> test;
    int classes = 0;        ///< Of the data set; known with `test`.
    QString testProblem;    ///< Why the network could not be tested; not final: a later question may succeed.
    QString weightsProblem; ///< Why the weights could not be read, so that there is nothing else; not final either.

    [[nodiscard]] bool isComplete() const {
        return report && (packed || !packingProblem.isEmpty()) && test.has_value();
    }
};

/// Rounds one run's weights in the background, as fast as questions come: the report of the histograms first, then the
/// packed size, then the test accuracy. Answers are kept, so that going back is immediate.
class WeightStudy : public QObject {
    Q_OBJECT

public:
    explicit WeightStudy(std::shared_ptr<experiment::Inputs> inputs, QObject* parent = nullptr);
    /// Ends an evaluation at its next batch.
    ~WeightStudy() override;

    /// The run that questions are about from now on; answers about another one do not come any more.
    void setRun(const TrainedRun& run);
    /// Only after a run was set.
    void ask(const deploy::Deployment& deployment);

signals:
    /// What is known now; several times for one question. What is known of a question that is not the newest any more
    /// comes too, up to where it was left.
    void answered(const roundoff::ui::StudyAnswer& answer);

private:
    class Subject;

    void remember(const std::shared_ptr<Subject>& subject, const StudyAnswer& answer);

    std::shared_ptr<experiment::Inputs> inputs_;
    std::shared_ptr<Subject> subject_;
    std::vector<StudyAnswer> known_; // of the subject, the newest last
    LatestOnly worker_;
};

} // namespace roundoff::ui
