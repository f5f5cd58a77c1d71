// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "core/nn/precision_policy.h"
#include "ui/precision/policy_model.h"

using namespace roundoff;
using namespace roundoff::ui;
using nn::Role;

namespace {

constexpr int kWeights = 0;
constexpr int kMasters = 1;
constexpr int kActivations = 2;
constexpr int kGradients = 3;

const QList<LayerPlace> kThreeLayers{{"layer1", "784 x 128"}, {"layer2", "128 x 64"}, {"layer3", "64 x 10"}};

/// A model of a named policy for three layers, watched by Qt's own checks.
struct Model {
    PolicyModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Model(const char* name) { model.setPolicy(nn::namedPolicy(name), kThreeLayers); }

    [[nodiscard]] QString shown(int row, int column) const { return model.index(row, column).data().toString(); }
    [[nodiscard]] bool inherited(int row, int column) const {
        return model.index(row, column).data(PolicyModel::kInheritedRole).toBool();
    }
    void type(int row, int column, const QString& text) { model.setData(model.index(row, column), text); }
};

} // namespace

/// The matrix of a policy. What is expected is written by hand.
class TstPrecisionModel : public QObject {
    Q_OBJECT

private slots:
    void aRowForEachLayer() {
        const Model matrix("FP16");
        QCOMPARE(matrix.model.rowCount(), 4);
        QCOMPARE(matrix.model.columnCount(), 7);
        QVERIFY(matrix.model.headerData(1, Qt::Vertical, Qt::DisplayRole).toString().contains("784 x 128"));
    }

    void layersHaveWhatAllLayersHave() {
        const Model matrix("AMP-FP16");
        QCOMPARE(matrix.shown(0, kMasters), QString("FP32"));
        QCOMPARE(matrix.shown(3, kWeights), QString("FP16"));
        QVERIFY(matrix.inherited(3, kWeights));
        QVERIFY(!matrix.inherited(0, kWeights));
    }

    void theContainerAccumulates_data() {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QString>("container");
        QTest::newRow("float") << QByteArray("FP16") << "FP32";
        QTest::newRow("double") << QByteArray("FP64") << "FP64";
    }

    void theContainerAccumulates() {
        QFETCH(QByteArray, policy);
        QFETCH(QString, container);
        const Model matrix(policy.constData());
        QCOMPARE(matrix.shown(0, kAccumulatorColumn), container);
        QVERIFY(matrix.inherited(0, kAccumulatorColumn));
    }

    void aLayerGetsAFormatOfItsOwn() {
        Model matrix("FP16");
        matrix.type(3, kWeights, "bf16 stochastic saturate");
        const auto& role = matrix.model.policy().layers.at("layer3").formats[0];
        QVERIFY(role->format == format::TensorFormat(format::Format(format::kBf16)));
        QVERIFY(role->rounding == format::Rounding::Stochastic);
        QCOMPARE(matrix.shown(3, kWeights), QString("BF16"));
        QCOMPARE(matrix.model.index(3, kWeights).data(PolicyModel::kDetailRole).toString(),
                 QString("stochastic saturate"));
        QVERIFY(!matrix.inherited(3, kWeights));
        QVERIFY(matrix.inherited(2, kWeights));
    }

    void anAccumulatorHasAChunk() {
        Model matrix("FP16");
        matrix.type(0, kAccumulatorColumn, "FP16 chunk 64 up");
        QCOMPARE(matrix.model.policy().accumulator->chunk, 64);
        QVERIFY(matrix.model.policy().accumulator->rounding == format::Rounding::Up);
    }

    void clearingGoesBack_data() {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("left");
        QTest::newRow("layer") << 2 << kGradients << "FP32"
                               << "FP16";
        QTest::newRow("master weights") << 0 << kMasters << "FP32"
                                        << "none";
        QTest::newRow("accumulator") << 0 << kAccumulatorColumn << "FP16"
                                     << "FP32";
        QTest::newRow("all layers") << 0 << kActivations << "BF16"
                                    << "FP32";
    }

    void clearingGoesBack() {
        QFETCH(int, row);
        QFETCH(int, column);
        QFETCH(QString, typed);
        QFETCH(QString, left);
        Model matrix("FP16");
        matrix.type(row, column, typed);
        QCOMPARE(matrix.shown(row, column), typed);
        matrix.model.clearCells({matrix.model.index(row, column)});
        QCOMPARE(matrix.shown(row, column), left);
        QVERIFY(matrix.model.policy().layers.empty());
    }

    void oneCellFillsAllBelow() {
        Model matrix("FP16");
        matrix.type(1, kWeights, "BF16 up");
        matrix.model.fillDown({matrix.model.index(1, kWeights)});
        for (const char* layer : {"layer2", "layer3"}) {
            QVERIFY(matrix.model.policy().layers.at(layer) == matrix.model.policy().layers.at("layer1"));
        }
    }

    void chosenCellsAreFilledFromTheTopOne() {
        Model matrix("FP16");
        matrix.type(1, kWeights, "BF16");
        matrix.type(1, kGradients, "FP32");
        const auto at = [&](int row, int column) { return matrix.model.index(row, column); };
        matrix.model.fillDown({at(1, kWeights), at(2, kWeights), at(2, kGradients), at(1, kGradients)});
        QCOMPARE(matrix.shown(2, kWeights), QString("BF16"));
        QCOMPARE(matrix.shown(2, kGradients), QString("FP32"));
        QVERIFY(matrix.inherited(3, kWeights));
    }

    void fillingDownFromAnInheritedCellClears() {
        Model matrix("FP16");
        matrix.type(2, kWeights, "BF16");
        matrix.model.fillDown({matrix.model.index(1, kWeights)});
        QVERIFY(matrix.model.policy().layers.empty());
    }

    void cellsAreCopiedAsText() {
        Model matrix("AMP-FP8");
        matrix.type(1, kMasters, "BF16");
        const auto at = [&](int row, int column) { return matrix.model.index(row, column); };
        QCOMPARE(matrix.model.copied({at(0, kWeights), at(0, kMasters), at(1, kWeights), at(1, kMasters)}),
                 QString("FP8-E4M3 saturate\tFP32\n\tBF16"));
    }

    void textIsPasted() {
        Model matrix("FP16");
        matrix.type(3, kMasters, "FP32");
        matrix.model.paste({matrix.model.index(2, kWeights)}, "BF16 up\tFP32\r\nFP32\t\r\n");
        QCOMPARE(matrix.model.index(2, kWeights).data(Qt::EditRole).toString(), QString("BF16 up"));
        QCOMPARE(matrix.shown(2, kMasters), QString("FP32"));
        QCOMPARE(matrix.shown(3, kWeights), QString("FP32"));
        QVERIFY(matrix.inherited(3, kMasters)); // What was empty is inherited.
    }

    void oneValueIsPastedIntoAllCells() {
        Model matrix("FP16");
        matrix.model.paste({matrix.model.index(1, kWeights), matrix.model.index(3, kGradients)}, "BF16");
        QCOMPARE(matrix.shown(1, kWeights), QString("BF16"));
        QCOMPARE(matrix.shown(3, kGradients), QString("BF16"));
    }

    void pastingBeyondTheEdgeIsLeftOut() {
        Model matrix("FP16");
        matrix.model.paste({matrix.model.index(3, kAccumulatorColumn)}, "FP16\tBF16\nBF16\tBF16");
        QCOMPARE(matrix.shown(3, kAccumulatorColumn), QString("FP16"));
        QCOMPARE(matrix.model.policy().layers.size(), std::size_t{1});
    }

    void whatIsNoFormatStaysToBeCorrected() {
        Model matrix("FP16");
        QSignalSpy changed(&matrix.model, &PolicyModel::policyChanged);
        matrix.type(2, kGradients, "FP17");
        QCOMPARE(changed.count(), 1);
        QCOMPARE(matrix.shown(2, kGradients), QString("FP17"));
        QCOMPARE(matrix.model.problem().row, 2);
        QCOMPARE(matrix.model.problem().column, kGradients);
        QVERIFY(!matrix.model.index(2, kGradients).data(PolicyModel::kProblemRole).toString().isEmpty());
        QVERIFY(matrix.model.policy() == nn::namedPolicy("FP16"));
        matrix.type(2, kGradients, "FP32");
        QCOMPARE(matrix.model.problem(), PolicyProblem());
    }

    void problemsHaveTheirPlace_data() {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::newRow("no scale") << 0 << kWeights << "INT8";
        QTest::newRow("in a layer") << 2 << kActivations << "INT8";
        QTest::newRow("overflow that the format has not") << 1 << kWeights << "FP8-E4M3 infinity";
        QTest::newRow("accumulator too wide") << 0 << kAccumulatorColumn << "TF32 chunk 0";
        QTest::newRow("accumulator of another container") << 3 << kAccumulatorColumn << "FP32 chunk 8";
    }

    void problemsHaveTheirPlace() {
        QFETCH(int, row);
        QFETCH(int, column);
        QFETCH(QString, text);
        Model matrix("FP16");
        matrix.type(row, column, text);
        QCOMPARE(matrix.model.problem().row, row);
        QCOMPARE(matrix.model.problem().column, column);
    }

    void aFormatIsBlamedBeforeTheAccumulator() {
        Model matrix("FP16");
        matrix.type(0, kAccumulatorColumn, "FP16");
        matrix.type(2, kWeights, "INT8"); // Without a scale it needs a container that FP16 cannot be rounded from.
        QCOMPARE(matrix.model.problem().row, 2);
        QCOMPARE(matrix.model.problem().column, kWeights);
    }

    void aLayerCannotDoWithoutWhatAllLayersHave_data() {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("refused");
        QTest::newRow("master weights") << QByteArray("AMP-FP16") << kMasters << true;
        QTest::newRow("no master weights anyway") << QByteArray("FP16") << kMasters << false;
        QTest::newRow("no accumulator anyway") << QByteArray("FP16") << kAccumulatorColumn << false;
    }

    void aLayerCannotDoWithoutWhatAllLayersHave() {
        QFETCH(QByteArray, policy);
        QFETCH(int, column);
        QFETCH(bool, refused);
        Model matrix(policy.constData());
        matrix.type(2, column, "none");
        QCOMPARE(matrix.model.problem() != PolicyProblem(), refused);
        QCOMPARE(matrix.model.problem().row, refused ? 2 : -1);
        matrix.type(2, column, QString());
        QCOMPARE(matrix.model.problem(), PolicyProblem());
        QVERIFY(matrix.model.policy() == nn::namedPolicy(policy.toStdString()));
    }

    void aLayerCannotDoWithoutTheAccumulator() {
        Model matrix("FP16");
        matrix.type(0, kAccumulatorColumn, "FP16");
        matrix.type(3, kAccumulatorColumn, "none");
        QCOMPARE(matrix.model.problem().row, 3);
        QCOMPARE(matrix.model.problem().column, kAccumulatorColumn);
        matrix.type(0, kAccumulatorColumn, "none"); // All layers can.
        QVERIFY(!matrix.model.policy().accumulator);
    }

    void problemsOfTheWholePolicyNameTheSetting() {
        Model matrix("FP8-E4M3");
        nn::PrecisionPolicy settings;
        settings.overflow = format::Overflow::ToInfinity;
        matrix.model.setSettings(settings);
        QCOMPARE(matrix.model.problem().row, -1);
        QCOMPARE(matrix.model.problem().setting, QString("overflow"));
    }

    void propertiesOfManyCellsChangeAtOnce() {
        Model matrix("FP16");
        const auto at = [&](int row, int column) { return matrix.model.index(row, column); };
        matrix.model.changeCells({at(0, kWeights), at(1, kGradients), at(0, kMasters), at(0, kAccumulatorColumn)},
                                 [](CellProperties& cell) { cell.rounding = format::Rounding::Up; });
        QCOMPARE(at(0, kWeights).data(Qt::EditRole).toString(), QString("FP16 up"));
        QCOMPARE(at(1, kGradients).data(Qt::EditRole).toString(), QString("FP16 up"));
        QCOMPARE(at(0, kAccumulatorColumn).data(Qt::EditRole).toString(), QString("FP32 up"));
        QVERIFY(!matrix.model.policy()[Role::MasterWeights]);
    }

    void layersThatAreNotThereCanBeRemoved() {
        nn::PrecisionPolicy policy = nn::namedPolicy("FP16");
        policy.layers["layer2"].formats[0] = format::kFp32;
        policy.layers["layer7"].formats[0] = format::kFp32;
        PolicyModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPolicy(policy, kThreeLayers);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(model.index(4, 0).data(PolicyModel::kMissingRole).toBool());
        model.removeMissingLayers();
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(model.policy().layers.contains("layer2"));
        QVERIFY(!model.policy().layers.contains("layer7"));
    }

    void aClearedLayerThatIsNotThereGoes() {
        nn::PrecisionPolicy policy = nn::namedPolicy("FP16");
        policy.layers["layer7"].formats[0] = format::kFp32;
        PolicyModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPolicy(policy, kThreeLayers);
        model.clearCells({model.index(4, 0)});
        QCOMPARE(model.rowCount(), 4);
    }
};

QTEST_MAIN(TstPrecisionModel)
#include "tst_precision_model.moc"
