#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time of an epoch on MNIST (60,000 images, batch 64) with PyTorch: one JSON line a row.

Counted: the permutation, and of each step gathering the batch, forward, loss, backward and the optimiser's step.
Not counted: importing PyTorch, reading and normalising images, the first steps of each row, evaluation.

    epoch.py --threads 1 --epochs 5            all rows, the shortest of five epochs of each
    epoch.py --threads 1 --serve               rows from standard input, such as "FP32 adam 784-128-64-10":
                                               one epoch is run and answered for each line
"""

import argparse
import json
import sys
import time
import warnings

import blas

ROWS = [f"{precision} {kind} {network}" for network in ("784-128-64-10", "784-512-512-10", "784-2048-2048-10")
        for precision in ("FP32", "FP64", "BF16", "FP16") for kind in ("sgd", "adam")]


class Rows:
    """Networks in training, by row; one epoch of any of them at a time."""

    def __init__(self):
        self.images = {}
        self.ready = {}

    def prepare(self, row):
        precision, kind, network = row.split()
        dtype = training.TYPES[precision]
        sizes = [int(size) for size in network.split("-")]
        if dtype not in self.images:
            self.images[dtype] = training.Images("train", dtype=dtype)
        steps = 150 if max(sizes) < 1024 else 10
        foreach = training.faster_foreach(sizes, dtype, kind, self.images[dtype], steps=steps)
        model = training.make_network(sizes, dtype)
        self.ready[row] = (model, training.make_optimiser(model, kind, foreach), self.images[dtype], foreach)

    def epoch(self, row):
        """{"row", "seconds", "foreach"} of one more epoch, or {"row", "error"}."""
        reason = training.why_not(row.split()[0])
        if reason is not None:
            return {"row": row, "error": reason}
        if row not in self.ready:
            self.prepare(row)
        network, optimiser, images, foreach = self.ready[row]
        begin = time.perf_counter()
        training.train(network, optimiser, images)
        return {"row": row, "seconds": time.perf_counter() - begin, "foreach": foreach}

    def shortest(self, row, epochs):
        results = [self.epoch(row) for _ in range(epochs)]
        self.ready.pop(row, None)
        return min(results, key=lambda result: result.get("seconds", 0.0))


def main():
    parser = argparse.ArgumentParser(description="Time of an epoch with PyTorch")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=5, help="of which the shortest counts")
    parser.add_argument("--only", default="", help="rows that contain this text")
    parser.add_argument("--serve", action="store_true", help="rows from standard input")
    arguments = parser.parse_args()
    training.torch.set_num_threads(arguments.threads)
    blas.set_threads(arguments.threads)
    about = {"pytorch": training.torch.__version__, "threads": arguments.threads, "blas": blas.description()}
    rows = Rows()
    if arguments.serve:
        print(json.dumps(about), flush=True)
        for line in sys.stdin:
            print(json.dumps(rows.epoch(line.strip())), flush=True)
        return
    for row in ROWS:
        if arguments.only in row:
            print(json.dumps({**rows.shortest(row, arguments.epochs), **about}), flush=True)


if __name__ == "__main__":
    blas.prepare()
    warnings.simplefilter("ignore")  # What cannot be done is found out by why_not().
    import training

    main()
