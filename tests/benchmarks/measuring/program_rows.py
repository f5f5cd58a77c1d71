# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows about whole commands: wall-clock time from start to end as a person waits for it, and memory."""

import csv
import json

from . import machine
from .result import Figure, NotMeasured

SWEEP = "bit-width"  # 15 runs: three precisions, five folds, five epochs.


def in_turns(rounds, *ways):
    """The results of each way, which take turns."""
    results = [[] for _ in ways]
    for _ in range(rounds):
        for way, way_results in zip(ways, results):
            way_results.append(way())
    return results


def shortest(results):
    return min(seconds for seconds, *_ in results)


def two_cores():
    if machine.cores() < 2:
        raise NotMeasured("this machine has one core")


def sweeps(context):
    """Repeated sweeps on one thread and on two."""
    def make():
        context.say("a sweep on 1 and on 2 threads")
        changes = ["--set", "training.epochs=1"] if context.quick else []
        return in_turns(1 if context.quick else 2, *(
            lambda threads=threads: context.roundoff("run", SWEEP, "--threads", threads, *changes)
            for threads in ("1", "2")))
    return context.once("sweeps", make)


def sweep(context):
    two_cores()
    one, two = map(shortest, sweeps(context))
    yield Figure(f"{SWEEP}, 15 runs ({one:.2f} s against {two:.2f} s)", one / two, "times", 1.9)


def memory(context):
    for threads, results in zip((1, 2), sweeps(context)):
        yield Figure(f"{SWEEP}, 15 runs, {threads} thread{'s' * (threads > 1)}", max(result[1] for result in results), "MB",
                     350.0, False)


def paper(context):
    presets = context.presets()
    changes = []
    if context.quick:
        changes = ["--set", "training.epochs=1"]
        for preset in presets:
            preset["specification"]["training"]["epochs"] = 1
    context.once("python", context.python)
    all_cores = machine.cores()
    ours, theirs = [], {}
    for threads in sorted({1, all_cores}):  # In turns with ours.
        context.say("roundoff paper")
        ours.append(context.roundoff("paper", *changes)[0])
        context.say(f"the paper's runs in PyTorch on {threads} thread{'s' * (threads > 1)}")
        theirs[threads] = context.peer_paper(presets, threads)
    best = min(theirs, key=lambda threads: theirs[threads]["seconds"])
    total = theirs[best]
    yield Figure(f"all {total['runs'] + total['no_runs']} runs in {min(ours):.1f} s; PyTorch can do {total['runs']} of them "
                 f"and takes {total['seconds']:.1f} s with {best} thread{'s' * (best > 1)}, its best", min(ours) / total["seconds"],
                 "times", 1.0 / 3.0, False)


def run_of(folder):
    with open(folder / "runs.csv", encoding="utf-8", newline="") as file:
        return next(csv.DictReader(file))


def large_run(context):
    two_cores()
    context.say("one large run on 1 and on 2 threads")
    specification = {"roundoff": 1, "network": {"hidden": [2048, 2048]}, "training": {"epochs": 1},
                     "dataset": {"trainLimit": 6400 if context.quick else None}}
    file = context.scratch / "large.json"
    file.write_text(json.dumps(specification), encoding="utf-8")
    one, two = in_turns(1 if context.quick else 2, *(
        lambda threads=threads: context.roundoff("run", file, "--threads", threads) for threads in ("1", "2")))
    runs = [[run_of(folder) for _, _, folder in results] for results in (one, two)]
    if len({run["weights_sha256"] for results in runs for run in results}) != 1:
        raise NotMeasured("the weights differ between 1 and 2 threads")
    yield Figure(f"the whole command, same weights ({shortest(one):.2f} s against {shortest(two):.2f} s)",
                 shortest(one) / shortest(two), "times", 1.8)
    training = [min(float(run["train_seconds"]) for run in results) for results in runs]
    yield Figure(f"its training alone ({training[0]:.2f} s against {training[1]:.2f} s)", training[0] / training[1], "times")
