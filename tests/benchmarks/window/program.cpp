// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <utility>

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTabWidget>
#include <QTimer>

#include "core/data/locations.h"
#include "core/store/file_inputs.h"

namespace roundoff::benchmarks {
namespace {

using State = ui::Session::State;

constexpr QSize kWindowSize(1440, 900);

} // namespace

Program::Program() : settings_(folder_.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat) {
    const auto searchPath = data::dataSearchPath();
    ui::MainWindow::Environment environment;
    environment.inputs = std::make_shared<store::FileInputs>(searchPath);
    environment.presets = experiment::inPaperOrder(experiment::loadPresets(searchPath));
    workspace_ = std::make_unique<ui::Workspace>(std::move(environment), settings_,
                                                 folder_.filePath(QStringLiteral("data")));
    workspace_->start({});
    handleEventsUntil([this] { return !workspace_->windows().isEmpty() && window().isVisible(); },
                      "the window does not come");
    window().resize(kWindowSize);
    constexpr int kSettleMilliseconds = 200;
    handleEvents(kSettleMilliseconds);
}

void Program::showPageOf(const QWidget& widget) {
    auto& pages = part<QTabWidget>("pages");
    for (int page = 0; page < pages.count(); ++page) {
        if (pages.widget(page)->isAncestorOf(&widget)) {
            pages.setCurrentIndex(page);
            return;
        }
    }
    throw InputError(widget.objectName().toStdString() + " is on no page");
}

void Program::start(const experiment::ExperimentSpec& specification, unsigned threads) {
    ui::Session& session = window().session();
    bool begun = false;
    const auto connection = QObject::connect(&session, &ui::Session::runStarted, &session, [&begun] { begun = true; });
    session.start(specification, threads);
    handleEventsUntil([&] { return begun || !session.isBusy(); }, "the runs do not begin");
    QObject::disconnect(connection);
    if (!begun) {
        throw InputError("the experiment could not be started");
    }
}

void Program::finish() {
    handleEventsUntil([this] { return window().session().state() == State::Idle; }, "the runs do not end");
}

void handleEvents(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void handleEventsUntil(const std::function<bool()>& condition, const char* what) {
    constexpr int kMost = 120'000;
    const QDeadlineTimer deadline(kMost);
    while (!condition()) {
        if (deadline.hasExpired()) {
            throw InputError(what);
        }
        constexpr int kLookMilliseconds = 5;
        handleEvents(kLookMilliseconds);
    }
}

} // namespace roundoff::benchmarks
