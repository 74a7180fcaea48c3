"""What all repositories do alike: times as integers, text that can be stored, rows counted."""

from datetime import UTC, datetime, timedelta
from typing import Final

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)


def moment_at(microseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds)


def storable(text: str) -> bool:
    """Ids and references are ASCII; drivers fail on a lone surrogate, PostgreSQL on a NUL."""
    return text.isascii() and "\0" not in text
