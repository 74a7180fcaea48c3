"""NDJSON in and out: a case a line, an answer a line."""

import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from app.api.json_answer import to_json
from app.commands.cohort.parts import ROWS_IN_PART, Part, write
from app.commands.cohort.row import Row


def parts_of(place: Path) -> Iterator[Part]:
    """The lines in their order, some at a time; a part's size is in bytes."""
    with place.open("rb") as file:
        number, first_row = 0, 1
        while lines := list(islice(file, ROWS_IN_PART)):
            content = b"".join(lines)
            yield Part(number, first_row, len(content), "ndjson", content)
            number += 1
            first_row += len(lines)


def cases_of(content: bytes) -> Iterator[bytes]:
    """Each line of a part without the space around it; a blank one is empty."""
    lines = content.split(b"\n")
    if not lines[-1]:
        lines.pop()
    return (line.strip(b" \t\r") for line in lines)


def write_rows(place: Path, rows: Iterable[Row]) -> int:
    """A line for each; how many there are."""
    written = [to_json(row) + b"\n" for row in rows]
    write(place, b"".join(written))
    return len(written)


def join(places: Iterable[Path], into: Path) -> None:
    """All of them in one file."""
    with into.open("wb") as whole:
        for place in places:
            with place.open("rb") as part:
                shutil.copyfileobj(part, whole)
        whole.flush()
        os.fsync(whole.fileno())
