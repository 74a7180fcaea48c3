"""How far a run has come, on stderr."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from time import monotonic
from typing import TypeAlias

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from app.commands.cohort.parts import Counts

Advance: TypeAlias = Callable[[int, Counts, bool], None]
"""Takes the size of a part, what it came to, and whether an earlier run did it."""


@contextmanager
def shown(size: int) -> Generator[Advance]:
    """A bar with the cases so far, the cases a second of this run, and the time left."""
    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[cases]:,} cases"),
        TextColumn("{task.fields[rate]:,.0f}/s"),
        TimeRemainingColumn(),
    )
    began = monotonic()
    cases, now = 0, 0
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=size, cases=0, rate=0.0)

        def advance(size: int, counts: Counts, earlier: bool) -> None:
            nonlocal cases, now
            rows = counts.assessed + counts.rejected
            cases += rows
            now += 0 if earlier else rows
            rate = now / (monotonic() - began)
            bar.update(task, advance=size, cases=cases, rate=rate)

        yield advance
