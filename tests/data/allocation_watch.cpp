// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/allocation_watch.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

// In front of each piece of memory, as far as malloc() aligns it.
constexpr std::size_t kPrefix = alignof(std::max_align_t);
static_assert(kPrefix >= sizeof(std::size_t));

std::atomic<std::size_t> largest{0};
std::atomic<std::size_t> alive{0};
std::atomic<std::size_t> aliveAtReset{0};
std::atomic<std::size_t> mostAlive{0};

void raise(std::atomic<std::size_t>& highest, std::size_t value) {
    std::size_t seen = highest.load();
    while (value > seen && !highest.compare_exchange_weak(seen, value)) {
    }
}

} // namespace

// All forms: those that call others by default do not where a sanitizer replaces them.
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
    raise(largest, size);
    if (size <= SIZE_MAX - kPrefix) {
        if (void* memory = std::malloc(kPrefix + size)) {
            std::memcpy(memory, &size, sizeof(size));
            raise(mostAlive, alive += size);
            return static_cast<char*>(memory) + kPrefix;
        }
    }
    return nullptr;
}

void* operator new(std::size_t size) {
    if (void* memory = operator new(size, std::nothrow)) {
        return memory;
    }
    throw std::bad_alloc();
}

void* operator new[](std::size_t size) {
    return operator new(size);
}

void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
    return operator new(size, tag);
}

void operator delete(void* memory) noexcept {
    if (memory != nullptr) {
        void* start = static_cast<char*>(memory) - kPrefix;
        std::size_t size = 0;
        std::memcpy(&size, start, sizeof(size));
        alive -= size;
        std::free(start);
    }
}

void operator delete(void* memory, std::size_t) noexcept {
    operator delete(memory);
}

void operator delete(void* memory, const std::nothrow_t& /*tag*/) noexcept {
    operator delete(memory);
}

void operator delete[](void* memory) noexcept {
    operator delete(memory);
}

void operator delete[](void* memory, std::size_t) noexcept {
    operator delete(memory);
}

void operator delete[](void* memory, const std::nothrow_t& /*tag*/) noexcept {
    operator delete(memory);
}

namespace roundoff::test {

void resetLargestAllocation() {
    largest = 0;
    aliveAtReset = alive.load();
    mostAlive = alive.load();
}

std::size_t largestAllocation() {
    return largest;
}

std::size_t mostAllocated() {
    return mostAlive - aliveAtReset;
}

} // namespace roundoff::test
