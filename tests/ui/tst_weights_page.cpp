// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/deploy/packed_weights.h"
#include "core/experiment/deployment_evaluator.h"
#include "core/format/names.h"
#include "core/store/packed_file.h"
#include "tests/ui/ui_fixtures.h"
#include "ui/charts/axis_scale.h"
#include "ui/pages/weights_page.h"
#include "ui/session.h"
#include "ui/theme.h"
#include "ui/weights/histograms_view.h"
#include "ui/weights/hit_weights_model.h"
#include "ui/weights/stat_tile.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/data_table.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

constexpr int kPatience = 60'000;

/// Data that can be lost, as a folder on a stick can.
class LosableInputs final : public experiment::Inputs {
public:
    [[nodiscard]] std::shared_ptr<const data::Dataset> dataset(const experiment::DatasetSpec& spec) override {
        if (lost) {
            throw InputError("stick/test-images: no such file; plug the stick in again");
        }
        return inputs_.dataset(spec);
    }
    [[nodiscard]] std::shared_ptr<const nn::WeightSnapshot> weights(const std::string& path) override {
        return inputs_.weights(path);
    }

    std::atomic<bool> lost = false;

private:
    MadeUpInputs inputs_;
};

QString percent(double fraction) {
    return readableNumber(fraction, NumberStyle::Percent, QLocale());
}

} // namespace

/// The page, driven as a person would, with small networks trained on data made up in memory.
class TstWeightsPage : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<LosableInputs> inputs_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<WeightsPage> page_;

    template <typename T>
    T* child(const char* name) const {
        return page_->findChild<T*>(QLatin1String(name));
    }
    QString text(const char* label) const { return child<QLabel>(label)->text(); }
    const deploy::WeightReport& report() const { return *page_->findChild<HistogramsView*>()->content().report; }
    bool isUpToDate() const {
        for (const char* tile : {"accuracyTile", "distinctTile", "bitsTile", "sizeTile", "noiseTile"}) {
            if (child<StatTile>(tile)->isStale()) {
                return false;
            }
        }
        return true;
    }
    void train(const experiment::ExperimentSpec& specification = tinyExperiment()) {
        QSignalSpy finished(session_.get(), &Session::finished);
        session_->start(specification, 1); // One at a time: the first run of the plan is the first to finish.
        QVERIFY(finished.wait(kPatience));
    }
    double expectedAccuracy(int run, const deploy::Deployment& deployment) const {
        const experiment::RunSpec& spec = session_->plan()->runs[std::size_t(run)].spec;
        const experiment::DeploymentEvaluator evaluator(spec, inputs_->dataset(spec.dataset));
        const auto weights = session_->results()[std::size_t(run)]->weights.load();
        return evaluator
            .evaluate(deployment, deploy::apply(deployment, *weights, spec.training.seed), [] { return true; })
            .accuracy;
    }

private slots:
    void init() {
        inputs_ = std::make_shared<LosableInputs>();
        session_ = std::make_unique<Session>(inputs_);
        page_ = std::make_unique<WeightsPage>(*session_);
        page_->resize(1000, 700);
        page_->show();
    }
    void cleanup() {
        page_.reset();
        session_.reset();
    }

    void anEmptyPageSaysWhatToDo() {
        QVERIFY(child<QLabel>("weightsEmpty")->isVisible());
        QVERIFY(text("weightsEmpty").contains("Run"));
        QVERIFY(!child<QSlider>("decimalsSlider")->isVisible());
    }

    void saysWhyThereIsNothingAfterRuns() {
        experiment::ExperimentSpec diverging = tinyExperiment();
        diverging.base.optimiser.learningRate = 1e30;
        train(diverging);
        QVERIFY(child<QLabel>("weightsEmpty")->isVisible());
        QVERIFY(text("weightsEmpty").contains("2 diverged"));
        // Weights of an earlier experiment do not stay either.
        train();
        QVERIFY(!child<QLabel>("weightsEmpty")->isVisible());
        train(diverging);
        QVERIFY(child<QLabel>("weightsEmpty")->isVisible());
    }

    void weightsThatCannotBeReadAreTold() {
        train();
        auto lost = std::make_shared<experiment::RunResult>(*session_->results()[0]);
        const auto there = std::make_shared<std::atomic<bool>>(false);
        lost->weights = nn::KeptWeights(lost->weights.shapes(), [there, weights = lost->weights.load()] {
            if (!*there) {
                throw InputError("gone.roundoff: no such file; bring it back");
            }
            return *weights;
        });
        emit session_->planned(session_->plan());
        emit session_->runFinished(0, lost);
        const auto* banner = page_->findChild<Banner*>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().contains("bring it back"));
        QVERIFY(!child<QPushButton>("savePacked")->isEnabled());
        *there = true;
        banner->findChild<QPushButton*>()->click();
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        QVERIFY(!banner->isVisible());
        QVERIFY(child<QPushButton>("savePacked")->isEnabled());
    }

    void accuracyIsTheEvaluators_data() {
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("rounding");
        QTest::newRow("1 decimal, truncated") << 1 << ""
                                              << "toward-zero";
        QTest::newRow("2 decimals") << 2 << ""
                                    << "nearest-even";
        QTest::newRow("FP4") << -1 << "FP4-E2M1"
                             << "nearest-even";
        QTest::newRow("a typed format") << -1 << "e3m2"
                                        << "down";
        QTest::newRow("fixed point") << -1 << "FIXED6.4"
                                     << "stochastic";
    }
    void accuracyIsTheEvaluators() {
        QFETCH(int, decimals);
        QFETCH(QString, format);
        QFETCH(QString, rounding);
        train();
        child<QComboBox>("roundingMode")->setCurrentText(rounding);
        deploy::Deployment deployment;
        deployment.rounding = format::parseRounding(rounding.toStdString());
        if (decimals >= 0) {
            child<QSlider>("decimalsSlider")->setValue(decimals);
            deployment.format = format::Decimal{decimals};
        } else {
            child<QComboBox>("formatName")->setEditText(format);
            deployment.format = format::parseFormat(format.toStdString());
        }
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        QCOMPARE(text("accuracyTileValue"), percent(expectedAccuracy(0, deployment)));
    }

    void activationsAreRoundedWhereAsked() {
        train();
        child<QComboBox>("formatName")->setEditText("FP4-E2M1");
        child<QComboBox>("deploymentScope")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        deploy::Deployment deployment{format::parseFormat("FP4-E2M1"), {}, {}, deploy::Scope::WeightsAndActivations};
        QCOMPARE(text("accuracyTileValue"), percent(expectedAccuracy(0, deployment)));
        // Decimals are no format of activations.
        child<QSlider>("decimalsSlider")->setValue(2);
        QVERIFY(!child<QComboBox>("deploymentScope")->isEnabled());
        QCOMPARE(child<QComboBox>("deploymentScope")->currentIndex(), 0);
    }

    void histogramsHoldEveryWeight() {
        train();
        child<QSpinBox>("decimalsSpin")->setValue(1);
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        QCOMPARE(report().layers.size(), std::size_t{2});
        QCOMPARE(report().layers[0].before.total(), std::size_t{784 * 16 + 16});
        QCOMPARE(report().layers[0].after.total(), std::size_t{784 * 16 + 16});
        QCOMPARE(report().layers[1].after.total(), std::size_t{16 * 10 + 10});
    }

    void theSummaryIsThatOfWeightErrorAndPacking() {
        train();
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        const deploy::Deployment deployment; // 3 decimals, as the page begins with.
        const auto kept = session_->results()[0]->weights.load();
        const nn::WeightSnapshot& before = *kept;
        const nn::WeightSnapshot after = deploy::apply(deployment, before, 1);
        const deploy::WeightError error = deploy::weightError(deployment, before, after);
        const QLocale locale;
        QCOMPARE(text("distinctTileValue"), locale.toString(qulonglong(error.distinctValues)));
        QCOMPARE(text("noiseTileValue"), locale.toString(error.signalToNoiseDb, 'f', 1) + " dB");
        const deploy::PackedWeights packed = deploy::pack(deployment.format, after);
        QCOMPARE(text("bitsTileValue"), locale.toString(packed.bits));
        QCOMPARE(text("sizeTileValue"),
                 locale.formattedDataSize(qint64(packed.codes.size()), 1, QLocale::DataSizeSIFormat));
    }

    void anAnsweredQuestionIsAnsweredAtOnce() {
        train();
        auto* slider = child<QSlider>("decimalsSlider");
        slider->setValue(1);
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        const QString distinct = text("distinctTileValue");
        slider->setValue(2);
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        QVERIFY(text("distinctTileValue") != distinct);
        slider->setValue(1); // No events are handled from here on.
        QVERIFY(isUpToDate());
        QCOMPARE(text("distinctTileValue"), distinct);
    }

    void aNumberIsMutedWhileItIsComputedAgain() {
        train();
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        const QString accuracy = text("accuracyTileValue");
        child<QSlider>("decimalsSlider")->setValue(0);
        QVERIFY(child<StatTile>("accuracyTile")->isStale());
        QCOMPARE(text("accuracyTileValue"), accuracy);
        const auto* value = child<QLabel>("accuracyTileValue");
        QCOMPARE(value->palette().color(value->foregroundRole()), themeColors().muted);
    }

    void questionsThatComeFastAreSkipped() {
        train();
        WeightStudy study(inputs_);
        const experiment::PlannedRun& planned = session_->plan()->runs[0];
        study.setRun({"run", planned.spec, session_->results()[0]});
        std::vector<deploy::Deployment> seen;
        bool complete = false;
        deploy::Deployment last;
        connect(&study, &WeightStudy::answered, this, [&](const StudyAnswer& answer) {
            if (std::ranges::find(seen, answer.deployment) == seen.end()) {
                seen.push_back(answer.deployment);
            }
            complete = answer.isComplete() && answer.deployment == last;
        });
        for (int bits = 2; bits <= 32; ++bits) {
            last.format = format::Integer{bits};
            study.ask(last);
        }
        QTRY_VERIFY_WITH_TIMEOUT(complete, kPatience);
        QVERIFY2(seen.size() < 10, qPrintable(QString::number(seen.size())));
        QVERIFY(seen.back() == last);
    }

    void theChosenRunStaysWhenMoreFinish() {
        train();
        auto* run = child<QComboBox>("weightsRun");
        QCOMPARE(run->count(), 2);
        const QString first = run->itemText(0);
        run->setCurrentIndex(1);
        const QString chosen = run->currentText();
        QVERIFY(chosen != first);
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        QCOMPARE(text("accuracyTileValue"), percent(expectedAccuracy(1, {})));
        train();
        QCOMPARE(run->count(), 2);
        QCOMPARE(run->itemText(0), first);
        QCOMPARE(run->currentText(), chosen);
    }

    void aStoppedRunIsNotOffered() {
        QSignalSpy started(session_.get(), &Session::runStarted);
        QSignalSpy finished(session_.get(), &Session::finished);
        session_->start(endlessExperiment(), 1);
        QVERIFY(started.wait(kPatience));
        session_->stop();
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(child<QComboBox>("weightsRun")->count(), 0);
        QVERIFY(child<QLabel>("weightsEmpty")->isVisible());
    }

    void anUnknownFormatIsToldBesideIt() {
        train();
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        auto* name = child<QComboBox>("formatName");
        name->setEditText("FP99");
        QVERIFY(child<QLabel>("formatProblem")->isVisible());
        QVERIFY(text("formatProblem").contains("FP99"));
        QVERIFY(!child<QPushButton>("savePacked")->isEnabled());
        name->setEditText("FP16");
        QVERIFY(!child<QLabel>("formatProblem")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
    }

    void overflowsThatAFormatDoesNotHaveAreNotOffered() {
        train();
        auto* overflow = child<QComboBox>("overflowPolicy");
        child<QComboBox>("formatName")->setEditText("FP16");
        overflow->setCurrentIndex(overflow->findText("infinity"));
        child<QComboBox>("formatName")->setEditText("FP4-E2M1");
        QCOMPARE(overflow->currentIndex(), 0);
        const auto enabled = [&](const char* policy) {
            return overflow->model()->index(overflow->findText(policy), 0).flags().testFlag(Qt::ItemIsEnabled);
        };
        QVERIFY(!enabled("infinity"));
        QVERIFY(enabled("saturate"));
    }

    void lostDataAreToldAndTheHistogramsStay() {
        train();
        inputs_->lost = true;
        child<QComboBox>("weightsRun")->setCurrentIndex(1); // Another run loads its data again.
        auto* banner = page_->findChild<Banner*>();
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
        QVERIFY(banner->text().contains("plug the stick in again"));
        QVERIFY(!child<StatTile>("distinctTile")->isStale());
        QVERIFY(child<StatTile>("accuracyTile")->isStale());
        inputs_->lost = false;
        for (auto* button : banner->findChildren<QPushButton*>()) {
            button->click();
        }
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        QVERIFY(!banner->isVisible());
    }

    void packedWeightsReadBack() {
        train();
        child<QSlider>("decimalsSlider")->setValue(2);
        QTemporaryDir folder;
        const QString path = folder.filePath("weights.safetensors");
        page_->savePackedTo(path);
        QTRY_VERIFY_WITH_TIMEOUT(page_->findChild<Banner*>()->isVisible(), kPatience);
        const nn::WeightSnapshot expected = deploy::apply({format::Decimal{2}, {}, {}, {}},
                                                          *session_->results()[0]->weights.load(), 1);
        QVERIFY(deploy::unpack(store::readPackedFile(path.toStdString())) == expected);
    }

    void aFolderThatIsNotThereIsTold() {
        train();
        page_->savePackedTo("/no/such/folder/weights.safetensors");
        auto* banner = page_->findChild<Banner*>();
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
        QCOMPARE(banner->kind(), Banner::Kind::Error);
    }

    void picturesHoldTheLayers() {
        train();
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        QTemporaryDir folder;
        auto* view = page_->findChild<HistogramsView*>();
        for (const char* button : {"sideBySide", "logCounts"}) {
            child<QAbstractButton>(button)->click();
        }
        view->savePicture(folder.filePath("picture.svg"));
        QFile file(folder.filePath("picture.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY(svg.contains("layer1 before"));
        QVERIFY(svg.contains("layer2 after"));
        view->copy();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

    void theTableListsTheWorstHit() {
        train();
        auto* model = page_->findChild<HitWeightsModel*>();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        child<QSlider>("decimalsSlider")->setValue(1);
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        QCOMPARE(model->rowCount(), int(report().worst.size()));
        const deploy::HitWeight& worst = report().worst.front();
        const double error = model->index(0, HitWeightsModel::Error).data(HitWeightsModel::kSortRole).toDouble();
        QCOMPARE(error, worst.after - worst.before);
        QVERIFY(child<DataTable>("hitWeights")->selectedText().startsWith("Layer\t"));
        // No weight is hit by a format that holds them all.
        child<QComboBox>("formatName")->setEditText("FP32");
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        QCOMPARE(model->rowCount(), 0);
    }

    void closingWhileItWorksIsSafe() {
        train();
        for (int digits = 0; digits <= 6; ++digits) {
            child<QSlider>("decimalsSlider")->setValue(digits);
        }
        page_.reset();
        QTest::qWait(50);
    }

    void aHiddenPageDoesNotCompute() {
        page_->hide();
        train();
        QTest::qWait(50);
        QVERIFY(!page_->findChild<HistogramsView*>()->content().report);
        page_->show();
        QTRY_VERIFY_WITH_TIMEOUT(isUpToDate(), kPatience);
        QVERIFY(page_->findChild<HistogramsView*>()->content().report != nullptr);
    }
};

QTEST_MAIN(TstWeightsPage)
#include "tst_weights_page.moc"
