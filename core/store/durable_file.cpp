// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/durable_file.h"

#include <cerrno>
#include <string>
#include <system_error>

#include "core/base/error.h"
#include "core/data/display_text.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace roundoff::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& shown, const std::error_code& reason) {
    throw InputError(data::displayPath(shown) + ": cannot be written: " + reason.message() +
                     "; free some space or choose another place");
}

#ifndef _WIN32

/// @return the system's reason, 0 for success
int sync(const fs::path& path, int flags) {
    const int handle = open(path.c_str(), flags | O_CLOEXEC);
    if (handle < 0) {
        return errno;
    }
#ifdef F_FULLFSYNC
    // What macOS's fsync() waits for is the disk's own memory (fsync(2) there).
    int failed = fcntl(handle, F_FULLFSYNC) == -1 ? fsync(handle) : 0;
#else
    int failed = fsync(handle);
#endif
    failed = failed != 0 ? errno : 0;
    close(handle);
    return failed;
}

#endif

} // namespace

#ifdef _WIN32

void syncFile(const fs::path& file, const fs::path& shown) {
    const HANDLE handle = CreateFileW(file.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr);
    const bool done = handle != INVALID_HANDLE_VALUE && FlushFileBuffers(handle) != 0;
    const std::error_code reason(static_cast<int>(GetLastError()), std::system_category());
    if (handle != INVALID_HANDLE_VALUE) {
        CloseHandle(handle);
    }
    if (!done) {
        fail(shown, reason);
    }
}

void syncFolderOf(const fs::path& /*file*/) {} // NTFS writes names in its own journal.

#else

void syncFile(const fs::path& file, const fs::path& shown) {
    if (const int reason = sync(file, O_RDONLY); reason != 0) {
        fail(shown, {reason, std::system_category()});
    }
}

void syncFolderOf(const fs::path& file) {
    // What cannot be waited for is still there unless the power fails within seconds: no reason to call it not written.
    static_cast<void>(sync(fs::absolute(file).parent_path(), O_RDONLY | O_DIRECTORY));
}

#endif

void replaceFile(const fs::path& temporary, const fs::path& target) {
    syncFile(temporary, target);
    std::error_code error;
    fs::rename(temporary, target, error);
    if (error) {
        fail(target, error);
    }
    syncFolderOf(target);
}

} // namespace roundoff::store
