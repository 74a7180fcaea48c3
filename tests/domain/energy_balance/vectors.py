"""The reference vectors beside this file, read into the domain's own types."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.domain.energy_balance.person import Person
from app.domain.energy_balance.schedule import Change, Course

_FOLDER: Final = Path(__file__).with_name("vectors")


@dataclass(frozen=True, slots=True)
class Vector:
    name: str
    person: Person
    course: Course
    baseline: dict[str, float]
    states: list[dict[str, float]]

    @property
    def days(self) -> list[int]:
        return [int(state["day"]) for state in self.states]


def cases(file: str) -> list[dict[str, Any]]:
    """The cases of one file, as they stand there."""
    found: list[dict[str, Any]] = json.loads((_FOLDER / file).read_text())["cases"]
    return found


def vectors(file: str) -> list[Vector]:
    """The cases of a file of trajectories."""
    return [
        Vector(
            case["name"],
            Person(**case["person"]),
            Course(
                intake_changes=_changes(case["intake_changes"]),
                sodium_changes=_changes(case["sodium_changes"]),
                carb_fraction=case["carb_fraction"],
            ),
            case["baseline"],
            case["states"],
        )
        for case in cases(file)
    ]


def _changes(pairs: list[tuple[int, float]]) -> tuple[Change, ...]:
    return tuple(Change(day, value) for day, value in pairs)
