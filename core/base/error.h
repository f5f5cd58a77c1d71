// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace roundoff {

/// Something a person gave to the program cannot be used: a file, a specification, an argument.
///
/// `what()` is one line without a trailing full stop or newline, fit to be shown as it is: what is wrong, where
/// (file, field path, line), and what to do about it. The command line exits with 2 on it.
class InputError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace roundoff
