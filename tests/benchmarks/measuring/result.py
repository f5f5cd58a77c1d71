# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures and rows of the table."""

import dataclasses


class NotMeasured(Exception):
    """Why a figure could not be had: one line for people."""


@dataclasses.dataclass
class Figure:
    """One measured number.

    unit:  "times", "%", "ms", "s", "MB" or "elements/s"
    goal:  the number to reach, or None for a figure that is told beside
    least: whether the goal is a minimum; a maximum else
    """

    what: str
    value: float
    unit: str
    goal: float | None = None
    least: bool = True

    @property
    def met(self):
        if self.goal is None:
            return None
        return self.value >= self.goal if self.least else self.value <= self.goal

    def text(self, value=None):
        value = self.value if value is None else value
        if self.unit == "times":
            return f"{value:.2f} times"
        if self.unit == "elements/s":
            return f"{value / 1e9:.2f} billion elements/s"
        if self.unit == "%":
            return f"{value:.1f} %"
        return f"{value:.3g} {self.unit}" if abs(value) < 100 else f"{value:.0f} {self.unit}"


@dataclasses.dataclass
class Result:
    """A row of the table with what was measured for it."""

    key: str
    what: str
    goal: str
    figures: list
    problem: str = ""

    @property
    def met(self):
        """Whether every figure that has a goal reaches it; false if a part of the row could not be measured."""
        judged = [figure.met for figure in self.figures if figure.met is not None]
        return bool(judged) and all(judged) and not self.problem

    @property
    def verdict(self):
        judged = [figure.met for figure in self.figures if figure.met is not None]
        if not judged:
            return "not measured"
        if not all(judged):
            return "not met"
        return "met in part" if self.problem else "met"
