// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QStringList>

namespace roundoff::ui {

/// Sees to it that all windows of a person on a machine are in one process: the first listens, and each that is started
/// later hands its files over and ends. Two processes would be safe, since files are locked; they would only have two
/// lists of windows to come back to.
///
/// Who is first is decided by a lock that the system releases with the process, so that what a process that was killed
/// has left behind is no obstacle. Lock and socket are in the person's own runtime folder, which nobody else can enter.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    /// @param key  processes with the same key are one: the data folder
    explicit SingleInstance(const QString& key, QObject* parent = nullptr);
    ~SingleInstance() override;

    /// Hands files over to the process that is there. With none it asks for a window.
    /// @return whether it has taken them; else this process is the first, or has to do without
    [[nodiscard]] bool handOver(const QStringList& files);
    /// Whether this process is the first, and hears of others.
    [[nodiscard]] bool isFirst() const { return server_.isListening(); }

signals:
    /// Another process was started with these files; absolute paths.
    void started(const QStringList& files);

private:
    bool listen();
    bool send(const QStringList& files);
    void receive();

    QString name_; // of the socket: a path where sockets have one
    std::unique_ptr<QLockFile> lock_;
    QLocalServer server_;
};

} // namespace roundoff::ui
