// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace roundoff::test {

/// How the program ended, and what it said.
struct Outcome {
    int code = -1; ///< -1 if a signal ended it.
    QByteArray out;
    QByteArray error;
};

/// Waits for a program that was started. Where it says all in one channel, that is `out`.
inline Outcome outcomeOf(QProcess& process) {
    if (!process.waitForFinished(280'000)) {
        process.kill();
        process.waitForFinished();
    }
    const bool together = process.processChannelMode() == QProcess::MergedChannels;
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            together ? QByteArray() : process.readAllStandardError()};
}

/// Runs the program as a person would.
/// @param environment  what is added to this test's: "NAME=value"
inline Outcome call(const QStringList& arguments, const QByteArray& input = {}, const QStringList& environment = {}) {
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(QStringLiteral(ROUNDOFF_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    return outcomeOf(process);
}

/// All of a file; nothing if it cannot be read.
inline QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace roundoff::test
