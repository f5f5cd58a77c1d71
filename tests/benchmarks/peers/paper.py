#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The runs of the paper that PyTorch can do on a CPU, in one process, one after the other: one JSON line a preset.

The specifications come from `roundoff presets --json` on standard input, so that the runs are those of `roundoff
paper`: the same networks, epochs, folds, seeds, thresholds and evaluations (of the held-out fold and the test images
after each epoch, of each deployment after training).

Counted: training, evaluation and deployments. Not counted, in PyTorch's favour: importing it, reading and normalising
images, figures and tables, and whatever it cannot do at all: FP16 and mixed precision with FP16 (many operations are
not implemented for Half on a CPU in 1.13, and its autocast knows BF16 only), formats of fewer than 16 bits; telemetry,
weight histograms and exact accumulation of losses are not asked of it.

    roundoff presets --json | paper.py --threads 2
"""

import argparse
import itertools
import json
import sys
import time
import warnings

import blas


def varied(specification):
    """The specifications of a preset, with one value of each axis."""
    axes = specification.get("vary") or {}
    for values in itertools.product(*axes.values()):
        one = json.loads(json.dumps(specification))
        for path, value in zip(axes, values):
            *parents, name = path.split(".")
            place = one
            for parent in parents:
                place = place[parent]
            if isinstance(value, dict) and isinstance(place[name], dict):
                place[name].update(value)
            else:
                place[name] = value
        yield one


def repeats(specification):
    """(seed, fold or None) of each run."""
    folds = specification["repeats"]["folds"]
    for seed in range(specification["repeats"]["seeds"]):
        for fold in range(folds) if folds else (None,):
            yield specification["training"]["seed"] + seed, fold


def clipping(specification, network):
    kind, threshold = specification["clipping"]["kind"], specification["clipping"]["threshold"]
    if kind == "norm":
        return lambda: training.nn.utils.clip_grad_norm_(network.parameters(), threshold)
    if kind == "value":
        return lambda: training.nn.utils.clip_grad_value_(network.parameters(), threshold)
    return None


def rounding(deployment):
    """A function that rounds a tensor to a deployment's format, or None if PyTorch has no such format."""
    torch, name = training.torch, deployment["format"]
    if name.startswith("DEC"):
        factor = 10.0 ** int(name[3:])
        if deployment["rounding"] == "toward-zero":
            return lambda values: torch.trunc(values * factor) / factor
        return lambda values: torch.round(values * factor) / factor
    if name in training.TYPES and deployment["rounding"] == "nearest-even":
        return lambda values: values.to(training.TYPES[name]).to(values.dtype)
    return None


def deploy(deployment, network, sizes, dtype, test):
    """Whether PyTorch could round and evaluate the network."""
    round_to = rounding(deployment)
    if round_to is None:
        return False
    rounded = training.make_network(sizes, dtype)
    rounded.load_state_dict({name: round_to(values) for name, values in network.state_dict().items()})
    if deployment.get("scope") == "weights-and-activations":
        rounded.register_forward_pre_hook(lambda _, inputs: (round_to(inputs[0]),))
        for layer in rounded:
            layer.register_forward_hook(lambda _, __, outputs: round_to(outputs))
    training.accuracy(rounded, test)
    return True


class Data:
    """The images in the precisions and normalisations asked for, and the faster optimiser of each kind of run."""

    def __init__(self):
        self.images = {}
        self.foreach = {}

    def of(self, specification, sizes, dtype):
        key = (specification["dataset"]["normalise"], dtype)
        if key not in self.images:
            self.images[key] = (training.Images("train", *key), training.Images("t10k", *key))
        momentum = specification["optimiser"]["momentum"]
        way = (tuple(sizes), dtype, specification["optimiser"]["kind"], momentum)
        if way not in self.foreach:
            self.foreach[way] = training.faster_foreach(sizes, dtype, way[2], self.images[key][0], momentum)
        return *self.images[key], self.foreach[way]


def run(specification, seed, fold, data, passed):
    """Trains and evaluates; adds to `passed` the seconds, and counts of runs and of deployments done and not."""
    dtype = training.TYPES[specification["precision"]]
    sizes = [784, *specification["network"]["hidden"], 10]
    images, test, foreach = data.of(specification, sizes, dtype)
    begin = time.perf_counter()
    network = training.make_network(sizes, dtype, seed)
    optimiser = training.make_optimiser(network, specification["optimiser"]["kind"], foreach,
                                        specification["optimiser"]["momentum"])
    clip = clipping(specification, network)
    chosen = held_out = None
    if fold is not None:
        own = training.torch.arange(len(images.classes)) % specification["repeats"]["folds"] == fold
        chosen, held_out = (~own).nonzero().flatten(), own.nonzero().flatten()
    for _ in range(specification["training"]["epochs"]):
        training.train(network, optimiser, images, chosen, clip=clip)
        if held_out is not None:
            training.accuracy(network, images, held_out)
        passed["accuracy"] = training.accuracy(network, test)
    for deployment in specification["deployments"]:
        done = deploy(deployment, network, sizes, dtype, test)
        passed["deployments" if done else "no_deployments"] += 1
    passed["seconds"] += time.perf_counter() - begin
    passed["runs"] += 1


def main():
    parser = argparse.ArgumentParser(description="The paper's runs that PyTorch can do")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--only", default="", help="presets whose name contains this text")
    arguments = parser.parse_args()
    training.torch.set_num_threads(arguments.threads)
    blas.set_threads(arguments.threads)
    about = {"pytorch": training.torch.__version__, "threads": arguments.threads, "blas": blas.description()}
    data = Data()
    total = {"seconds": 0.0, "runs": 0, "no_runs": 0, "deployments": 0, "no_deployments": 0}
    for preset in json.load(sys.stdin):
        if not preset["figures"] or arguments.only not in preset["name"]:  # Of the paper are those with its figures.
            continue
        passed = dict.fromkeys(total, 0)
        reasons = set()
        for specification in varied(preset["specification"]):
            reason = training.why_not(specification["precision"])
            for seed, fold in repeats(specification):
                if reason is None:
                    run(specification, seed, fold, data, passed)
                else:
                    passed["no_runs"] += 1
                    reasons.add(f"{specification['precision']}: {reason}")
        for name in total:
            total[name] += passed[name]
        print(json.dumps({"preset": preset["name"], **passed, "cannot": sorted(reasons)}), flush=True)
    print(json.dumps({"preset": "all", **total, **about}), flush=True)


if __name__ == "__main__":
    blas.prepare()
    warnings.simplefilter("ignore")  # What cannot be done is found out by why_not().
    import training

    main()
