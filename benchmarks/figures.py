"""Figures with their spread, and the table that shows them beside their goals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """The median of several rounds, and the least and greatest of them."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Figure":
        return cls(median(values), min(values), max(values))

    def shown(self, unit: str = "") -> str:
        middle, least, most = (_short(each) for each in (self.median, self.least, self.most))
        spread = f" ({least}–{most})" if least != most else ""
        return f"{middle}{unit}{spread}"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `goal` is (at least or at most, the bound), None without one."""

    what: str
    figure: Figure
    unit: str = ""
    goal: tuple[Literal["≥", "≤"], float] | None = None
    note: str = ""

    def met(self) -> bool | None:
        if self.goal is None:
            return None
        kind, bound = self.goal
        return self.figure.median >= bound if kind == "≥" else self.figure.median <= bound

    def cells(self) -> tuple[str, ...]:
        goal = "" if self.goal is None else f"{self.goal[0]} {_short(self.goal[1])}{self.unit}"
        met = {None: "", True: "yes", False: "no"}[self.met()]
        return self.what, self.figure.shown(self.unit), goal, met, self.note


def table(rows: Iterable[Row]) -> str:
    """As Markdown."""
    head = ("what", "median (least–most)", "goal", "met", "note")
    lines = [head, ("---",) * len(head), *(row.cells() for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _short(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
