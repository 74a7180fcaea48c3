"""A projection that is not made, and why."""

from app.domain.value import value


@value
class Refused:
    """Why no number is given; `missing` names inputs that would help, if any."""

    reason: str
    missing: tuple[str, ...] = ()
