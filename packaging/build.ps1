# SPDX-License-Identifier: GPL-3.0-or-later
# Steps that run.ps1 and test.ps1 share on Windows: the compiler's environment, vcpkg, configuring and building.
# What a step prints goes to a log under build\logs and is shown only where the step fails.

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$Root = Split-Path -Parent $PSScriptRoot
$LogFolder = Join-Path $Root 'build\logs'
$Triplet = 'x64-windows'

function Say([string] $Text) { [Console]::Error.WriteLine("roundoff: $Text") }

# Runs a program with its output in a log; a failure shows the log's end and is an error.
function Invoke-Logged([string] $Log, [string] $What, [string] $Program, [string[]] $Arguments) {
    New-Item -ItemType Directory -Force -Path $LogFolder | Out-Null
    $file = Join-Path $LogFolder "$Log.log"
    # Windows PowerShell turns a program's standard error into error records; these are text, not failures.
    $ErrorActionPreference = 'Continue'
    & $Program @Arguments *> $file
    $status = $LASTEXITCODE
    $ErrorActionPreference = 'Stop'
    if ($status -ne 0) {
        Get-Content $file -Tail 30 | ForEach-Object { [Console]::Error.WriteLine($_) }
        throw "$What failed; all of its output is in build\logs\$Log.log"
    }
}

# Puts Visual Studio's compiler, CMake and Ninja on the path.
function Enter-VisualStudio {
    if (Get-Command cl.exe -ErrorAction SilentlyContinue) { return }
    $vswhere = "${env:ProgramFiles(x86)}\Microsoft Visual Studio\Installer\vswhere.exe"
    $folder = $null
    if (Test-Path $vswhere) {
        $folder = & $vswhere -latest -products * -property installationPath `
            -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 `
            Microsoft.VisualStudio.Component.VC.CMake.Project
    }
    if (-not $folder) {
        throw ('Visual Studio 2022 with C++ and CMake is missing; install it with: winget install ' +
            'Microsoft.VisualStudio.2022.BuildTools --override "--wait --add Microsoft.VisualStudio.Workload.VCTools ' +
            '--includeRecommended"')
    }
    $here = Get-Location
    & (Join-Path $folder 'Common7\Tools\Launch-VsDevShell.ps1') -Arch amd64 -HostArch amd64 | Out-Null
    Set-Location $here
}

# The folder of vcpkg: the one that VCPKG_ROOT names, else one of our own, fetched the first time.
function Get-Vcpkg {
    if ($env:VCPKG_ROOT -and (Test-Path (Join-Path $env:VCPKG_ROOT 'scripts\buildsystems\vcpkg.cmake'))) {
        return $env:VCPKG_ROOT
    }
    $folder = Join-Path $env:LOCALAPPDATA 'roundoff\vcpkg'
    if (-not (Test-Path (Join-Path $folder 'vcpkg.exe'))) {
        if (-not (Get-Command git.exe -ErrorAction SilentlyContinue)) {
            throw 'git is missing; install it with: winget install Git.Git'
        }
        Say "fetching vcpkg into $folder"
        if (-not (Test-Path $folder)) {
            Invoke-Logged 'vcpkg' 'fetching vcpkg' 'git.exe' @('clone', 'https://github.com/microsoft/vcpkg', $folder)
        }
        Invoke-Logged 'vcpkg' 'setting up vcpkg' (Join-Path $folder 'bootstrap-vcpkg.bat') @('-disableMetrics')
    }
    return $folder
}

# Configures where that is needed, builds a preset (or some of its targets), and lets its programs find Qt.
function Build-Preset([string] $Preset, [string[]] $Targets = @()) {
    Enter-VisualStudio
    $folder = Join-Path $Root "build\$Preset"
    $ninjaFile = Join-Path $folder 'build.ninja'
    $presets = Join-Path $Root 'CMakePresets.json'
    $isCurrent = (Test-Path $ninjaFile) -and
        (Get-Item $ninjaFile).LastWriteTime -ge (Get-Item $presets).LastWriteTime
    if (-not $isCurrent) {
        $toolchain = Join-Path (Get-Vcpkg) 'scripts\buildsystems\vcpkg.cmake'
        Say "configuring ($Preset); the first time, vcpkg builds Qt, which takes an hour or more"
        Invoke-Logged "$Preset-configure" "configuring ($Preset)" 'cmake.exe' @(
            '-S', $Root, '--preset', $Preset, "-DCMAKE_TOOLCHAIN_FILE=$toolchain", "-DVCPKG_TARGET_TRIPLET=$Triplet")
        (Get-Item $ninjaFile).LastWriteTime = Get-Date
    }
    Say "building ($Preset)"
    $arguments = @('--build', $folder)
    if ($Targets.Count -gt 0) { $arguments += @('--target') + $Targets }
    Invoke-Logged "$Preset-build" "building ($Preset)" 'cmake.exe' $arguments

    $libraries = Join-Path $folder "vcpkg_installed\$Triplet"
    $env:PATH = (Join-Path $libraries 'bin') + ';' + $env:PATH
    $env:QT_PLUGIN_PATH = Join-Path $libraries 'Qt6\plugins'
}
