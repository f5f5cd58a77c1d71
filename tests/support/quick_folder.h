// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QTemporaryDir>

namespace roundoff::tests {

/// Where a test that writes hundreds of files makes its folder: in memory if the system has a place for that, since
/// waiting for a disk is not what it is about. Some dozen megabytes.
inline QString quickFolder() {
    const QFileInfo memory("/dev/shm");
    return (memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath()) + "/roundoff-test-XXXXXX";
}

} // namespace roundoff::tests
