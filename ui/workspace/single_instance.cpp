// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

namespace roundoff::ui {
namespace {

constexpr auto kAnswer = "taken";
constexpr int kAnswerMilliseconds = 3000; // For a first process that is busy; a second that waits is a nuisance.
constexpr int kRetryMilliseconds = 50;
constexpr qint64 kMostBytes = 1 << 20;

QString runtimeFolder() {
    // Qt sees to it that the folder is the person's own and closed to others; the data folder is the next best.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) : folder;
}

} // namespace

SingleInstance::SingleInstance(const QString& key, QObject* parent) : QObject(parent) {
    constexpr int kDigits = 12; // Few, since paths of sockets have to be short.
    const QByteArray hash = QCryptographicHash::hash(QDir::cleanPath(key).toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString name = QStringLiteral("roundoff-") + QString::fromLatin1(hash.left(kDigits));
    const QDir folder(runtimeFolder());
    lock_ = std::make_unique<QLockFile>(folder.filePath(name + QStringLiteral(".lock")));
    lock_->setStaleLockTime(0); // It is held for hours; that its process has ended makes it stale.
#ifdef Q_OS_UNIX
    name_ = folder.filePath(name);
#else
    name_ = name;
#endif
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

SingleInstance::~SingleInstance() {
    server_.close(); // Before the lock is released: who has it next may listen at once.
}

bool SingleInstance::handOver(const QStringList& files) {
    QElapsedTimer waiting;
    waiting.start();
    do {
        if (lock_->tryLock(0)) {
            static_cast<void>(listen());
            return false;
        }
        if (lock_->error() != QLockFile::LockFailedError) {
            return false; // There is no place for a lock: every process is on its own.
        }
        if (send(files)) {
            return true;
        }
        QThread::msleep(kRetryMilliseconds); // It may not listen yet.
    } while (!waiting.hasExpired(kAnswerMilliseconds));
    return false;
}

bool SingleInstance::listen() {
    QLocalServer::removeServer(name_); // Whoever has the lock is the only one: what is there is left over.
    return server_.listen(name_);
}

bool SingleInstance::send(const QStringList& files) {
    QLocalSocket socket;
    socket.connectToServer(name_);
    if (!socket.waitForConnected(kAnswerMilliseconds)) {
        return false;
    }
    QByteArray message;
    QDataStream content(&message, QIODevice::WriteOnly);
    content << files;
    QDataStream stream(&socket);
    stream << message; // With its length, so that the other end knows when it has all.
    socket.flush();
    QByteArray answer;
    while (answer.size() < static_cast<qsizetype>(qstrlen(kAnswer)) && socket.waitForReadyRead(kAnswerMilliseconds)) {
        answer += socket.readAll();
    }
    return answer == kAnswer;
}

void SingleInstance::receive() {
    while (QLocalSocket* socket = server_.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (socket->bytesAvailable() > kMostBytes) {
                socket->abort();
                return;
            }
            QDataStream stream(socket);
            stream.startTransaction();
            QByteArray message;
            stream >> message;
            if (!stream.commitTransaction()) {
                return; // The rest is on its way.
            }
            QStringList files;
            QDataStream content(message);
            content >> files;
            socket->write(kAnswer);
            socket->flush();
            emit started(files);
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read();
    }
}

} // namespace roundoff::ui
