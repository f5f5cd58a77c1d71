// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <span>
#include <tuple>

#include "core/store/measurement_rows.h"
#include "core/store/row_names.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

using nn::ExponentHistogram;
using nn::ExponentTelemetry;
using nn::FirstNonFinite;

constexpr std::size_t kMostHistograms = 4096; // Twice as many as are kept of any run.

using Histograms = std::span<const ExponentTelemetry>;

// Those of one epoch; the list is sorted by it.
Histograms ofEpoch(const std::vector<ExponentTelemetry>& all, std::uint32_t epoch) {
    const auto first = std::lower_bound(all.begin(), all.end(), epoch,
                                        [](const auto& seen, std::uint32_t value) { return seen.epoch < value; });
    const auto last = std::upper_bound(first, all.end(), epoch,
                                       [](std::uint32_t value, const auto& seen) { return value < seen.epoch; });
    return {first, last};
}

// Calls f(epoch) for each epoch of a list once.
template <typename F>
void forEachEpoch(const std::vector<ExponentTelemetry>& all, F f) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i == 0 || all[i].epoch != all[i - 1].epoch) {
            f(all[i].epoch);
        }
    }
}

void insertHistogram(sqlite::Statement& insert, const std::string& run, const ExponentTelemetry& seen) {
    const std::string layer = layerText(seen.layer);
    // One of zeros only has a row too, so that it is there when it is read again.
    const bool empty = seen.histogram.total() == 0;
    for (std::size_t bin = 0; bin < ExponentHistogram::kBins; ++bin) {
        if (seen.histogram.counts[bin] > 0 || (empty && bin == 0)) {
            insert
                .bind(run, seen.epoch, layer, nn::roleName(seen.role),
                      ExponentHistogram::kLowest + static_cast<int>(bin), seen.histogram.counts[bin])
                .run();
        }
    }
}

} // namespace

void writeExponents(sqlite::Database& database, const std::string& run, const Measurements& before,
                    const Measurements& now) {
    auto remove = database.prepare("DELETE FROM exponents WHERE run=? AND epoch=?");
    forEachEpoch(before.exponents, [&](std::uint32_t epoch) {
        if (!std::ranges::equal(ofEpoch(before.exponents, epoch), ofEpoch(now.exponents, epoch))) {
            remove.bind(run, epoch).run();
        }
    });
    auto insert = database.prepare("INSERT INTO exponents VALUES(?,?,?,?,?,?)");
    forEachEpoch(now.exponents, [&](std::uint32_t epoch) {
        const Histograms histograms = ofEpoch(now.exponents, epoch);
        if (!std::ranges::equal(ofEpoch(before.exponents, epoch), histograms)) {
            for (const ExponentTelemetry& seen : histograms) {
                insertHistogram(insert, run, seen);
            }
        }
    });
}

std::vector<ExponentTelemetry> readExponents(sqlite::Database& database, const std::string& run,
                                             const MeasurementLimits& limits) {
    std::vector<ExponentTelemetry> all;
    auto rows = database.prepare("SELECT epoch, layer, role, exponent, count FROM exponents WHERE run=? "
                                 "ORDER BY epoch, layer, role");
    rows.bind(run);
    while (rows.step()) {
        const auto epoch = static_cast<std::uint32_t>(rows.integer(0, 1, limits.epochs));
        const int layer = layerFromText(database, rows.text(1), limits.layers);
        const nn::Role role = roleFromText(database, rows.text(2));
        if (all.empty() || all.back().epoch != epoch || all.back().layer != layer || all.back().role != role) {
            if (all.size() == kMostHistograms) {
                throw sqlite::damaged(database.file(), "run " + run + ": it has more exponents than are kept of any");
            }
            all.push_back({epoch, layer, role, {}});
        }
        const auto exponent = rows.integer(3, ExponentHistogram::kLowest, ExponentHistogram::kHighest);
        all.back().histogram.counts.at(static_cast<std::size_t>(
            exponent - ExponentHistogram::kLowest)) = static_cast<std::uint32_t>(rows.integer(4, 0, kMaxCount));
    }
    std::sort(all.begin(), all.end(), [](const ExponentTelemetry& a, const ExponentTelemetry& b) {
        return std::tuple(a.epoch, a.layer, a.role) < std::tuple(b.epoch, b.layer, b.role);
    });
    return all;
}

void writeFirstNonFinite(sqlite::Database& database, const std::string& run, const Measurements& before,
                         const Measurements& now) {
    if (before.firstNonFinite == now.firstNonFinite) {
        return;
    }
    database.prepare("DELETE FROM first_nonfinite WHERE run=?").bind(run).run();
    if (const auto& first = now.firstNonFinite) {
        const std::string layer = layerText(first->layer);
        database.prepare("INSERT INTO first_nonfinite VALUES(?,?,?,?,?,?,?,?,?)")
            .bind(run, first->epoch, first->step, layer, nn::roleName(first->role), nn::operationName(first->operation),
                  first->nan ? "nan" : "infinity", first->rounding, first->skipped)
            .run();
    }
}

std::optional<FirstNonFinite> readFirstNonFinite(sqlite::Database& database, const std::string& run,
                                                 const MeasurementLimits& limits) {
    auto row = database.prepare("SELECT epoch, step, layer, role, operation, kind, by_rounding, skipped "
                                "FROM first_nonfinite WHERE run=?");
    if (!row.bind(run).step()) {
        return std::nullopt;
    }
    FirstNonFinite first;
    first.epoch = static_cast<std::uint32_t>(row.integer(0, 1, limits.epochs));
    first.step = static_cast<std::uint32_t>(row.integer(1, 1, kMaxCount));
    first.layer = layerFromText(database, row.text(2), limits.layers);
    first.role = roleFromText(database, row.text(3));
    first.operation = operationFromText(database, row.text(4));
    const std::string kind = row.text(5);
    if (kind != "nan" && kind != "infinity") {
        throw sqlite::damaged(database.file(), "run " + run + ": its first number that is not finite is of no kind");
    }
    first.nan = kind == "nan";
    first.rounding = row.integer(6, 0, 1) == 1;
    first.skipped = row.integer(7, 0, 1) == 1;
    return first;
}

} // namespace roundoff::store
