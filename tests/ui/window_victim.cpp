// SPDX-License-Identifier: GPL-3.0-or-later
// The window with a person at it who edits and trains without end, to be killed: `window_victim FOLDER`. It says a line
// for each thing that must not be lost from then on: `edit N` once the title "Edit N" is in the file, `epoch RUN N` for
// each epoch that the window shows, where runs go by their ids.
#include <cstdio>
#include <map>
#include <string>

#include "tests/ui/window_bench.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

constexpr int kMilliseconds = 20; // Between two looks into the file, and between two edits.

void say(const std::string& line) {
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
}

/// Edits on from the number that the title has.
class Editor : public QObject {
public:
    explicit Editor(MainWindow& window) : window_(window) {
        const QString title = QString::fromStdString(window.document().specification().title);
        number_ = title.section(' ', 1).toInt();
        timer_.setInterval(kMilliseconds);
        connect(&timer_, &QTimer::timeout, this, &Editor::look);
        edit();
        timer_.start();
    }

private:
    void edit() { window_.document().setTitle("Edit " + std::to_string(++number_)); }

    void look() {
        const auto draft = window_.file().file()->specifications().draft;
        if (!draft || draft->title != window_.document().specification().title) {
            return;
        }
        say("edit " + std::to_string(number_));
        if (!window_.session().isBusy()) {
            window_.run();
        }
        edit();
    }

    MainWindow& window_;
    QTimer timer_;
    int number_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    WindowBench bench(QString::fromLocal8Bit(argv[1]));
    MainWindow* window = bench.start();
    if (!window->document().specification().title.starts_with("Edit ")) {
        window->document().replace(endlessExperiment(), "all of it");
    }
    Session& session = window->session();
    std::map<int, int> shown; // The last epoch by run: what was there is told again when it goes on.
    QObject::connect(&session, &Session::epochFinished, &session, [&](int run, const experiment::EpochResult& epoch) {
        if (epoch.epoch > shown[run]) {
            shown[run] = epoch.epoch;
            say("epoch " + session.plan()->runs.at(static_cast<std::size_t>(run)).id + " " +
                std::to_string(epoch.epoch));
        }
    });
    const Editor editor(*window);
    return QApplication::exec();
}
