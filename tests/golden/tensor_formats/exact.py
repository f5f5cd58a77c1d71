# SPDX-License-Identifier: GPL-3.0-or-later
"""Rounding by its definition, in exact rational arithmetic: nothing here is fast, and nothing is rounded by accident."""
from fractions import Fraction

MODES = ["nearest-even", "nearest-away", "toward-zero", "up", "down", "stochastic"]
SEED = 20240917
PURPOSE_DEPLOYMENT = 5


def philox(counter, key):
    """Philox4x32-10 (Salmon et al., SC11)."""
    mask = 0xFFFFFFFF
    c, k = list(counter), list(key)
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(p1 >> 32) ^ c[1] ^ k[0], p1 & mask, (p0 >> 32) ^ c[3] ^ k[1], p0 & mask]
        k = [(k[0] + 0x9E3779B9) & mask, (k[1] + 0xBB67AE85) & mask]
    return c


def random_bits(index):
    """Number `index` of the stream of tensor 0 of a deployment."""
    block = philox([index // 4, PURPOSE_DEPLOYMENT << 24, 0, 0], [SEED & 0xFFFFFFFF, SEED >> 32])
    return block[index % 4]


def takes_higher(mode, x, low, high, higher_is_even, random):
    """Whether x, strictly between its neighbours low < high, becomes the higher one."""
    if mode == "up":
        return True
    if mode == "down":
        return False
    if mode == "toward-zero":
        return x < 0
    if mode == "stochastic":
        # Away from zero if the random number is below the distance from the neighbour nearer to zero, in 2^-32.
        inner, outer = (low, high) if x > 0 else (high, low)
        away = random < int((x - inner) / (outer - inner) * 2**32)
        return away == (x > 0)
    if 2 * x != low + high:
        return 2 * x > low + high
    return higher_is_even if mode == "nearest-even" else x > 0


def choices(x, low, high, higher_is_even, index):
    """A letter for each mode: l if it takes the lower neighbour, h if the higher one."""
    if low == high:
        return "l" * len(MODES)
    random = random_bits(index)
    return "".join("h" if takes_higher(mode, x, low, high, higher_is_even, random) else "l" for mode in MODES)


def floor_log2(x):
    """The exponent of the binade of a positive fraction."""
    exponent = x.numerator.bit_length() - x.denominator.bit_length()
    return exponent if Fraction(2) ** exponent <= x else exponent - 1


def to_single(x):
    """The nearest FP32 number, ties to even, within its normal numbers."""
    largest = Fraction((2**24 - 1) * 2**104)
    quantum = Fraction(2) ** (floor_log2(x) - 23)
    rounded = round(x / quantum) * quantum  # round() of a Fraction is exact and takes ties to even.
    return min(max(rounded, Fraction(1, 2**126)), largest)
