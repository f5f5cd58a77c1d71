// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checkpoint_rows.h"

#include <bit>
#include <limits>
#include <utility>

#include "core/store/row_names.h"
#include "core/store/sqlite/blob_reader.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

constexpr std::int64_t kMaxWidth = 10'000'000; // Of a layer.

// A log goes on from its points and from how many points were added to one.
template <typename State, typename Points>
State logState(const sqlite::Database& database, const std::string& run, Points points, std::int64_t stride,
               std::int64_t inOpen) {
    State state;
    state.stride = static_cast<std::size_t>(stride);
    state.inOpen = static_cast<std::size_t>(inOpen);
    if (!std::has_single_bit(state.stride) || state.inOpen >= state.stride || (inOpen > 0 && points.empty())) {
        failRun(database, run, "its checkpoint contradicts what it has measured");
    }
    state.points = std::move(points);
    if (inOpen > 0) {
        state.open = std::move(state.points.back());
        state.points.pop_back();
    }
    return state;
}

// Whether a network with these hidden layers has such a tensor. The data decide how many inputs and classes it has.
bool belongsTo(const std::vector<int>& hidden, const nn::StateTensor& tensor) {
    for (std::size_t layer = 0; layer <= hidden.size(); ++layer) {
        const std::string name = layerText(static_cast<int>(layer) + 1);
        const bool bias = tensor.parameter == name + ".bias";
        if (bias || tensor.parameter == name + ".weight") {
            const bool outputsFit = layer == hidden.size() || tensor.cols == static_cast<std::size_t>(hidden[layer]);
            const bool inputsFit = bias ? tensor.rows == 1
                                        : layer == 0 || tensor.rows == static_cast<std::size_t>(hidden[layer - 1]);
            return outputsFit && inputsFit;
        }
    }
    return false;
}

// Each is known to be the network's before there is memory for it.
std::vector<nn::StateTensor> readTensors(sqlite::Database& database, const std::string& run, bool doubleContainer,
                                         const std::vector<int>& hidden) {
    const std::int64_t size = doubleContainer ? sizeof(double) : sizeof(float);
    const std::size_t most = (hidden.size() + 1) * 2 * 4; // Weights and biases, four parts of each.
    constexpr auto kMostValues = static_cast<std::int64_t>(sqlite::Database::kMostTensorValues);
    std::vector<nn::StateTensor> tensors;
    auto rows = database.prepare("SELECT position, parameter, part, rows, cols, length(data), rowid "
                                 "FROM checkpoint_tensors WHERE run=? ORDER BY position");
    rows.bind(run);
    while (rows.step()) {
        nn::StateTensor tensor;
        tensor.parameter = rows.text(1);
        tensor.part = partFromText(database, rows.text(2));
        const std::int64_t height = rows.integer(3, 1, kMaxWidth);
        const std::int64_t width = rows.integer(4, 1, kMaxWidth);
        tensor.rows = static_cast<std::size_t>(height);
        tensor.cols = static_cast<std::size_t>(width);
        if (rows.integer(0) != static_cast<std::int64_t>(tensors.size()) || tensors.size() == most ||
            !belongsTo(hidden, tensor) || height * width > kMostValues || rows.integer(5) != height * width * size) {
            failRun(database, run, "the tensors of its checkpoint are not those of its network");
        }
        sqlite::BlobReader bytes(database, "checkpoint_tensors", "data", rows.integer(6));
        if (bytes.size() != static_cast<std::size_t>(height * width * size)) {
            failRun(database, run, "the tensors of its checkpoint are not those of its network");
        }
        tensor.bits.resize(bytes.size());
        bytes.read(tensor.bits);
        tensors.push_back(std::move(tensor));
    }
    return tensors;
}

} // namespace

void writeCheckpoint(sqlite::Database& database, const std::string& run, const experiment::RunCheckpoint& checkpoint) {
    removeCheckpoint(database, run);
    const nn::TrainerState& trainer = checkpoint.trainer;
    database.prepare("INSERT INTO checkpoints VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(run, checkpoint.epochs.back().epoch, checkpoint.steps, containerText(trainer.doubleContainer),
              trainer.lossScale, trainer.finiteSteps, trainer.optimiserSteps, trainer.nonFiniteFound, trainer.skipTold,
              checkpoint.stepLog.stride, checkpoint.stepLog.inOpen, checkpoint.telemetry.log.stride,
              checkpoint.telemetry.log.inOpen)
        .run();
    const sqlite::WritingTensors large(database);
    auto insert = database.prepare("INSERT INTO checkpoint_tensors VALUES(?,?,?,?,?,?,?)");
    for (std::size_t i = 0; i < trainer.tensors.size(); ++i) {
        const nn::StateTensor& tensor = trainer.tensors[i];
        large.requireReadable(tensor.rows * tensor.cols);
        insert.bind(run, i, tensor.parameter, partText(tensor.part), tensor.rows, tensor.cols, tensor.bits).run();
    }
}

void removeCheckpoint(sqlite::Database& database, const std::string& run) {
    database.prepare("DELETE FROM checkpoints WHERE run=?").bind(run).run();
    database.prepare("DELETE FROM checkpoint_tensors WHERE run=?").bind(run).run();
}

std::optional<int> readCheckpointEpoch(sqlite::Database& database, const std::string& run) {
    auto row = database.prepare("SELECT epoch FROM checkpoints WHERE run=?");
    if (!row.bind(run).step()) {
        return std::nullopt;
    }
    return static_cast<int>(row.integer(0, 1, std::numeric_limits<int>::max()));
}

std::optional<experiment::RunCheckpoint> readCheckpoint(sqlite::Database& database, const std::string& run,
                                                        Measurements measured, const experiment::RunSpec& spec) {
    auto row = database.prepare("SELECT epoch, steps, type, loss_scale, finite_steps, optimiser_steps, "
                                "nonfinite_found, skip_told, step_stride, step_open, telemetry_stride, telemetry_open "
                                "FROM checkpoints WHERE run=?");
    if (!row.bind(run).step()) {
        return std::nullopt;
    }
    experiment::RunCheckpoint checkpoint;
    checkpoint.steps = static_cast<std::uint32_t>(row.integer(1, 1, kMaxCount));
    nn::TrainerState& trainer = checkpoint.trainer;
    trainer.doubleContainer = isDoubleContainer(database, row.text(2));
    trainer.lossScale = row.real(3);
    trainer.finiteSteps = static_cast<int>(row.integer(4, 0, std::numeric_limits<int>::max()));
    trainer.optimiserSteps = row.integer(5, 0, std::numeric_limits<std::int64_t>::max());
    trainer.nonFiniteFound = row.integer(6, 0, 1) == 1;
    trainer.skipTold = row.integer(7, 0, 1) == 1;
    std::uint64_t steps = 0;
    for (const experiment::MetricPoint& point : measured.steps) {
        steps += point.merged;
    }
    if (row.integer(0) != static_cast<std::int64_t>(measured.epochs.size()) || steps != checkpoint.steps) {
        failRun(database, run, "its checkpoint contradicts what it has measured");
    }
    checkpoint.epochs = std::move(measured.epochs);
    checkpoint.stepLog = logState<experiment::StepLog::State>(
        database, run, std::move(measured.steps), row.integer(8, 1, kMaxCount), row.integer(9, 0, kMaxCount));
    checkpoint.telemetry.log = logState<decltype(checkpoint.telemetry.log)>(
        database, run, std::move(measured.telemetry), row.integer(10, 1, kMaxCount), row.integer(11, 0, kMaxCount));
    checkpoint.telemetry.exponents = std::move(measured.exponents);
    checkpoint.telemetry.first = measured.firstNonFinite;
    trainer.tensors = readTensors(database, run, trainer.doubleContainer, spec.network.hidden);
    return checkpoint;
}

} // namespace roundoff::store
