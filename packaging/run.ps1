# SPDX-License-Identifier: GPL-3.0-or-later
# packaging\run.ps1 [ARGUMENTS]: installs what is missing, builds Roundoff, and starts it with the arguments;
# without any it opens the window.
. (Join-Path $PSScriptRoot 'build.ps1')

try {
    Build-Preset 'release' @('roundoff')
} catch {
    Say $_.Exception.Message
    exit 1
}
& (Join-Path $Root 'build\release\bin\roundoff.exe') @args
exit $LASTEXITCODE
