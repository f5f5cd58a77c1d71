# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Steps that packaging/run, packaging/test and .ci/run share. Sourced; sets $root, the project's folder.
# What a step prints goes to a log under build/logs and is shown only where the step fails.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Qt wants UTF-8; a bare system has no locale at all.
if [ -z "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] && [ "$(uname -s)" != Darwin ]; then
    export LC_ALL=C.UTF-8
fi

# Messages go to standard error: standard output is the program's.
say() { echo "roundoff: $*" >&2; }

die() {
    say "$*"
    exit 1
}

log_file() { echo "$root/build/logs/$1.log"; }

# step_failed LOG WHAT: what a failed step says, last the one line that sums it up.
step_failed() {
    tail -n 30 "$(log_file "$1")" >&2
    say "$2 failed; all of its output is in build/logs/$1.log"
}

# logged LOG WHAT COMMAND...: runs a command silently, its output in build/logs/LOG.log.
logged() {
    local log=$1 what=$2
    shift 2
    mkdir -p "$root/build/logs"
    if ! "$@" >"$(log_file "$log")" 2>&1 </dev/null; then
        step_failed "$log" "$what"
        return 1
    fi
}

# show_progress WHAT: reads Ninja's output; says WHAT at its first step and, on a terminal, counts the steps.
show_progress() {
    local line begun=""
    while IFS= read -r line; do
        if ! [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then continue; fi
        if [ -z "$begun" ]; then say "$1"; fi
        begun=yes
        if [ -t 2 ]; then printf '\r  step %s of %s ' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" >&2; fi
    done
    if [ -t 2 ] && [ -n "$begun" ]; then printf '\r\033[K' >&2; fi
}

# configure PRESET: Ninja configures again by itself when a CMake file changes, but not when the presets do.
configure() {
    local ninja_file=$root/build/$1/build.ninja
    if [ -f "$ninja_file" ] && [ ! "$root/CMakePresets.json" -nt "$ninja_file" ]; then
        return 0
    fi
    say "configuring ($1)"
    logged "$1-configure" "configuring ($1)" cmake -S "$root" --preset "$1" || return 1
    touch "$ninja_file"
}

# build PRESET [TARGET...]: builds all of a preset, or the targets named.
build() {
    local preset=$1
    shift
    configure "$preset" || return 1
    if [ "$#" -gt 0 ]; then set -- --target "$@"; fi
    if ! cmake --build "$root/build/$preset" "$@" </dev/null 2>&1 | tee "$(log_file "$preset-build")" |
        show_progress "building ($preset)"; then
        step_failed "$preset-build" "building ($preset)"
        return 1
    fi
}
