# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows about epochs, products and rounding, from Google Benchmark's results and PyTorch's."""

from .context import best, milliseconds
from .result import Figure, NotMeasured

# One process for all rows of epochs, so that their ratios are of one run.
EPOCHS = ("^epoch/((FP32|FP16|BF16|FP8-E5M2|E6M9|FP64)_(sgd|adam)|(FP16|BF16|FP8-E5M2)_stochastic_sgd|BF16-SR_sgd"
          "|(FP32|FP16|BF16)_sgd_telemetry_100|784-512-512-10/(FP32|FP16|BF16|FP64|BF16_stochastic)_sgd)$")
VECTOR = 16  # Elements of the widest vector: layers whose widths are multiples of it have no edge.


def note_peaks(context, found):
    for name, repetitions in found.items():
        for repetition in repetitions:
            if "peak" in repetition:
                element = "double" if "<double>" in name or "FP64" in name else "float"
                known = context.kept.get(f"peak {element}", 0.0)
                context.kept[f"peak {element}"] = max(known, repetition["peak"])
    return found


def epochs(context):
    def make():
        context.say("epochs")
        return note_peaks(context, context.benchmarks(EPOCHS, 2 if context.quick else 7, 0.01))
    return context.once("epochs", make)


def ratio(found, name, to):
    return milliseconds(found[f"epoch/{name}"]) / milliseconds(found[f"epoch/{to}"])


def against_pytorch(context):
    """Epochs of both in turns; the ratio is that of the shortest."""
    rows = [("FP32", "adam", "784-128-64-10", 2.5), ("FP32", "sgd", "784-128-64-10", 2.0),
            ("FP64", "adam", "784-128-64-10", None), ("FP64", "sgd", "784-128-64-10", None),
            ("BF16", "adam", "784-128-64-10", None), ("BF16", "sgd", "784-128-64-10", None),
            ("FP32", "adam", "784-512-512-10", None), ("FP32", "sgd", "784-512-512-10", None),
            ("FP32", "adam", "784-2048-2048-10", None), ("FP32", "sgd", "784-2048-2048-10", None)]
    context.once("python", context.python)
    for precision, kind, network, goal in rows[:2] if context.quick else rows:
        large = "2048" in network
        row = f"{precision} {kind} {network}"
        name = f"{precision}_{kind}" if network == "784-128-64-10" else f"{network}/{precision}_{kind}"
        context.say(f"epochs in turns with PyTorch: {row}")
        ours, theirs = [], []
        for _ in range(2 if context.quick or large else 5):
            found = context.benchmarks(f"^epoch/{name}$", 1 if large else 2, 0.01)
            ours.append(milliseconds(found[f"epoch/{name}"]) / 1e3)
            theirs.append(min(context.peer_epoch(row) for _ in range(1 if large else 2)))
        yield Figure(f"{precision}, {'Adam' if kind == 'adam' else 'SGD'}, {network} "
                     f"({min(ours):.3f} s against {min(theirs):.3f} s)", min(theirs) / min(ours), "times", goal)


def against_peak(context):
    found = epochs(context)
    for name, what, goal in (("FP32_sgd", "SGD, 784-128-64-10", 70.0), ("FP32_adam", "Adam, 784-128-64-10", None),
                             ("784-512-512-10/FP32_sgd", "SGD, 784-512-512-10", None)):
        repetitions = found[f"epoch/{name}"]
        yield Figure(f"{what} ({milliseconds(repetitions):.0f} ms)", 100.0 * best(repetitions)["of_peak"], "%", goal)


def products(context):
    """Shapes without an edge from 64 rows on, those with one, and few rows, where memory and not arithmetic is the
    bound: with one row every weight that is read takes part in one multiply-add only."""
    groups = {}
    # One process for each product: Google Benchmark mixes what it repeats, which makes it slow with many.
    for product in ("forwardProduct", "weightGradient", "inputGradient"):
        for element in ("float", "double"):
            context.say(f"products: {product}<{element}>")
            pattern = f"^{product}<{element}>/"
            found = note_peaks(context, context.benchmarks(pattern, 1 if context.quick else 5, 0.02))
            for name, repetitions in found.items():
                batch, *widths = (int(number) for number in name.split("/")[1:])
                share = 100.0 * max(repetition["of_peak"] for repetition in repetitions)
                if batch == 1:
                    group = "1 row"
                elif batch < 64 and batch % 4 == 0:
                    group = "4 and 16 rows"
                elif batch % VECTOR or any(width % VECTOR for width in widths):
                    group = "odd sizes and 10 outputs, from 13 rows on"
                else:
                    group = "layers without an edge, from 64 rows on"
                shape = f"{product}, {'x'.join(map(str, (batch, *widths)))}"
                groups.setdefault((group, element), []).append((share, shape))
    # AVX2 has half the registers, and a goal of its own.
    full = 85.0 if context.benchmark_context.get("target") == "avx2" else 90.0
    goals = {"layers without an edge, from 64 rows on": full, "odd sizes and 10 outputs, from 13 rows on": 50.0,
             "4 and 16 rows": 50.0, "1 row": None}
    for group, goal in goals.items():
        for element in ("float", "double"):
            shares = sorted(groups[group, element])
            reached = sum(share >= (goal or 0.0) for share, _ in shares)
            counts = f"; {reached} of {len(shares)} reach it" if goal else ""
            yield Figure(f"{group}, {element}: lowest of {len(shares)} ({shares[0][1]}{counts})", shares[0][0], "%", goal)


def narrow_formats(context):
    found = epochs(context)
    for name in ("FP16", "BF16", "FP8-E5M2", "E6M9"):
        for kind, text in (("sgd", "SGD"), ("adam", "Adam")):
            yield Figure(f"{name}, {text}", ratio(found, f"{name}_{kind}", f"FP32_{kind}"), "times", 1.15, False)
    for name in ("FP16", "BF16"):
        large = "784-512-512-10/"
        yield Figure(f"{name}, SGD, 784-512-512-10", ratio(found, f"{large}{name}_sgd", f"{large}FP32_sgd"), "times", 1.15,
                     False)


def stochastic(context):
    found = epochs(context)
    for name in ("FP16", "BF16", "FP8-E5M2"):
        yield Figure(f"{name}, stochastic in every role", ratio(found, f"{name}_stochastic_sgd", "FP32_sgd"), "times", 1.5,
                     False)
    yield Figure("BF16-SR: stored weights and optimiser state only", ratio(found, "BF16-SR_sgd", "FP32_sgd"), "times", 1.5,
                 False)
    large = "784-512-512-10/"
    yield Figure("BF16, stochastic in every role, 784-512-512-10",
                 ratio(found, f"{large}BF16_stochastic_sgd", f"{large}FP32_sgd"), "times", 1.5, False)


def fp64(context):
    found = epochs(context)
    for kind, text in (("sgd", "SGD"), ("adam", "Adam")):
        yield Figure(text, ratio(found, f"FP64_{kind}", f"FP32_{kind}"), "times", 2.2, False)
    large = "784-512-512-10/"
    yield Figure("SGD, 784-512-512-10", ratio(found, f"{large}FP64_sgd", f"{large}FP32_sgd"), "times", 2.2, False)


def quantising(context):
    context.say("rounding spans")
    found = context.benchmarks("^inFloat/(FP16|BF16|E4M3)_(nearest_even|stochastic)$", 3 if context.quick else 10, 0.05)
    for rounding, goal in (("nearest_even", 4e9), ("stochastic", 1.5e9)):
        for name in ("FP16", "BF16", "E4M3"):
            rates = [repetition["items_per_second"] for repetition in found[f"inFloat/{name}_{rounding}"]]
            yield Figure(f"{name}, {rounding.replace('_', '-')}", max(rates), "elements/s", goal)


def telemetry(context):
    found = epochs(context)
    for name in ("FP32", "FP16", "BF16"):
        share = ratio(found, f"{name}_sgd_telemetry_100", f"{name}_sgd") - 1.0
        yield Figure(f"{name}, every 100 steps", 100.0 * share, "%", 5.0, False)


def window(pattern, goal, unit="ms"):
    """A row of the window's own benchmark."""
    def row(context):
        context.say(f"window: {pattern}")
        found = context.benchmarks(f"^({pattern})(/|$)", 2 if context.quick else 5, 0.2, "roundoff_window_bench")
        for name, least in goal.items():
            matching = [repetitions for found_name, repetitions in found.items()
                        if found_name == name or found_name.startswith(name + "/")]
            if not matching:
                raise NotMeasured(f"roundoff_window_bench has no benchmark {name}")
            value = milliseconds(matching[0]) / (1e3 if unit == "s" else 1.0)
            yield Figure(name.split("/")[-1].replace("_", " "), value, unit, least, False)
    return row
