// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include "core/experiment/telemetry_recorder.h"
#include "core/store/common_start.h"
#include "core/store/measurement_rows.h"
#include "core/store/row_names.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

using nn::LayerTelemetry;
using nn::RoleTelemetry;
using nn::TelemetrySample;

constexpr std::int64_t kMaxValues = std::numeric_limits<std::int64_t>::max();

class SampleReader {
public:
    SampleReader(const sqlite::Database& database, const std::string& run, const MeasurementLimits& limits)
        : database_(database), run_(run), limits_(limits) {}

    // The sample that a row belongs to, whose first columns are epoch, step and sampled; rows come by step. A sample
    // may have no row in the one table or the other.
    TelemetrySample& sampleOf(const sqlite::Statement& row) {
        TelemetrySample sample;
        sample.epoch = static_cast<std::uint32_t>(row.integer(0, 1, limits_.epochs));
        sample.step = static_cast<std::uint32_t>(row.integer(1, 1, kMaxCount));
        sample.sampled = static_cast<std::uint32_t>(row.integer(2, 1, sample.step));
        while (next_ < samples_.size() && samples_[next_].step < sample.step) {
            ++next_;
        }
        if (next_ == samples_.size() || samples_[next_].step != sample.step) {
            if (samples_.size() > experiment::TelemetryRecorder::kCapacity) { // The last one may still be open.
                fail("it has more looks inside than are kept of any");
            }
            samples_.insert(samples_.begin() + static_cast<std::ptrdiff_t>(next_), sample);
        }
        TelemetrySample& found = samples_[next_];
        if (found.epoch != sample.epoch || found.sampled != sample.sampled) {
            fail("what was seen in step " + std::to_string(sample.step) + " contradicts itself");
        }
        return found;
    }
    void rewind() { next_ = 0; }

    std::vector<TelemetrySample> take() {
        for (TelemetrySample& sample : samples_) {
            std::sort(sample.roles.begin(), sample.roles.end(), [](const RoleTelemetry& a, const RoleTelemetry& b) {
                return std::pair(a.layer, a.role) < std::pair(b.layer, b.role);
            });
            std::sort(sample.layers.begin(), sample.layers.end(),
                      [](const LayerTelemetry& a, const LayerTelemetry& b) { return a.layer < b.layer; });
        }
        const auto later = [](const TelemetrySample& a, const TelemetrySample& b) { return a.epoch > b.epoch; };
        if (std::adjacent_find(samples_.begin(), samples_.end(), later) != samples_.end()) {
            fail("the looks inside are not in order");
        }
        return std::move(samples_);
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw sqlite::damaged(database_.file(), "run " + run_ + ": " + what);
    }

    const sqlite::Database& database_;
    const std::string& run_;
    const MeasurementLimits& limits_;
    std::vector<TelemetrySample> samples_;
    std::size_t next_ = 0;
};

std::uint64_t count(const sqlite::Statement& row, int column) {
    return static_cast<std::uint64_t>(row.integer(column, 0, kMaxValues));
}

RoleTelemetry readRole(const sqlite::Database& database, const sqlite::Statement& row, int layers) {
    RoleTelemetry seen;
    seen.layer = layerFromText(database, row.text(3), layers);
    seen.role = roleFromText(database, row.text(4));
    seen.counts.values = count(row, 5);
    seen.counts.zero = count(row, 6);
    seen.counts.underflowed = count(row, 7);
    seen.counts.subnormal = count(row, 8);
    seen.counts.overflowed = count(row, 9);
    seen.counts.saturated = count(row, 10);
    seen.counts.nonFinite = count(row, 11);
    seen.counts.nanReplaced = count(row, 12);
    seen.signal = row.real(13);
    seen.noise = row.real(14);
    return seen;
}

LayerTelemetry readLayer(const sqlite::Database& database, const sqlite::Statement& row, int layers) {
    LayerTelemetry seen;
    seen.layer = layerFromText(database, row.text(3), layers);
    seen.gradientNorm = row.real(4);
    seen.updates = count(row, 5);
    seen.swallowed = count(row, 6);
    seen.additions = count(row, 7);
    seen.stagnated = count(row, 8);
    seen.accumulatorUnderflowed = count(row, 9);
    seen.accumulatorOverflowed = count(row, 10);
    return seen;
}

} // namespace

void writeTelemetry(sqlite::Database& database, const std::string& run, const Measurements& before,
                    const Measurements& now) {
    const std::size_t same = commonStart(before.telemetry, now.telemetry);
    if (same < before.telemetry.size()) {
        const std::uint32_t from = before.telemetry[same].step;
        database.prepare("DELETE FROM telemetry WHERE run=? AND step>=?").bind(run, from).run();
        database.prepare("DELETE FROM layers WHERE run=? AND step>=?").bind(run, from).run();
    }
    auto insertRole = database.prepare("INSERT INTO telemetry VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    auto insertLayer = database.prepare("INSERT INTO layers VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
    for (std::size_t i = same; i < now.telemetry.size(); ++i) {
        const TelemetrySample& sample = now.telemetry[i];
        for (const RoleTelemetry& seen : sample.roles) {
            const nn::RoundingCounts& counts = seen.counts;
            const std::string layer = layerText(seen.layer);
            insertRole
                .bind(run, sample.epoch, sample.step, sample.sampled, layer, nn::roleName(seen.role), counts.values,
                      counts.zero, counts.underflowed, counts.subnormal, counts.overflowed, counts.saturated,
                      counts.nonFinite, counts.nanReplaced, seen.signal, seen.noise)
                .run();
        }
        for (const LayerTelemetry& seen : sample.layers) {
            const std::string layer = layerText(seen.layer);
            insertLayer
                .bind(run, sample.epoch, sample.step, sample.sampled, layer, seen.gradientNorm, seen.updates,
                      seen.swallowed, seen.additions, seen.stagnated, seen.accumulatorUnderflowed,
                      seen.accumulatorOverflowed)
                .run();
        }
    }
}

std::vector<TelemetrySample> readTelemetry(sqlite::Database& database, const std::string& run,
                                           const MeasurementLimits& limits) {
    SampleReader samples(database, run, limits);
    auto roles = database.prepare("SELECT epoch, step, sampled, layer, role, \"values\", zero, underflowed, subnormal, "
                                  "overflowed, saturated, non_finite, nan_replaced, signal, noise FROM telemetry "
                                  "WHERE run=? ORDER BY step");
    roles.bind(run);
    while (roles.step()) {
        samples.sampleOf(roles).roles.push_back(readRole(database, roles, limits.layers));
    }
    samples.rewind();
    auto layers = database.prepare("SELECT epoch, step, sampled, layer, gradient_norm, updates, swallowed, additions, "
                                   "stagnated, accumulator_underflowed, accumulator_overflowed FROM layers "
                                   "WHERE run=? ORDER BY step");
    layers.bind(run);
    while (layers.step()) {
        samples.sampleOf(layers).layers.push_back(readLayer(database, layers, limits.layers));
    }
    return samples.take();
}

} // namespace roundoff::store
