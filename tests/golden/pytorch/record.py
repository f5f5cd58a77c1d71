#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records golden values from PyTorch for the tests of the training core.

Writes `trajectories.json` (whole training runs) and `kernels.json` (single operations) beside this script, or into the
folder named by --output. README.md describes both files. Two recordings on one machine are the same bytes.
"""

import argparse
import json
import os
from pathlib import Path

# Read by OpenBLAS when it is loaded: the order of its sums, and so their last bits, depends on its number of threads.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy
import torch

import kernels
import trajectories

HERE = Path(__file__).resolve().parent
DEFAULT_MNIST = HERE.parents[2] / "resources" / "datasets" / "mnist"


def provenance():
    """What the values were made with. No date, so that recording again changes nothing."""
    return {
        "torch": torch.__version__,
        "numpy": numpy.__version__,
        "command": "/usr/bin/python3 -B tests/golden/pytorch/record.py",
    }


def to_json(value, indent=""):
    """JSON with one member of an object a line and lists of scalars on one line; floats in their shortest exact form.

    Infinities and NaN have no JSON form and raise ValueError.
    """
    inner = indent + " "
    if isinstance(value, dict) and value:
        members = (f"{inner}{json.dumps(key)}: {to_json(member, inner)}" for key, member in value.items())
        return "{\n" + ",\n".join(members) + "\n" + indent + "}"
    if isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value):
        return "[\n" + ",\n".join(inner + to_json(item, inner) for item in value) + "\n" + indent + "]"
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def write_golden(path, content):
    path.write_text(to_json({"recordedWith": provenance(), **content}) + "\n", encoding="utf-8", newline="\n")
    print(f"{path.name}: {path.stat().st_size} bytes")


def main():
    parser = argparse.ArgumentParser(description="Record golden values from PyTorch.")
    parser.add_argument("mnist", nargs="?", type=Path, default=DEFAULT_MNIST,
                        help="folder of the four gzipped IDX files (default: the project's own)")
    parser.add_argument("--output", type=Path, default=HERE, help="folder to write to (default: that of this script)")
    arguments = parser.parse_args()

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    torch.use_deterministic_algorithms(True)

    arguments.output.mkdir(parents=True, exist_ok=True)
    write_golden(arguments.output / "kernels.json", kernels.record())
    write_golden(arguments.output / "trajectories.json", trajectories.record(arguments.mnist))


if __name__ == "__main__":
    main()
