// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/provenance.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <thread>

#include "core/kernels/targets.h"

namespace roundoff::store {
namespace {

std::string compilerName() {
#if defined(__clang__)
    return "Clang " __clang_version__;
#elif defined(__GNUC__)
    return "GCC " __VERSION__;
#elif defined(_MSC_VER)
    return "MSVC " + std::to_string(_MSC_FULL_VER);
#else
    return "unknown";
#endif
}

std::string systemName() {
#if defined(_WIN32)
    return "Windows";
#elif defined(__APPLE__)
    return "macOS";
#else
    std::ifstream release("/etc/os-release");
    constexpr std::string_view kKey = "PRETTY_NAME=";
    for (std::string line; std::getline(release, line);) {
        if (line.starts_with(kKey)) {
            line.erase(0, kKey.size());
            std::erase(line, '"');
            return line;
        }
    }
    return "Linux";
#endif
}

std::string processorName() {
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);) {
        if (line.starts_with("model name")) {
            const auto colon = line.find(": ");
            return colon != std::string::npos ? line.substr(colon + 2) : "unknown";
        }
    }
    return "unknown";
}

std::optional<double> loadAverage() {
#ifndef _WIN32
    double lastMinute = 0.0;
    if (getloadavg(&lastMinute, 1) == 1) {
        return lastMinute;
    }
#endif
    return std::nullopt;
}

} // namespace

std::string utcNow() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
#ifdef _WIN32
    gmtime_s(&utc, &now);
#else
    gmtime_r(&now, &utc);
#endif
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

std::string programVersion() {
    return ROUNDOFF_VERSION;
}

Provenance currentProvenance(unsigned threads) {
    Provenance p;
    p.version = programVersion();
    p.compiler = compilerName();
    p.system = systemName();
    p.processor = processorName();
    p.target = kernels::currentTarget();
    p.reproducible = kernels::targetHasFma();
    p.threads = threads;
    p.cores = std::thread::hardware_concurrency();
    p.load = loadAverage();
    p.finished = utcNow();
    return p;
}

nlohmann::ordered_json toJson(const Provenance& p) {
    nlohmann::ordered_json json;
    json["program"] = "Roundoff";
    json["version"] = p.version;
    json["compiler"] = p.compiler;
    json["system"] = p.system;
    json["cpu"] = p.processor;
    json["cores"] = p.cores;
    json["target"] = p.target;
    json["bits"] = p.reproducible ? "the same on every CPU with fused multiply-add"
                                  : "this target has no fused multiply-add: other CPUs give other bits";
    json["threads"] = p.threads;
    json["load"] = p.load ? nlohmann::ordered_json(*p.load) : nlohmann::ordered_json();
    json["finished"] = p.finished;
    json["datasets"] = p.datasets;
    return json;
}

} // namespace roundoff::store
