// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/measurement_rows.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>

#include "core/experiment/step_log.h"
#include "core/store/common_start.h"
#include "core/store/row_names.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

using experiment::EpochResult;
using experiment::Evaluation;
using experiment::MetricPoint;

// Whether all bits are the same: a NaN in a log must not make all that follows it look new.
bool samePoint(const MetricPoint& a, const MetricPoint& b) {
    static_assert(sizeof(MetricPoint) == 4 * sizeof(std::uint32_t) + 4 * sizeof(double), "it has padding now");
    using Bytes = std::array<std::byte, sizeof(MetricPoint)>;
    return std::bit_cast<Bytes>(a) == std::bit_cast<Bytes>(b);
}

void removeMeasurements(sqlite::Database& database, const std::string& run) {
    for (const char* sql : {"DELETE FROM epochs WHERE run=?", "DELETE FROM steps WHERE run=?",
                            "DELETE FROM telemetry WHERE run=?", "DELETE FROM layers WHERE run=?",
                            "DELETE FROM exponents WHERE run=?", "DELETE FROM first_nonfinite WHERE run=?"}) {
        database.prepare(sql).bind(run).run();
    }
}

EpochResult readEpoch(const sqlite::Statement& row) {
    EpochResult epoch;
    epoch.epoch = static_cast<int>(row.integer(0, 1, std::numeric_limits<int>::max()));
    epoch.training = {row.real(1), row.real(2)};
    if (!row.isNull(4)) { // An accuracy is never NaN, so this is what tells whether there was a validation.
        epoch.validation = Evaluation{row.real(3), row.real(4)};
    }
    epoch.test = {row.real(5), row.real(6)};
    epoch.trainSeconds = row.real(7);
    epoch.evalSeconds = row.real(8);
    epoch.gradientNorm = row.real(9);
    epoch.clippedFraction = row.real(10);
    epoch.lossScale = row.real(11);
    epoch.skippedSteps = row.integer(12, 0, kMaxCount);
    return epoch;
}

MetricPoint readPoint(const sqlite::Statement& row) {
    MetricPoint point;
    point.epoch = static_cast<std::uint32_t>(row.integer(0, 1, kMaxCount));
    point.step = static_cast<std::uint32_t>(row.integer(1, 1, kMaxCount));
    point.merged = static_cast<std::uint32_t>(row.integer(2, 1, point.step));
    point.skipped = static_cast<std::uint32_t>(row.integer(3, 0, point.merged));
    point.loss = row.real(4);
    point.gradientNorm = row.real(5);
    point.clippedFraction = row.real(6);
    point.lossScale = row.real(7);
    return point;
}

} // namespace

void writeEpochs(sqlite::Database& database, const std::string& run, const Measurements& before,
                 const Measurements& now) {
    const std::size_t same = commonStart(before.epochs, now.epochs);
    if (same < before.epochs.size()) {
        database.prepare("DELETE FROM epochs WHERE run=? AND epoch>=?").bind(run, before.epochs[same].epoch).run();
    }
    auto insert = database.prepare("INSERT INTO epochs VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    for (std::size_t i = same; i < now.epochs.size(); ++i) {
        const EpochResult& epoch = now.epochs[i];
        insert
            .bind(run, epoch.epoch, epoch.training.loss, epoch.training.accuracy,
                  epoch.validation ? std::optional(epoch.validation->loss) : std::nullopt,
                  epoch.validation ? std::optional(epoch.validation->accuracy) : std::nullopt, epoch.test.loss,
                  epoch.test.accuracy, epoch.trainSeconds, epoch.evalSeconds, epoch.gradientNorm, epoch.clippedFraction,
                  epoch.lossScale, epoch.skippedSteps)
            .run();
    }
}

std::vector<EpochResult> readEpochs(sqlite::Database& database, const std::string& run,
                                    const MeasurementLimits& limits) {
    std::vector<EpochResult> epochs;
    auto rows = database.prepare("SELECT epoch, train_loss, train_accuracy, validation_loss, validation_accuracy, "
                                 "test_loss, test_accuracy, train_seconds, eval_seconds, gradient_norm, "
                                 "clipped_fraction, loss_scale, skipped_steps FROM epochs WHERE run=? ORDER BY epoch");
    rows.bind(run);
    while (rows.step()) {
        epochs.push_back(readEpoch(rows));
        if (epochs.back().epoch != static_cast<int>(epochs.size()) || epochs.back().epoch > limits.epochs) {
            failRun(database, run, "its epochs are not 1, 2, 3, ... up to at most " + std::to_string(limits.epochs));
        }
    }
    return epochs;
}

void writeSteps(sqlite::Database& database, const std::string& run, const Measurements& before,
                const Measurements& now) {
    const std::size_t same = commonStart(before.steps, now.steps, samePoint);
    if (same < before.steps.size()) {
        database.prepare("DELETE FROM steps WHERE run=? AND step>=?").bind(run, before.steps[same].step).run();
    }
    auto insert = database.prepare("INSERT INTO steps VALUES(?,?,?,?,?,?,?,?,?)");
    for (std::size_t i = same; i < now.steps.size(); ++i) {
        const MetricPoint& point = now.steps[i];
        insert
            .bind(run, point.epoch, point.step, point.merged, point.loss, point.gradientNorm, point.clippedFraction,
                  point.lossScale, point.skipped)
            .run();
    }
}

std::vector<MetricPoint> readSteps(sqlite::Database& database, const std::string& run,
                                   const MeasurementLimits& limits) {
    std::vector<MetricPoint> steps;
    auto rows = database.prepare("SELECT epoch, step, merged, skipped, loss, gradient_norm, clipped_fraction, "
                                 "loss_scale FROM steps WHERE run=? ORDER BY step");
    rows.bind(run);
    MetricPoint last;
    while (rows.step()) {
        const MetricPoint point = readPoint(rows);
        if (point.epoch < last.epoch || point.epoch > static_cast<std::uint32_t>(limits.epochs) ||
            point.step - last.step < point.merged) {
            failRun(database, run, "its steps are not in order");
        }
        if (steps.size() > experiment::StepLog::kDefaultCapacity) { // The last one may still be open.
            failRun(database, run, "it has more steps than are kept of any");
        }
        steps.push_back(point);
        last = point;
    }
    return steps;
}

void writeMeasurements(sqlite::Database& database, const std::string& run, const Measurements* before,
                       const Measurements& now) {
    static const Measurements kNothing;
    if (before == nullptr) {
        removeMeasurements(database, run);
        before = &kNothing;
    }
    for (const auto write : {writeEpochs, writeSteps, writeTelemetry, writeExponents, writeFirstNonFinite}) {
        write(database, run, *before, now);
    }
}

Measurements readMeasurements(sqlite::Database& database, const std::string& run, const MeasurementLimits& limits) {
    return {readEpochs(database, run, limits), readSteps(database, run, limits), readTelemetry(database, run, limits),
            readExponents(database, run, limits), readFirstNonFinite(database, run, limits)};
}

} // namespace roundoff::store
