// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_names.h"

#include <array>
#include <charconv>
#include <span>

#include "core/data/display_text.h"
#include "core/nn/layer_precision.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

constexpr std::array<std::string_view, 4> kParts{"weights", "master_weights", "first_moment", "second_moment"};
constexpr std::array<std::string_view, 5> kStatuses{"running", "done", "diverged", "stopped", "failed"};

// The place of a text among the names.
std::size_t placeOf(const sqlite::Database& database, std::string_view text, std::span<const std::string_view> names,
                    const char* what) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == text) {
            return i;
        }
    }
    throw sqlite::damaged(database.file(), data::displayMessage("'" + std::string(text) + "' is no " + what));
}

} // namespace

void failRun(const sqlite::Database& database, const std::string& run, const std::string& what) {
    throw sqlite::damaged(database.file(), "run " + run + ": " + what);
}

std::string layerText(int layer) {
    return nn::layerName(static_cast<std::size_t>(layer));
}

int layerFromText(const sqlite::Database& database, std::string_view text, int layers) {
    constexpr std::string_view kStart = "layer";
    int layer = 0;
    if (text.starts_with(kStart)) {
        const std::string_view digits = text.substr(kStart.size());
        std::from_chars(digits.data(), digits.data() + digits.size(), layer);
    }
    if (layer < 1 || layer > layers || layerText(layer) != text) {
        throw sqlite::damaged(database.file(),
                              data::displayMessage("'" + std::string(text) + "' is no layer of its run"));
    }
    return layer;
}

nn::Role roleFromText(const sqlite::Database& database, std::string_view text) {
    static const auto names = [] {
        std::array<std::string_view, nn::kRoleCount> all{};
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = nn::roleName(nn::kRoles[i]);
        }
        return all;
    }();
    return nn::kRoles[placeOf(database, text, names, "role")];
}

nn::TensorOperation operationFromText(const sqlite::Database& database, std::string_view text) {
    static const auto names = [] {
        std::array<std::string_view, static_cast<std::size_t>(nn::TensorOperation::WeightRounding) + 1> all{};
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = nn::operationName(static_cast<nn::TensorOperation>(i));
        }
        return all;
    }();
    return static_cast<nn::TensorOperation>(placeOf(database, text, names, "operation"));
}

std::string_view partText(nn::StatePart part) {
    return kParts.at(static_cast<std::size_t>(part));
}

nn::StatePart partFromText(const sqlite::Database& database, std::string_view text) {
    return static_cast<nn::StatePart>(placeOf(database, text, kParts, "part of a parameter's state"));
}

std::string_view containerText(bool doubleContainer) {
    return doubleContainer ? "F64" : "F32";
}

bool isDoubleContainer(const sqlite::Database& database, std::string_view text) {
    static constexpr std::array<std::string_view, 2> kTypes{"F32", "F64"};
    return placeOf(database, text, kTypes, "type of numbers") == 1;
}

std::string_view statusText(RowStatus status) {
    return kStatuses.at(static_cast<std::size_t>(status));
}

RowStatus rowStatus(experiment::RunStatus status) {
    switch (status) {
    case experiment::RunStatus::Done: return RowStatus::Done;
    case experiment::RunStatus::Diverged: return RowStatus::Diverged;
    case experiment::RunStatus::Stopped: return RowStatus::Stopped;
    case experiment::RunStatus::Failed: return RowStatus::Failed;
    }
    return RowStatus::Failed;
}

RowStatus statusFromText(const sqlite::Database& database, std::string_view text) {
    return static_cast<RowStatus>(placeOf(database, text, kStatuses, "status of a run"));
}

} // namespace roundoff::store
