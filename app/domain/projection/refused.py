"""A projection that is not made, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """Why no number is given; `missing` names inputs that would help, if any."""

    reason: str
    missing: tuple[str, ...] = ()
