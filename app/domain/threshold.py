"""A clinical number: said once, with its unit and what it rests on."""

from dataclasses import dataclass

from app.domain.knowledge.cite import Citations
from app.domain.words import exact, with_unit


@dataclass(frozen=True, slots=True)
class Threshold:
    """A limit that a fact is compared with.

    `unit` is a UCUM code. In an f-string it stands with its unit, `bare` without.
    """

    value: float
    unit: str
    cites: Citations

    def __str__(self) -> str:
        return with_unit(exact(self.value), self.unit)

    def __format__(self, spec: str) -> str:
        return exact(self.value) if spec == "bare" else str(self)
