# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What Roundoff needs from the system's package manager, in one place. Sourced by packaging/run, packaging/test and
# .ci/run. Written for bash 3.2 too, which is what macOS has.

# Debian 12 and later, and Ubuntu 24.04 and later.
apt_packages() {
    case $1 in
    build)
        # libqt6opengl6-dev: the CMake files of Charts ask for it, its package does not.
        echo g++ cmake ninja-build \
            qt6-base-dev qt6-base-dev-tools libqt6opengl6-dev libgl-dev \
            qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools \
            libhwy-dev libeigen3-dev nlohmann-json3-dev libcli11-dev libboost-dev zlib1g-dev libssl-dev libsqlite3-dev \
            libbenchmark-dev
        ;;
    run)
        # A font for figures drawn without a display, Wayland's window system, and Qt's own texts in German.
        echo fonts-dejavu-core qt6-wayland qt6-translations-l10n
        ;;
    ci)
        # The checks' results depend on the tools' versions, so these are named.
        echo git clang-format-14 clang-tidy-14 clang-14 libclang-rt-14-dev shellcheck desktop-file-utils
        ;;
    esac
}

# macOS; the system brings zlib.
brew_packages() {
    case $1 in
    build) echo cmake ninja qt highway eigen@3 nlohmann-json cli11 boost openssl@3 sqlite google-benchmark ;;
    run) ;;
    ci) echo clang-format llvm shellcheck ;;
    esac
}

has_terminal() { { : </dev/tty; } 2>/dev/null; }

# Whether as_root can work: sudo may ask for a password only where there is a person to ask.
can_be_root() {
    [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null && { has_terminal || sudo -n true 2>/dev/null; }; }
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Prints those of the given packages that are neither installed nor provided by one that is.
missing_apt_packages() {
    local have name
    have=$(dpkg-query -W -f='${db:Status-Status} ${Package} , ${Provides} \n' |
        sed -n 's/^installed//p' | sed 's/([^)]*)//g' | tr ',\n' '  ')
    for name in "$@"; do
        case " $have " in
        *" $name "*) ;;
        *) echo "$name" ;;
        esac
    done
}

install_with_apt() {
    local missing
    missing=$(missing_apt_packages "$@" | tr '\n' ' ')
    missing=${missing% }
    if [ -z "$missing" ]; then
        return 0
    fi
    if ! can_be_root; then
        die "packages are missing; as root, run: apt-get install $missing"
    fi
    say "installing $missing"
    # Another package manager at work is waited for, not tripped over.
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
    # One unreachable source among many is no reason to stop: installing tells.
    as_root "${apt[@]}" update </dev/null >/dev/null 2>&1 || true
    # shellcheck disable=SC2086  # a list of words
    logged install "installing packages" as_root "${apt[@]}" install -y --no-install-recommends $missing
}

install_with_brew() {
    local have name missing=""
    have=" $(brew list --formula -1 | tr '\n' ' ') "
    for name in "$@"; do
        case $have in
        *" $name "*) ;;
        *) missing="$missing $name" ;;
        esac
    done
    if [ -n "$missing" ]; then
        say "installing$missing"
        # shellcheck disable=SC2086  # a list of words
        logged install "installing packages" brew install $missing
    fi
    # Homebrew keeps versioned packages, and those that macOS has itself, out of the default search path.
    local folders
    folders=$(brew --prefix):$(brew --prefix eigen@3):$(brew --prefix openssl@3):$(brew --prefix sqlite)
    CMAKE_PREFIX_PATH=$folders${CMAKE_PREFIX_PATH:+:$CMAKE_PREFIX_PATH}
    export CMAKE_PREFIX_PATH
}

# install_dependencies GROUP...: sees to it that the packages of these groups (build, run, ci) are installed.
install_dependencies() {
    local group packages=""
    if command -v apt-get >/dev/null; then
        for group in "$@"; do packages="$packages $(apt_packages "$group")"; done
        # shellcheck disable=SC2086  # a list of words
        install_with_apt $packages
    elif command -v brew >/dev/null; then
        for group in "$@"; do packages="$packages $(brew_packages "$group")"; done
        # shellcheck disable=SC2086  # a list of words
        install_with_brew $packages
    elif [ "$(uname -s)" = Darwin ]; then
        die "Homebrew is missing; install it from https://brew.sh and run this again"
    else
        say "neither apt-get nor Homebrew here: taking the libraries of CONTRIBUTING.md as installed"
    fi
}
