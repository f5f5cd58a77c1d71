# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes blocks.json and integers.json beside this file. Needs Python 3.9 or later and nothing else."""
import json
import pathlib

import blocks
import integers
from exact import MODES, SEED


def text_of(case):
    """A line a case's settings, a line for eight of its values."""
    settings = {key: value for key, value in case.items() if key != "values"}
    # Where there is one neighbour there is nothing to choose.
    short = [value if value[1] != value[2] else value[:2] for value in case["values"]]
    values = [json.dumps(value, separators=(",", ":")) for value in short]
    lines = [",".join(values[i:i + 8]) for i in range(0, len(values), 8)]
    return json.dumps(settings)[:-1] + ', "values": [\n' + ",\n".join(lines) + "]}"


def main():
    folder = pathlib.Path(__file__).parent
    for name, module in (("blocks", blocks), ("integers", integers)):
        head = json.dumps({"modes": MODES, "seed": SEED})[:-1]
        cases = ",\n".join(text_of(case) for case in module.record())
        (folder / f"{name}.json").write_text(f'{head}, "cases": [\n{cases}]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
