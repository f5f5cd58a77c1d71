// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/allocation_watch.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> largest{0};

void note(std::size_t size) {
    std::size_t seen = largest.load();
    while (size > seen && !largest.compare_exchange_weak(seen, size)) {
    }
}

} // namespace

// The other forms, for arrays and without exceptions, call these by default.
void* operator new(std::size_t size) {
    note(size);
    if (void* memory = std::malloc(size > 0 ? size : 1)) {
        return memory;
    }
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace roundoff::test {

void resetLargestAllocation() {
    largest = 0;
}

std::size_t largestAllocation() {
    return largest;
}

} // namespace roundoff::test
