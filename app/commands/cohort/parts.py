"""Parts of a cohort's input, and the folder in which their answers wait for each other.

A part is done when its last file, that with the counts, is in place; each file is written under
another name first. So whoever starts again after a kill does the other parts, and no part twice.
"""

import fcntl
import json
import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

FileKind: TypeAlias = Literal["ndjson", "parquet"]

ROWS_IN_PART: Final = 2000
_MANIFEST: Final = "manifest.json"
_LOCK: Final = "lock"


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of the input. `content` is lines of JSON, or an Arrow stream of one batch.

    `first_row` counts from 1; `size` says, in the unit of the whole input, how much of it this is.
    """

    number: int
    first_row: int
    size: int
    kind: FileKind
    content: bytes


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a part, or of all parts, were answered and how many refused."""

    assessed: int
    rejected: int

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.assessed + other.assessed, self.rejected + other.rejected)


class UnfinishedRunError(Exception):
    """The folder belongs to a run that this one cannot go on with."""


@dataclass(frozen=True, slots=True)
class PartsFolder:
    """The folder beside the output."""

    path: Path

    def answers(self, number: int) -> Path:
        return self.path / f"{number:08}.answers"

    def rejects(self, number: int) -> Path:
        return self.path / f"{number:08}.rejects"

    def _counts(self, number: int) -> Path:
        return self.path / f"{number:08}.done"

    def keep(self, number: int, counts: Counts) -> None:
        """Note that a part is done; its other files are in place."""
        write(self._counts(number), json.dumps(asdict(counts)).encode())

    def done(self, number: int) -> Counts | None:
        """What a part came to, None if it is not done."""
        try:
            return Counts(**json.loads(self._counts(number).read_bytes()))
        except FileNotFoundError:
            return None

    @contextmanager
    def claimed(self, manifest: dict[str, Any]) -> Generator[dict[str, Any]]:
        """Make the folder, or take up one of the same run; gives the manifest that counts.

        Of `as_of`, the day that stands in where a case has none, the first run's counts. Raises
        UnfinishedRunError for another run's folder, and while another process works in it.
        """
        self.path.mkdir(exist_ok=True)
        with (self.path / _LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UnfinishedRunError(f"another run is at work in {self.path}") from None
            yield self._manifest(manifest)

    def _manifest(self, manifest: dict[str, Any]) -> dict[str, Any]:
        place = self.path / _MANIFEST
        if not place.exists():
            write(place, json.dumps(manifest).encode())
            return manifest
        found: dict[str, Any] = json.loads(place.read_bytes())
        other = sorted(
            name for name in manifest if name != "as_of" and found.get(name) != manifest[name]
        )
        if other:
            raise UnfinishedRunError(
                f"{self.path} holds an unfinished run with another {', '.join(other)}: "
                "go on with that one, or remove the folder"
            )
        return found


def write(place: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all."""
    beside = place.with_name(f"{place.name}.part")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(place)
