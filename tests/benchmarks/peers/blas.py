# SPDX-License-Identifier: GPL-3.0-or-later
"""Which kernels OpenBLAS should use, found out before PyTorch loads it.

OpenBLAS chooses kernels by the model number of the CPU and falls back to those of 2004 (Prescott) for models newer
than itself, which makes PyTorch four times slower than it has to be. `prepare` therefore tries the kernels that the
CPU may have with a product of this benchmark's own size, each in a process of its own, and starts the program again
with the fastest. Variables that limit threads or choose kernels are dropped first: threads are set by call.
"""

import ctypes
import ctypes.util
import os
import subprocess
import sys
import time

CHOSEN = "ROUNDOFF_PEER_BLAS"  # Set in the second start: the kernels chosen, and OpenBLAS's own choice.
CANDIDATES = ("Haswell", "SkylakeX", "Cooperlake", "SapphireRapids", "Zen")
SHAPE = (64, 784, 128)  # M, K, N: the first layer of 784-128-64-10.
ROW_MAJOR, AS_IS = 101, 111


def library():
    """OpenBLAS, or None where another library computes the products."""
    for name in ("libopenblas.so.0", ctypes.util.find_library("openblas")):
        try:
            return ctypes.CDLL(name) if name else None
        except OSError:
            continue
    return None


def core_name(blas):
    blas.openblas_get_corename.restype = ctypes.c_char_p
    return blas.openblas_get_corename().decode()


def gflops(blas):
    """The best of a tenth of a second of products on one thread."""
    m, k, n = SHAPE
    a, b, c = (ctypes.c_float * (m * k))(), (ctypes.c_float * (k * n))(), (ctypes.c_float * (m * n))()
    one, zero = ctypes.c_float(1.0), ctypes.c_float(0.0)
    blas.openblas_set_num_threads(1)
    shortest = float("inf")
    begin = time.perf_counter()
    while time.perf_counter() - begin < 0.1:
        start = time.perf_counter()
        blas.cblas_sgemm(ROW_MAJOR, AS_IS, AS_IS, m, n, k, one, a, k, b, n, zero, c, n)
        shortest = min(shortest, time.perf_counter() - start)
    return 2.0 * m * k * n / shortest / 1e9


def without_settings(environment):
    return {name: value for name, value in environment.items()
            if not name.startswith(("OPENBLAS_", "OMP_", "GOTO_", "MKL_"))}


def attempt(environment, core):
    """(name, GFLOP/s) of one choice of kernels; 0 GFLOP/s if the CPU does not have what they need."""
    if core is not None:
        environment = {**environment, "OPENBLAS_CORETYPE": core}
    done = subprocess.run([sys.executable, os.path.abspath(__file__)], env=environment, capture_output=True, text=True,
                          check=False)
    words = done.stdout.split()
    return (words[0], float(words[1])) if done.returncode == 0 and len(words) == 2 else (core, 0.0)


def prepare():
    """Goes on only in a process whose OpenBLAS has the fastest kernels."""
    if CHOSEN in os.environ:
        return
    environment = without_settings(os.environ)
    if library() is not None:
        own = attempt(environment, None)
        tried = {core: attempt(environment, core) for core in CANDIDATES}
        best = max(tried, key=lambda core: tried[core][1])
        chosen = own[0]
        if tried[best][1] > 1.05 * own[1]:
            environment["OPENBLAS_CORETYPE"] = best
            chosen = tried[best][0]
        environment[CHOSEN] = chosen + (f" (its own choice: {own[0]})" if own[0] != chosen else "")
    else:
        environment[CHOSEN] = "not OpenBLAS"
    os.execve(sys.executable, [sys.executable, *sys.argv], environment)


def set_threads(count):
    blas = library()
    if blas is not None:
        blas.openblas_set_num_threads(count)


def description():
    return os.environ.get(CHOSEN, "not chosen")


if __name__ == "__main__":
    openblas = library()
    print(core_name(openblas), gflops(openblas))
