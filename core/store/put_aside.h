// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

namespace roundoff::store {

/// Makes room for a new experiment file: one that is there already, whatever it holds, gets another name in the same
/// folder (experiment-1.roundoff, or the first number that is free), so that nobody's results are lost.
/// @return the new name; nullopt if nothing was there
/// @throws InputError if another program has it open, or it cannot be renamed
[[nodiscard]] std::optional<std::filesystem::path> putAside(const std::filesystem::path& file);

} // namespace roundoff::store
