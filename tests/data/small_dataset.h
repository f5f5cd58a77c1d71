// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "tests/data/file_fixtures.h"

namespace roundoff::test {

/// Files of MNIST's layout, but with 6 training and 2 test images of 2 x 3 pixels, by the catalogue's names.
inline std::map<QString, QByteArray> smallDataset() {
    QByteArray trainingPixels;
    for (int i = 0; i < 6 * 6; ++i) {
        trainingPixels.append(static_cast<char>(7 * i));
    }
    return {{"train-images-idx3-ubyte", idxHeader({6, 2, 3}) + trainingPixels},
            {"train-labels-idx1-ubyte", idxHeader({6}) + QByteArray::fromHex("000102030409")},
            {"t10k-images-idx3-ubyte", idxHeader({2, 2, 3}) + QByteArray(12, '\x11')},
            {"t10k-labels-idx1-ubyte", idxHeader({2}) + QByteArray::fromHex("0908")}};
}

inline void writeFiles(const QTemporaryDir& directory, const QString& folder,
                       const std::map<QString, QByteArray>& files) {
    for (const auto& [name, content] : files) {
        writeFile(directory, folder + "/" + name, content);
    }
}

} // namespace roundoff::test
