// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_lock.h"

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

#include "core/data/display_text.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace roundoff::store {
namespace {

namespace fs = std::filesystem;

/// Where the lock of a file is, by whatever links it was reached.
fs::path hiddenBeside(const fs::path& file) {
    std::error_code error;
    fs::path real = fs::weakly_canonical(file, error);
    if (error) {
        real = fs::absolute(file);
    }
    fs::path name = ".";
    name += real.filename();
    name += ".lock";
    return real.parent_path() / name;
}

std::string cannotBeMade(const fs::path& hidden, int reason) {
    return data::displayPath(hidden.parent_path()) +
           ": no file can be made in this folder: " + std::system_category().message(reason);
}

/// Who holds it, from what the hidden file says: a line with the process and one with the computer.
std::string holder(std::string_view text, const std::string& process, const std::string& computer) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || text.find('\n', end + 1) == std::string_view::npos) {
        return "another Roundoff has it open"; // About to write who it is.
    }
    const std::string_view itsProcess = text.substr(0, end);
    const std::string_view itsComputer = text.substr(end + 1, text.find('\n', end + 1) - end - 1);
    if (itsProcess == process && itsComputer == computer) {
        return "another window has it open";
    }
    return data::displayText("another Roundoff has it open (process " + std::string(itsProcess) + " on " +
                             std::string(itsComputer) + ")");
}

#ifdef _WIN32

std::string thisProcess() {
    return std::to_string(GetCurrentProcessId());
}

std::string thisComputer() {
    std::array<char, 256> name{};
    auto size = static_cast<DWORD>(name.size());
    return GetComputerNameA(name.data(), &size) != 0 ? std::string(name.data(), size) : "this computer";
}

std::string readHolder(const fs::path& hidden) {
    const HANDLE handle = CreateFileW(hidden.c_str(), GENERIC_READ,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING, 0,
                                      nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        return {};
    }
    std::array<char, 512> text{};
    DWORD size = 0;
    ReadFile(handle, text.data(), static_cast<DWORD>(text.size()), &size, nullptr);
    CloseHandle(handle);
    return {text.data(), size};
}

#else

std::string thisProcess() {
    return std::to_string(getpid());
}

std::string thisComputer() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : "this computer";
}

bool isStillThere(int handle, const fs::path& hidden) {
    struct stat opened {};
    struct stat there {};
    return fstat(handle, &opened) == 0 && stat(hidden.c_str(), &there) == 0 && opened.st_dev == there.st_dev &&
           opened.st_ino == there.st_ino;
}

#endif

} // namespace

#ifdef _WIN32

std::shared_ptr<const FileLock> FileLock::take(const fs::path& file, Outcome& outcome, std::string& why) {
    const fs::path hidden = hiddenBeside(file);
    const HANDLE handle = CreateFileW(hidden.c_str(), GENERIC_WRITE | DELETE, FILE_SHARE_READ, nullptr, OPEN_ALWAYS,
                                      FILE_ATTRIBUTE_HIDDEN | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        const DWORD reason = GetLastError();
        outcome = reason == ERROR_SHARING_VIOLATION ? Outcome::Held : Outcome::Impossible;
        why = outcome == Outcome::Held ? holder(readHolder(hidden), thisProcess(), thisComputer())
                                       : cannotBeMade(hidden, static_cast<int>(reason));
        return nullptr;
    }
    const std::string text = thisProcess() + "\n" + thisComputer() + "\n";
    DWORD written = 0;
    WriteFile(handle, text.data(), static_cast<DWORD>(text.size()), &written, nullptr);
    outcome = Outcome::Taken;
    why.clear();
    return std::shared_ptr<const FileLock>(new FileLock(hidden, reinterpret_cast<std::intptr_t>(handle)));
}

FileLock::~FileLock() {
    CloseHandle(reinterpret_cast<HANDLE>(handle_)); // Removes it.
}

#else

std::shared_ptr<const FileLock> FileLock::take(const fs::path& file, Outcome& outcome, std::string& why) {
    const fs::path hidden = hiddenBeside(file);
    for (;;) {
        const int handle = open(hidden.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
        if (handle < 0) {
            outcome = Outcome::Impossible;
            why = cannotBeMade(hidden, errno);
            return nullptr;
        }
        if (flock(handle, LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK) {
                std::array<char, 512> text{};
                const ssize_t size = pread(handle, text.data(), text.size(), 0);
                close(handle);
                outcome = Outcome::Held;
                why = holder({text.data(), static_cast<std::size_t>(size > 0 ? size : 0)}, thisProcess(),
                             thisComputer());
                return nullptr;
            }
            close(handle); // A file system without locks, on which SQLite's own have to do.
            std::error_code ignored;
            fs::remove(hidden, ignored);
            outcome = Outcome::Taken;
            why.clear();
            return std::shared_ptr<const FileLock>(new FileLock(hidden, -1));
        }
        // Its holder may have removed it between our opening and locking it: what we hold is then no longer there.
        if (!isStillThere(handle, hidden)) {
            close(handle);
            continue;
        }
        const std::string text = thisProcess() + "\n" + thisComputer() + "\n";
        // Only words for a message: a full disk is no reason not to hold the lock.
        if (ftruncate(handle, 0) == 0) {
            [[maybe_unused]] const ssize_t written = pwrite(handle, text.data(), text.size(), 0);
        }
        outcome = Outcome::Taken;
        why.clear();
        return std::shared_ptr<const FileLock>(new FileLock(hidden, handle));
    }
}

FileLock::~FileLock() {
    if (handle_ >= 0) {
        // In this order: nobody can take a file for locked that is about to be removed.
        unlink(file_.c_str());
        close(static_cast<int>(handle_));
    }
}

#endif

bool FileLock::guards(const fs::path& file) const {
    return hiddenBeside(file) == file_;
}

} // namespace roundoff::store
