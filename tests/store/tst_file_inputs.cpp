// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <filesystem>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/store/file_inputs.h"
#include "core/store/files.h"
#include "core/store/safetensors.h"

using namespace roundoff;

namespace {

namespace fs = std::filesystem;

nn::WeightSnapshot weights(double value) {
    return {{{"layer1.weight", {1, 1}, {value}}, {"layer1.bias", {1}, {0.0}}}, false};
}

} // namespace

class TestFileInputs : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QVERIFY(folder_.isValid());
        store::writeFile(file_, store::toSafetensors(weights(0.5)));
    }

    void readsWeightsOnce() {
        store::FileInputs inputs({});
        const auto first = inputs.weights(file_.string());
        QVERIFY(*first == weights(0.5));
        QCOMPARE(inputs.weights(file_.string()).get(), first.get());
    }

    // The same size; a clock that has not moved on since would hide the change, so the time is set.
    void readsWeightsAgainWhenTheirFileHasChanged() {
        store::FileInputs inputs({});
        const auto first = inputs.weights(file_.string());
        store::writeFile(file_, store::toSafetensors(weights(0.25)));
        fs::last_write_time(file_, fs::last_write_time(file_) + std::chrono::seconds(1));
        QVERIFY(*inputs.weights(file_.string()) == weights(0.25));
        QVERIFY(*first == weights(0.5)); // Whoever has them keeps them.
    }

    void saysThatTheFileIsGone() {
        store::FileInputs inputs({});
        static_cast<void>(inputs.weights(file_.string()));
        fs::remove(file_);
        QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(inputs.weights(file_.string())));
    }

private:
    QTemporaryDir folder_;
    const fs::path file_ = fs::path(folder_.path().toStdString()) / "initial.safetensors";
};

QTEST_APPLESS_MAIN(TestFileInputs)
#include "tst_file_inputs.moc"
