#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what an experiment file of version 1 holds, read by Python's own sqlite3, struct and hashlib.

Numbers are hexadecimal, so that not a bit is lost."""
import hashlib
import json
import re
import sqlite3
import struct
import sys

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)


def rows(sql, *values):
    return [[x.hex() if isinstance(x, float) else x for x in row] for row in database.execute(sql, values)]


def weights_sha256(run):
    digest = hashlib.sha256()
    for (data,) in database.execute("SELECT data FROM weights WHERE run=? ORDER BY position", (run,)):
        for (value,) in struct.iter_unpack("<f", data):
            digest.update(struct.pack("<d", value))
    return digest.hexdigest()


def checkpoint_tensors(run):
    sql = "SELECT parameter, part, rows, cols, data FROM checkpoint_tensors WHERE run=? ORDER BY position"
    return [[*row[:4], hashlib.sha256(row[4]).hexdigest()] for row in database.execute(sql, (run,))]


runs = []
for run, status, kind in rows("SELECT run, status, time_kind FROM runs ORDER BY status"):
    runs.append({
        "run": run,
        "status": status,
        "time_kind": kind,
        "weights_sha256": weights_sha256(run) if status == "done" else "",
        "train_seconds": rows("SELECT train_seconds FROM runs WHERE run=?", run)[0][0],
        "epochs": rows("SELECT epoch, train_loss, train_accuracy, test_loss, test_accuracy, gradient_norm, loss_scale "
                       "FROM epochs WHERE run=? ORDER BY epoch", run),
        "steps": rows("SELECT step, epoch, loss, gradient_norm FROM steps WHERE run=? ORDER BY step", run),
        "telemetry_samples": rows("SELECT count(DISTINCT step) FROM telemetry WHERE run=?", run)[0][0],
        "exponent_values": rows("SELECT sum(count) FROM exponents WHERE run=?", run)[0][0],
        "deployments": rows("SELECT deployment, rounding, test_accuracy, max_abs_error, distinct_values "
                            "FROM deployments WHERE run=?", run),
        "checkpoint": rows("SELECT epoch, steps, loss_scale, finite_steps, optimiser_steps FROM checkpoints "
                           "WHERE run=?", run),
        "checkpoint_tensors": checkpoint_tensors(run),
    })
title = json.loads(rows("SELECT json FROM specification WHERE kind='saved'")[0][0])["title"]
text = json.dumps({"title": title, "threads": rows("SELECT threads FROM provenance")[0][0], "runs": runs}, indent=1)
print(re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m.group(1)) + "]", text))
