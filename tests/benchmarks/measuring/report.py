# SPDX-License-Identifier: GPL-3.0-or-later
"""The table for people, as Markdown and as CSV."""

import csv


def figure_text(figure):
    goal = ""
    if figure.met is False:
        goal = f" (goal: {'at least' if figure.least else 'at most'} {figure.text(figure.goal)})"
    return f"{figure.what}: {figure.text()}{goal}"


def print_text(about, results):
    for name, value in about.items():
        print(f"{name}: {value}")
    for result in results:
        print(f"\n{result.verdict.upper():<13} {result.what}\n{'':13} goal: {result.goal}")
        for figure in result.figures:
            print(f"{'':13} {figure_text(figure)}")
        if result.problem:
            print(f"{'':13} not measured: {result.problem}")


def write_markdown(path, about, results):
    lines = [f"- {name}: {value}" for name, value in about.items()]
    lines += ["", "| what | goal | measured | |", "|---|---|---|---|"]
    for result in results:
        measured = [figure_text(figure) for figure in result.figures]
        if result.problem:
            measured.append(f"not measured: {result.problem}")
        cells = [result.what, result.goal, "<br>".join(measured), result.verdict]
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_csv(path, about, results):
    """One line a figure; the machine's description is in lines of the row "machine"."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["row", "what", "figure", "value", "unit", "goal", "goal_is", "verdict"])
        for name, value in about.items():
            writer.writerow(["machine", name, value, "", "", "", "", ""])
        for result in results:
            for figure in result.figures:
                kind = "" if figure.goal is None else "minimum" if figure.least else "maximum"
                verdict = {None: "", True: "met", False: "not met"}[figure.met]
                goal = "" if figure.goal is None else figure.goal
                writer.writerow([result.key, result.what, figure.what, figure.value, figure.unit, goal, kind, verdict])
            if result.problem:
                writer.writerow([result.key, result.what, result.problem, "", "", "", "", "not measured"])
