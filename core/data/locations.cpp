// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/locations.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

#if defined(_WIN32)
#include <windows.h>
#elif defined(__APPLE__)
#include <mach-o/dyld.h>
#endif

namespace roundoff::data {
namespace {

std::filesystem::path executablePath() {
#if defined(_WIN32)
    // The function cuts a path that does not fit and then returns the size it was given; paths end at 32,767
    // characters.
    std::wstring path(32768, L'\0');
    path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    return path;
#elif defined(__APPLE__)
    std::uint32_t size = 0;
    _NSGetExecutablePath(nullptr, &size);
    std::string path(size, '\0');
    if (_NSGetExecutablePath(path.data(), &size) != 0) {
        return {};
    }
    return path.c_str(); // the size counts the terminating null
#else
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error);
#endif
}

std::filesystem::path directoryFromEnvironment() {
#if defined(_WIN32)
    const wchar_t* value = _wgetenv(L"ROUNDOFF_DATA_DIR");
#else
    const char* value = std::getenv("ROUNDOFF_DATA_DIR");
#endif
    return value != nullptr ? std::filesystem::path(value) : std::filesystem::path();
}

/// Whether `path` lies in the folder `ancestor`, or is it; both absolute.
bool isWithin(const std::filesystem::path& path, const std::filesystem::path& ancestor) {
    return std::mismatch(ancestor.begin(), ancestor.end(), path.begin(), path.end()).first == ancestor.end();
}

} // namespace

std::filesystem::path executableDirectory() {
    const std::filesystem::path path = executablePath();
    std::error_code error;
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(path, error);
    return (error ? path : canonical).parent_path();
}

std::vector<std::filesystem::path> dataSearchPath() {
    return dataSearchPath(executableDirectory());
}

std::vector<std::filesystem::path> dataSearchPath(const std::filesystem::path& programDirectory) {
    std::vector<std::filesystem::path> searchPath;
    if (std::filesystem::path directory = directoryFromEnvironment(); !directory.empty()) {
        searchPath.push_back(std::move(directory));
    }
    if (programDirectory.empty()) {
        return searchPath;
    }
    searchPath.push_back((programDirectory / "../share/roundoff").lexically_normal());
#if defined(__APPLE__)
    searchPath.push_back((programDirectory / "../Resources").lexically_normal());
#endif
    // An installed program must not depend on what somebody has at the path where it was once built.
    std::error_code error;
    const std::filesystem::path buildTree = std::filesystem::weakly_canonical(ROUNDOFF_BUILD_TREE, error);
    if (!error && isWithin(programDirectory, buildTree)) {
        searchPath.emplace_back(ROUNDOFF_SOURCE_RESOURCES);
    }
    return searchPath;
}

} // namespace roundoff::data
