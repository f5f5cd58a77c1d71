# SPDX-License-Identifier: GPL-3.0-or-later
"""What was measured on: the CPU and its caches, the compiler, versions, and how busy the machine was."""

import os
import pathlib
import platform
import re
import subprocess


def output(*command, cwd=None):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)
    except OSError:
        return ""
    return done.stdout.strip()


def cores():
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def cpu():
    try:
        information = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return output("sysctl", "-n", "machdep.cpu.brand_string") or platform.processor()
    fields = dict(re.findall(r"^([^\t\n]+)\t+: (.*)$", information, re.MULTILINE))
    name = fields.get("model name", platform.machine())
    numbers = [fields[key] for key in ("cpu family", "model", "stepping") if key in fields]
    return name + (f" (family, model, stepping {', '.join(numbers)})" if numbers else "")


def caches():
    found = []
    for index in sorted(pathlib.Path("/sys/devices/system/cpu/cpu0/cache").glob("index*")):
        level, kind, size = ((index / name).read_text(encoding="utf-8").strip() for name in ("level", "type", "size"))
        if kind != "Instruction":
            found.append(f"L{level} {size}")
    return ", ".join(found) or "not known"


def compiler(build):
    try:
        cache = (build / "CMakeCache.txt").read_text(encoding="utf-8")
    except OSError:
        return "not known"
    settings = dict(re.findall(r"^(\w+):\w+=(.*)$", cache, re.MULTILINE))
    version = output(settings.get("CMAKE_CXX_COMPILER", "c++"), "--version").splitlines()
    return f"{version[0] if version else 'not known'}, {settings.get('CMAKE_BUILD_TYPE') or 'no build type'}"


def busy_seconds():
    """Seconds that all cores together have worked since the start, or None where the system does not tell."""
    try:
        words = pathlib.Path("/proc/stat").read_text(encoding="utf-8").split("\n", 1)[0].split()
    except OSError:
        return None
    user, nice, system, _, _, interrupts, soft_interrupts = map(int, words[1:8])
    return (user + nice + system + interrupts + soft_interrupts) / os.sysconf("SC_CLK_TCK")


class Usage:
    """How much other programs have used the machine since this was made."""

    def __init__(self):
        self.load = os.getloadavg()[0]
        self.busy = busy_seconds()
        self.before = os.times()

    def text(self):
        told = f"load {self.load:.2f} when it began"
        if self.busy is None:
            return told
        now = os.times()
        own = sum(now[:4]) - sum(self.before[:4])
        elapsed = now.elapsed - self.before.elapsed
        others = max(0.0, busy_seconds() - self.busy - own) / elapsed
        return told + f"; others used {others:.2f} cores meanwhile" + (" (TOO MUCH TO TRUST)" if others > 0.1 else "")


def peaks(context):
    """The highest peak that any benchmark has seen beside itself."""
    texts = []
    for name in ("float", "double"):
        peak = context.kept.get(f"peak {name}")
        if peak:
            texts.append(f"{peak / 1e9:.0f} GFLOP/s in {name}")
    return ", ".join(texts)


def describe(context, usage):
    context.stop_peer()  # So that its time counts as this program's own.
    version = output(str(context.bin / "roundoff"), "--version")
    commit = output("git", "rev-parse", "--short", "HEAD", cwd=context.root)
    changed = output("git", "status", "--porcelain", "--untracked-files=no", cwd=context.root)
    about = {
        "CPU": cpu(),
        "cores": str(cores()),
        "caches": caches(),
        "instruction set of the kernels": context.benchmark_context.get("target", "not known"),
        "peak of one core": peaks(context) or "not measured",
        "system": f"{platform.system()} {platform.release()}",
        "compiler": compiler(context.options.build),
        "Roundoff": version + (f", {commit}{' with changes' if changed else ''}" if commit else ""),
        "machine's use": usage.text(),
    }
    if context.peer_about:
        about["PyTorch"] = f"{context.peer_about['pytorch']}, OpenBLAS kernels {context.peer_about['blas']}"
    if context.quick:
        about["how"] = "--quick: short and rough"
    return about
