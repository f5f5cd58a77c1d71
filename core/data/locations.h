// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace roundoff::data {

/// The folder of the running program, with symbolic links resolved. Empty if the system cannot tell.
[[nodiscard]] std::filesystem::path executableDirectory();

/// The folders that may hold what ships with the program, best first; each has `datasets/<name>/` and `presets/`, and
/// need not exist:
/// 1. the environment variable ROUNDOFF_DATA_DIR, if it is set and not empty;
/// 2. `../share/roundoff` from the program's folder, where `cmake --install` puts it;
/// 3. on macOS `../Resources`, inside the application bundle;
/// 4. the source tree's `resources`, if the program runs from the build tree.
[[nodiscard]] std::vector<std::filesystem::path> dataSearchPath();

/// The same for a program in another folder; without 2 to 4 if `programDirectory` is empty.
/// @param programDirectory absolute, with symbolic links resolved.
[[nodiscard]] std::vector<std::filesystem::path> dataSearchPath(const std::filesystem::path& programDirectory);

} // namespace roundoff::data
