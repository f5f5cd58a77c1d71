// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/put_aside.h"

#include <string>
#include <system_error>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/store/experiment_file.h"

namespace roundoff::store {
namespace {

namespace fs = std::filesystem;

bool isPresent(const fs::path& file) {
    std::error_code error;
    return fs::exists(fs::symlink_status(file, error));
}

// Opening brings what a killed program left behind into the file, and closing leaves one plain file.
void requireFree(const fs::path& file) {
    std::string why;
    try {
        why = ExperimentFile::open(file)->whyReadOnly();
    } catch (const InputError&) {
        return; // Damaged, of a later version or something else: nobody writes to it, and it may be worth keeping.
    }
    if (!why.empty()) {
        throw InputError(data::displayPath(file) + ": a new experiment file cannot take its place: " + why);
    }
}

fs::path freeName(const fs::path& file) {
    for (int number = 1;; ++number) {
        fs::path name = file.stem();
        name += "-" + std::to_string(number);
        name += file.extension();
        if (!isPresent(file.parent_path() / name)) {
            return file.parent_path() / name;
        }
    }
}

void moveAside(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) {
        throw InputError(data::displayPath(from) + ": cannot be renamed to make room for a new one: " +
                         error.message() + ": choose another folder");
    }
}

} // namespace

std::optional<fs::path> putAside(const fs::path& file) {
    if (!isPresent(file)) {
        return std::nullopt;
    }
    requireFree(file);
    const fs::path aside = freeName(file);
    // What SQLite keeps beside a database that was not closed belongs to it, and would be taken for the new one's: it
    // goes first.
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        fs::path companion = file;
        companion += suffix;
        if (isPresent(companion)) {
            fs::path companionAside = aside;
            companionAside += suffix;
            moveAside(companion, companionAside);
        }
    }
    moveAside(file, aside);
    return aside;
}

} // namespace roundoff::store
