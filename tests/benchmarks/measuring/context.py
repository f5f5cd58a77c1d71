# SPDX-License-Identifier: GPL-3.0-or-later
"""What rows measure with: the benchmark programs, the program itself, and PyTorch."""

import json
import os
import shutil
import subprocess
import sys
import time

from .result import NotMeasured

MILLISECONDS = {"ns": 1e-6, "us": 1e-3, "ms": 1.0, "s": 1e3}


def best(repetitions):
    """The repetition with the shortest time."""
    return min(repetitions, key=lambda repetition: repetition["real_time"])


def milliseconds(repetitions):
    repetition = best(repetitions)
    return repetition["real_time"] * MILLISECONDS[repetition["time_unit"]]


class Context:
    def __init__(self, root, options, scratch):
        self.root, self.options, self.scratch = root, options, scratch
        self.quick = options.quick
        self.bin = options.build / "bin"
        self.benchmark_context = {}
        self.peer = None
        self.peer_about = {}
        self.kept = {}  # What several rows need, by name.
        self.runs = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop_peer()

    def say(self, text):
        print(f"... {text}", file=sys.stderr, flush=True)

    def once(self, name, make):
        """What `make` gives, which is made for the first row that asks."""
        if name not in self.kept:
            self.kept[name] = make()
        return self.kept[name]

    def benchmarks(self, pattern, repetitions, least_seconds, program="roundoff_bench"):
        """Repetitions of the benchmarks that match, by name: Google Benchmark's own results, in a mixed order."""
        path = self.bin / program
        if shutil.which(str(path)) is None:
            raise NotMeasured(f"{program} is not built")
        environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        command = [path, f"--benchmark_filter={pattern}", "--benchmark_format=json",
                   f"--benchmark_repetitions={repetitions}", f"--benchmark_min_time={least_seconds}",
                   "--benchmark_enable_random_interleaving=true"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0 or not done.stdout.startswith("{"):
            raise NotMeasured(f"{program}: " + (done.stderr.strip() or "no results").splitlines()[-1])
        if self.options.keep:
            self.runs += 1
            (self.options.keep / f"{self.runs:03}-{program}.json").write_text(done.stdout, encoding="utf-8")
        answer = json.loads(done.stdout)
        self.benchmark_context.update(answer["context"])
        found = {}
        for result in answer["benchmarks"]:
            if result.get("error_occurred"):
                raise NotMeasured(f"{result['name']}: {result['error_message']}")
            if result["run_type"] == "iteration":
                found.setdefault(result["run_name"], []).append(result)
        if not found:
            raise NotMeasured(f"{program} has no benchmark {pattern}")
        return found

    def roundoff(self, *words):
        """Wall-clock seconds, the peak of resident memory in MB, and the folder of results of one command."""
        self.runs += 1
        folder = self.scratch / f"run{self.runs}"
        log = self.scratch / "stderr"
        with open(log, "w", encoding="utf-8") as errors:
            begin = time.perf_counter()
            process = subprocess.Popen([self.bin / "roundoff", *words, "--out", folder, "--quiet"],
                                       stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            lines = log.read_text(encoding="utf-8").strip().splitlines()
            raise NotMeasured(f"roundoff {words[0]}: " + (lines[-1] if lines else f"exit code {process.returncode}"))
        unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in KiB elsewhere.
        return seconds, usage.ru_maxrss * unit / 1e6, folder

    def presets(self):
        done = subprocess.run([self.bin / "roundoff", "presets", "--json"], capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    def python(self):
        """A Python that has PyTorch."""
        if not self.options.peers:
            raise NotMeasured("PyTorch is asked for by --peers")
        wanted = [self.options.python] if self.options.python else ["python3", "/usr/bin/python3"]
        for name in wanted:
            if shutil.which(name) and subprocess.run([name, "-c", "import torch"], capture_output=True,
                                                     check=False).returncode == 0:
                return name
        raise NotMeasured("no PyTorch: " + " and ".join(wanted) + " cannot import torch (apt install python3-torch "
                          "libopenblas0-pthread)")

    def peer_epoch(self, row):
        """Seconds of one more epoch of a row such as "FP32 sgd 784-128-64-10" on one thread of PyTorch."""
        if self.peer is None:
            python = self.once("python", self.python)
            script = self.root / "tests" / "benchmarks" / "peers" / "epoch.py"
            self.peer = subprocess.Popen([python, script, "--threads", "1", "--serve"], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True)
            self.peer_about = self.answer()
        self.peer.stdin.write(row + "\n")
        self.peer.stdin.flush()
        answer = self.answer()
        if "error" in answer:
            raise NotMeasured(f"PyTorch: {row}: {answer['error']}")
        return answer["seconds"]

    def answer(self):
        line = self.peer.stdout.readline()
        if not line:
            raise NotMeasured("PyTorch's script ended; its last words are above")
        return json.loads(line)

    def peer_paper(self, presets, threads):
        """Seconds and counts of the paper's runs that PyTorch can do."""
        script = self.root / "tests" / "benchmarks" / "peers" / "paper.py"
        done = subprocess.run([self.once("python", self.python), script, "--threads", str(threads)],
                              input=json.dumps(presets), capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise NotMeasured("PyTorch: " + (done.stderr.strip() or "no results").splitlines()[-1])
        total = json.loads(done.stdout.splitlines()[-1])
        self.peer_about = self.peer_about or total
        return total

    def stop_peer(self):
        if self.peer is not None:
            self.peer.stdin.close()
            self.peer.wait()
            self.peer = None
