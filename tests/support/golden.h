// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

namespace roundoff::tests {

/// A file of golden values below tests/golden, as JSON.
inline nlohmann::json golden(const std::string& path) {
    std::ifstream stream(std::string(ROUNDOFF_GOLDEN_DIR) + "/" + path);
    return nlohmann::json::parse(stream);
}

} // namespace roundoff::tests
