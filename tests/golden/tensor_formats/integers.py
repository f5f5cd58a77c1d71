# SPDX-License-Identifier: GPL-3.0-or-later
"""Integers with scales computed from the values, by exact arithmetic."""
import math
import random
from fractions import Fraction

from exact import choices, to_single


def clamp(code, low, high):
    return min(max(code, low), high)


def scaling(bits, scheme, group):
    """Lowest and highest code, scale and zero point of values that share them."""
    low, high = min([*group, 0.0]), max([*group, 0.0])
    top = 2 ** (bits - 1) - 1 if scheme == "SYM" else 2**bits - 1
    bottom = -top if scheme == "SYM" else 0
    if low == high:
        return bottom, top, Fraction(1), 0
    if scheme == "SYM":
        return bottom, top, to_single(Fraction(max(-low, high)) / top), 0
    scale = to_single(Fraction(high - low) / top)  # The difference is one of doubles.
    return bottom, top, scale, clamp(round(Fraction(-low) / scale), bottom, top)


def quantise(name, shape, tensor, group_lengths):
    """`group_lengths` of the values that share a scale, in order."""
    bits, scheme = int(name[3:].split("-")[0]), name.split("-")[1]
    scales, zero_points, rows = [], [], []
    first = 0
    for length in group_lengths:
        group = tensor[first:first + length]
        bottom, top, scale, zero_point = scaling(bits, scheme, group)
        scales.append(float(scale))
        zero_points.append(zero_point)
        for offset, x in enumerate(group):
            exact = Fraction(x) / scale
            low, high = math.floor(exact), math.ceil(exact)
            rows.append([x, clamp(low + zero_point, bottom, top), clamp(high + zero_point, bottom, top),
                         choices(exact, low, high, high % 2 == 0, first + offset)])
        first += length
    assert first == len(tensor)
    return {"format": name, "shape": shape, "scales": scales, "zeroPoints": zero_points, "values": rows}


def every_code(bits, scheme):
    """All codes, the middles between them, and what is just beside the middles, at a scale of 3/16."""
    step = Fraction(3, 16)
    bottom, top = (-(2 ** (bits - 1)) + 1, 2 ** (bits - 1) - 1) if scheme == "SYM" else (0, 2**bits - 1)
    zero_point = 0 if scheme == "SYM" else top // 3
    points = []
    for code in range(bottom, top + 1):
        points.append((code - zero_point) * step)
        if code < top:
            middle = (code - zero_point + Fraction(1, 2)) * step
            points += [middle - Fraction(1, 2**14), middle, middle + Fraction(1, 2**14)]
    tensor = [float(x) for x in points]
    assert [Fraction(x) for x in tensor] == points
    case = quantise(f"INT{bits}-{scheme}", [len(tensor)], tensor, [len(tensor)])
    assert case["scales"] == [float(step)] and case["zeroPoints"] == [zero_point]
    return case


def group_lengths(sharing, rows, columns):
    if sharing == "":
        return [rows * columns]
    if sharing == "-CHANNEL":
        return [columns] * rows
    size = int(sharing[2:])
    return [min(size, columns - column) for _ in range(rows) for column in range(0, columns, size)]


def at_random(bits, scheme, sharing, generator):
    """Rows of different kinds: centred, one-sided, one value, zeros, huge, tiny."""
    columns = 21
    rows = [
        [generator.gauss(0, 0.1) for _ in range(columns)],
        [generator.uniform(0.2, 1) for _ in range(columns)],
        [-generator.uniform(0.2, 1) for _ in range(columns)],
        [0.3] * columns,
        [0.0, -0.0, 0.0] * (columns // 3),
    ]
    if sharing == "-CHANNEL":
        rows += [
            [math.ldexp(generator.uniform(-1, 1), 1000 - 3 * k) for k in range(columns)],
            [math.ldexp(generator.uniform(-1, 1), -100 - 3 * k) for k in range(columns)],
            [math.ldexp(generator.uniform(-1, 1), -1000 - 3 * k) for k in range(columns)],
        ]
    tensor = [x for row in rows for x in row]
    shape = [len(rows), columns]
    return quantise(f"INT{bits}-{scheme}{sharing}", shape, tensor, group_lengths(sharing, *shape))


def record():
    generator = random.Random(5)
    cases = [every_code(bits, "SYM") for bits in range(2, 9)]
    cases += [every_code(bits, "AFFINE") for bits in range(1, 9)]
    for scheme in ("SYM", "AFFINE"):
        for bits in (2, 4, 8, 11, 16):
            for sharing in ("", "-CHANNEL", "-G8"):
                cases.append(at_random(bits, scheme, sharing, generator))
    return cases
