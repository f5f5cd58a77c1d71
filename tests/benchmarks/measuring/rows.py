# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the table, in its order and words."""

import dataclasses
import typing

from . import program_rows, training_rows
from .result import NotMeasured, Result


@dataclasses.dataclass
class Row:
    key: str
    what: str
    goal: str
    figures: typing.Callable  # Gives one figure after the other; may raise NotMeasured.


ROWS = [
    Row("pytorch", "FP32 epoch, one thread, against PyTorch", "2.5 times as fast with Adam, 2 times with SGD with momentum",
        training_rows.against_pytorch),
    Row("peak", "FP32 epoch against the bare arithmetic at the measured peak", "at least 70 %", training_rows.against_peak),
    Row("products", "matrix products alone, all three shapes, batch 1 to 1,024, odd sizes too (13, 100, 300, 10 outputs)",
        "at least 90 % of peak from 64 rows on, never below half of it because of an edge", training_rows.products),
    Row("formats", "epoch at FP16, BF16, any binary float of at most 11 bits", "at most 1.15 times FP32",
        training_rows.narrow_formats),
    Row("stochastic", "the same with stochastic rounding", "at most 1.5 times", training_rows.stochastic),
    Row("fp64", "FP64 epoch", "at most 2.2 times FP32", training_rows.fp64),
    Row("quantise", "quantising spans in cache, nearest-even / stochastic", "4 / 1.5 billion elements a second",
        training_rows.quantising),
    Row("telemetry", "telemetry on", "at most 5 %", training_rows.telemetry),
    Row("sweep", "a sweep on 2 threads against 1", "1.9 times", program_rows.sweep),
    Row("paper", "`roundoff paper`",
        "under a third of the time that PyTorch (one process, its best thread count) needs for the runs it can do at all",
        program_rows.paper),
    Row("large", "one large run (784-2048-2048-10) using all cores, same bits", "1.8 times on 2", program_rows.large_run),
    Row("paint", "window: start to first paint, warm", "under 0.5 s", training_rows.window("first_paint", {"first_paint": 0.5}, "s")),
    Row("slider", "window: a slider step on the Weights page (round, histogram, 10,000 test images)",
        "under 50 ms on a trained 784-128-64-10, under 100 ms on 784-512-512-10",
        training_rows.window("slider_step", {"slider_step/784-128-64-10": 50.0, "slider_step/784-512-512-10": 100.0})),
    Row("drain", "window: one drain with 15 live runs and 100,000 points", "under 8 ms of GUI time",
        training_rows.window("drain", {"drain/15_runs_100000_points": 8.0})),
    Row("memory", "memory", "a 15-run sweep under 350 MB resident", program_rows.memory),
]


def measure(row, context):
    """A row with its figures, or as many of them as could be had and why not the rest."""
    result = Result(row.key, row.what, row.goal, [])
    try:
        for figure in row.figures(context):
            result.figures.append(figure)
    except NotMeasured as reason:
        result.problem = str(reason)
    return result
