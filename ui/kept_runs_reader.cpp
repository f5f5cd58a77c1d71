// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept_runs_reader.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

#include "core/store/experiment_file.h"

namespace roundoff::ui {
namespace {

constexpr std::size_t kRunsAtOnce = 8;

} // namespace

KeptRunsReader::~KeptRunsReader() = default;

void KeptRunsReader::begin(std::shared_ptr<store::ExperimentFile> file, std::shared_ptr<const experiment::Plan> plan,
                           Wanted wanted) {
    file_ = std::move(file);
    plan_ = std::move(plan);
    wanted_ = wanted;
    next_ = 0;
    ++generation_;
    readNext();
}

void KeptRunsReader::cancel() {
    ++generation_;
    file_.reset();
    plan_.reset();
}

KeptRunsReader::Part KeptRunsReader::readPart(const store::ExperimentFile& file, const experiment::Plan& plan,
                                              Wanted wanted, std::size_t first) {
    const auto begin = plan.runs.begin() + static_cast<std::ptrdiff_t>(first);
    const auto count = std::min<std::ptrdiff_t>(kRunsAtOnce, std::distance(begin, plan.runs.end()));
    const experiment::Plan part{std::vector<experiment::PlannedRun>(begin, begin + count)};
    try {
        if (wanted == Wanted::Beginnings) {
            return {file.before(part), QString()};
        }
        std::vector<experiment::RunBefore> runs;
        for (auto& result : file.results(part)) {
            runs.push_back({std::move(result), nullptr});
        }
        return {std::move(runs), QString()};
    } catch (const std::exception& exception) {
        return {{}, QString::fromUtf8(exception.what())};
    }
}

void KeptRunsReader::readNext() {
    if (next_ >= plan_->runs.size()) {
        cancel();
        emit ended(QString());
        return;
    }
    background_.run(
        [file = file_, plan = plan_, wanted = wanted_, first = next_] { return readPart(*file, *plan, wanted, first); },
        [this, generation = generation_](const Part& part) {
            if (generation != generation_) {
                return;
            }
            if (!part.problem.isEmpty()) {
                cancel();
                emit ended(part.problem);
                return;
            }
            emit read(std::exchange(next_, next_ + part.runs.size()), part.runs);
            if (generation == generation_) {
                readNext();
            }
        });
}

} // namespace roundoff::ui
