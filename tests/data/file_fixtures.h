// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <span>
#include <stdexcept>

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>
#include <QTemporaryDir>

#include <zlib.h>

#include "core/base/error.h"
#include "core/data/bounded_read.h"

namespace roundoff::test {

inline std::span<const std::byte> bytesOf(const QByteArray& bytes) {
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// A stream of these bytes, which have to outlive it.
inline data::ReadFunction streamOf(const QByteArray& bytes) {
    return [rest = bytesOf(bytes)](std::span<std::byte> to) mutable {
        const std::size_t count = std::min(to.size(), rest.size());
        std::copy_n(rest.begin(), count, to.begin());
        rest = rest.subspan(count);
        return count;
    };
}

inline std::filesystem::path pathIn(const QTemporaryDir& directory, const QString& name = {}) {
    return std::filesystem::path(directory.filePath(name).toStdU16String());
}

/// Writes a file into the folder, which is made if need be.
inline std::filesystem::path writeFile(const QTemporaryDir& directory, const QString& name, const QByteArray& content) {
    QFile file(directory.filePath(name));
    if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(content) != content.size()) {
        throw std::runtime_error("the test cannot write " + file.fileName().toStdString());
    }
    return pathIn(directory, name);
}

/// One gzip member with this content.
inline QByteArray gzipped(const QByteArray& content, int level = Z_BEST_COMPRESSION) {
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("the test cannot compress");
    }
    QByteArray member(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(content.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.constData()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(member.data());
    stream.avail_out = static_cast<uInt>(member.size());
    const int status = deflate(&stream, Z_FINISH);
    member.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    if (status != Z_STREAM_END) {
        throw std::runtime_error("the test cannot compress");
    }
    return member;
}

/// The header of an IDX file of unsigned bytes.
inline QByteArray idxHeader(std::initializer_list<std::uint32_t> dimensions) {
    QByteArray header("\0\0\x08", 3);
    header.append(static_cast<char>(dimensions.size()));
    for (const std::uint32_t dimension : dimensions) {
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            header.append(static_cast<char>(dimension >> shift & 0xFFU));
        }
    }
    return header;
}

/// What the InputError says that the call throws; empty if it throws none.
template <typename Call>
QString inputErrorOf(Call&& call) {
    try {
        call();
    } catch (const InputError& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace roundoff::test
