# SPDX-License-Identifier: GPL-3.0-or-later
# packaging\test.ps1 [CTEST-ARGUMENTS]: installs what is missing, builds everything, and runs the tests.
# The last line counts: N passed, N failed. The exit code is 0 when none failed.
. (Join-Path $PSScriptRoot 'build.ps1')

try {
    Build-Preset 'dev'
} catch {
    Say $_.Exception.Message
    Write-Output '0 passed, 1 failed'
    exit 1
}

$report = Join-Path $Root 'build\dev\tests.xml'
Remove-Item -Force -ErrorAction SilentlyContinue $report
$env:QT_QPA_PLATFORM = 'offscreen'
Push-Location $Root
& ctest.exe --preset dev --output-on-failure --no-tests=error --output-junit $report @args
$status = $LASTEXITCODE
Pop-Location

$passed = 0
$failed = 0
if (Test-Path $report) {
    foreach ($case in ([xml](Get-Content -Raw $report)).SelectNodes('//testcase')) {
        $skipped = $case.SelectSingleNode('skipped')
        if ($case.status -eq 'run') {
            $passed++
        } elseif ($case.status -eq 'fail' -or ($skipped -and $skipped.GetAttribute('message') -notlike 'SKIP_*')) {
            # Not run and not skipped on purpose: the program is missing, or what the test depends on failed.
            $failed++
        }
    }
}
if ($status -ne 0 -and $failed -eq 0) { $failed = 1 }
Write-Output "$passed passed, $failed failed"
exit $status
