// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace roundoff::store {

/// Removes what a program left that was killed while it made a new file for this place.
void removeUnfinished(const std::filesystem::path& file);

} // namespace roundoff::store
