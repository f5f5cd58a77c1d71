// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faulty_vfs.h"

#include <sqlite3.h>

#include <cstring>

namespace roundoff::tests {
namespace {

/// A file of SQLite's with the real one behind it, in the memory that SQLite gives for both.
struct FaultyFile {
    sqlite3_file base;
    alignas(sqlite3_int64) char real[1]; // As SQLite aligns the whole.
};

sqlite3_file* realOf(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<FaultyFile*>(file)->real);
}

sqlite3_vfs* system() {
    static sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

FaultyVfs& faults() {
    return FaultyVfs::install();
}

int closeFile(sqlite3_file* file) {
    return realOf(file)->pMethods->xClose(realOf(file));
}
int readFile(sqlite3_file* file, void* data, int bytes, sqlite3_int64 at) {
    return realOf(file)->pMethods->xRead(realOf(file), data, bytes, at);
}
int writeFile(sqlite3_file* file, const void* data, int bytes, sqlite3_int64 at) {
    if (const int code = faults().next(); code != SQLITE_OK) {
        // As a disk does that becomes full: some of it is written.
        realOf(file)->pMethods->xWrite(realOf(file), data, bytes / 2, at);
        return code;
    }
    return realOf(file)->pMethods->xWrite(realOf(file), data, bytes, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    const int code = faults().next();
    return code != SQLITE_OK ? code : realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file* /*file*/, int /*flags*/) {
    // Nothing of a test has to outlive a power cut: the disk is not waited for.
    return faults().next();
}
int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file* file, int level) {
    return realOf(file)->pMethods->xLock(realOf(file), level);
}
int unlockFile(sqlite3_file* file, int level) {
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}
int checkReserved(sqlite3_file* file, int* answer) {
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), answer);
}
int control(sqlite3_file* file, int operation, void* argument) {
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}
int sectorSize(sqlite3_file* file) {
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}
int characteristics(sqlite3_file* file) {
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}
int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** mapped) {
    // Making the shared index larger needs room on the disk too.
    const int code = extend != 0 ? faults().next() : SQLITE_OK;
    return code != SQLITE_OK ? code : realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, mapped);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags) {
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}
void barrier(sqlite3_file* file) {
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}
int unmapShared(sqlite3_file* file, int remove) {
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

const sqlite3_io_methods kMethods{2,        closeFile,   readFile,        writeFile,  truncateFile,
                                  syncFile, fileSize,    lockFile,        unlockFile, checkReserved,
                                  control,  sectorSize,  characteristics, mapShared,  lockShared,
                                  barrier,  unmapShared, nullptr,         nullptr};

int openFile(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    const int code = (flags & SQLITE_OPEN_CREATE) != 0 ? faults().next() : SQLITE_OK;
    if (code != SQLITE_OK) {
        return code == SQLITE_FULL ? SQLITE_FULL : SQLITE_CANTOPEN;
    }
    const int opened = system()->xOpen(system(), name, realOf(file), flags, outFlags);
    if (realOf(file)->pMethods != nullptr) {
        file->pMethods = &kMethods;
    }
    return opened;
}
int deleteFile(sqlite3_vfs* /*vfs*/, const char* name, int sync) {
    const int code = faults().next();
    return code != SQLITE_OK ? SQLITE_IOERR_DELETE : system()->xDelete(system(), name, sync);
}
int accessFile(sqlite3_vfs* /*vfs*/, const char* name, int flags, int* answer) {
    return system()->xAccess(system(), name, flags, answer);
}
int fullName(sqlite3_vfs* /*vfs*/, const char* name, int bytes, char* out) {
    return system()->xFullPathname(system(), name, bytes, out);
}
int lastError(sqlite3_vfs* /*vfs*/, int /*bytes*/, char* /*text*/) {
    return 0; // Made up failures have no reason of the system's.
}

} // namespace

FaultyVfs& FaultyVfs::install() {
    static FaultyVfs faulty;
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs copy = *system();
        copy.zName = "faulty";
        copy.szOsFile += static_cast<int>(sizeof(FaultyFile));
        copy.xOpen = openFile;
        copy.xDelete = deleteFile;
        copy.xAccess = accessFile;
        copy.xFullPathname = fullName;
        copy.xGetLastError = lastError;
        return copy;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 1);
    static_cast<void>(registered);
    return faulty;
}

void FaultyVfs::failAt(int n, int code, bool lasting) {
    count_ = 0;
    at_ = n;
    code_ = code;
    lasting_ = lasting;
    failed_ = false;
}

int FaultyVfs::next() {
    const int number = ++count_;
    if (at_ == 0 || number < at_ || (number > at_ && !lasting_)) {
        return SQLITE_OK;
    }
    failed_ = true;
    return code_;
}

} // namespace roundoff::tests
