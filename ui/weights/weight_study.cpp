// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weights/weight_study.h"

#include <algorithm>
#include <exception>
#include <future>
#include <new>
#include <utility>

#include <QThread>

#include "core/base/error.h"
#include "core/deploy/packed_weights.h"
#include "core/experiment/deployment_evaluator.h"

namespace roundoff::ui {
namespace {

constexpr std::size_t kWorstWeights = 100;
constexpr std::size_t kMostAnswers = 128;

/// A format that holds the weights as they were trained.
format::Format trainedFormat(const nn::PrecisionPolicy& policy) {
    if (!policy.layers.empty()) {
        return format::kFp64;
    }
    const auto& master = policy[nn::Role::MasterWeights];
    const auto& weights = policy[nn::Role::Weights];
    return format::holdingFormat(master ? master->format : weights->format);
}

} // namespace

/// One run's weights and what is needed to test them. Used by one question at a time, but for making it.
class WeightStudy::Subject {
public:
    Subject(TrainedRun run, std::shared_ptr<experiment::Inputs> inputs)
        : run_(std::move(run)), inputs_(std::move(inputs)) {}

    /// Adds what the answer lacks and tells of each addition, until it is complete or not wanted any more.
    template <typename Tell>
    void study(StudyAnswer answer, const LatestOnly::Turn& turn, Tell tell) {
        if (!reporter_) {
            weights_ = run_.result->weights.load();
            reporter_.emplace(trainedFormat(run_.spec.precision), weights_);
        }
        const nn::WeightSnapshot deployed = deploy::apply(answer.deployment, *weights_, run_.spec.training.seed);
        // The test takes longest: it is under way while the rest is found out.
        std::future<Tested> tested;
        if (!answer.test) {
            tested = std::async([&, deployment = answer.deployment] { return test(deployment, deployed, turn); });
        }
        if (!answer.report) {
            answer.report = std::make_shared<const deploy::WeightReport>(
                reporter_->report(format::holdingFormat(answer.deployment.format), deployed, kWorstWeights));
            tell(answer);
        }
        if (turn.goOn() && !answer.packed && answer.packingProblem.isEmpty()) {
            pack(answer, deployed);
            tell(answer);
        }
        if (tested.valid()) {
            const Tested result = tested.get();
            if (turn.goOn()) {
                answer.test = result.evaluation;
                answer.classes = result.classes;
                answer.testProblem = result.problem;
                tell(answer);
            }
        }
    }

private:
    struct Tested {
        std::optional<experiment::Evaluation> evaluation;
        int classes = 0;
        QString problem;
    };

    static void pack(StudyAnswer& answer, const nn::WeightSnapshot& deployed) {
        try {
            const deploy::PackedWeights packed = deploy::packWithoutCodes(answer.deployment.format, deployed);
            answer.packed = PackedSize{packed.bits, packed.bytes()};
        } catch (const InputError& error) {
            answer.packingProblem = QString::fromUtf8(error.what());
        }
    }

    Tested test(const deploy::Deployment& deployment, const nn::WeightSnapshot& deployed,
                const LatestOnly::Turn& turn) {
        Tested result;
        try {
            if (!evaluator_) {
                const auto dataset = inputs_->dataset(run_.spec.dataset);
                classes_ = dataset->classes;
                evaluator_ = std::make_unique<const experiment::DeploymentEvaluator>(run_.spec, dataset);
            }
            result.evaluation = evaluator_->evaluate(
                deployment, deployed, [&turn] { return turn.goOn(); },
                static_cast<unsigned>(std::max(QThread::idealThreadCount(), 1)));
            result.classes = classes_;
        } catch (const std::bad_alloc&) {
            result.problem = tr("There is not enough memory to test this network");
        } catch (const std::exception& error) {
            result.problem = QString::fromUtf8(error.what());
        }
        return result;
    }

    const TrainedRun run_;
    const std::shared_ptr<experiment::Inputs> inputs_;
    std::shared_ptr<const nn::WeightSnapshot> weights_; // Read when they are first needed.
    std::optional<deploy::WeightReporter> reporter_;    // With them.
    std::unique_ptr<const experiment::DeploymentEvaluator> evaluator_;
    int classes_ = 0;
};

WeightStudy::WeightStudy(std::shared_ptr<experiment::Inputs> inputs, QObject* parent)
    : QObject(parent), inputs_(std::move(inputs)) {}

WeightStudy::~WeightStudy() = default;

void WeightStudy::setRun(const TrainedRun& run) {
    subject_ = std::make_shared<Subject>(run, inputs_);
    known_.clear();
}

void WeightStudy::ask(const deploy::Deployment& deployment) {
    StudyAnswer answer;
    answer.deployment = deployment;
    const auto known = std::ranges::find(known_, deployment, &StudyAnswer::deployment);
    if (known != known_.end()) {
        answer = *known;
        emit answered(answer);
    }
    if (answer.isComplete()) {
        worker_.run([](const LatestOnly::Turn&) {}); // What is at work is not wanted any more.
        return;
    }
    answer.testProblem.clear();
    answer.weightsProblem.clear();
    worker_.run([this, subject = subject_, answer](const LatestOnly::Turn& turn) {
        const auto tell = [&](const StudyAnswer& found) {
            turn.tell([this, subject, found] { remember(subject, found); });
        };
        try {
            subject->study(answer, turn, tell);
        } catch (const std::bad_alloc&) {
            StudyAnswer failed = answer;
            failed.testProblem = tr("There is not enough memory to round these weights");
            tell(failed);
        } catch (const std::exception& error) {
            StudyAnswer failed = answer;
            failed.weightsProblem = QString::fromUtf8(error.what());
            tell(failed);
        }
    });
}

void WeightStudy::remember(const std::shared_ptr<Subject>& subject, const StudyAnswer& answer) {
    if (subject != subject_) {
        return;
    }
    std::erase_if(known_, [&](const StudyAnswer& known) { return known.deployment == answer.deployment; });
    if (known_.size() == kMostAnswers) {
        known_.erase(known_.begin());
    }
    known_.push_back(answer);
    known_.back().testProblem.clear();
    known_.back().weightsProblem.clear();
    emit answered(answer);
}

} // namespace roundoff::ui
