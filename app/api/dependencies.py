"""What a route may ask for. This is the only reader of the clock and maker of ids."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from fastapi import Request

from app.api.metrics import Metrics
from app.use_cases.ports import HealthCheck, UnitOfWork
from app.use_cases.store_queue import StoreQueue


def now() -> datetime:
    return datetime.now(UTC)


_NANOSECONDS_PER_MILLISECOND: Final = 1_000_000


def make_id() -> str:
    """A UUID of version 7 (RFC 9562, method 3): ids sort by the time of their making.

    48 bits of milliseconds, 12 bits of their fraction, 62 bits of chance.
    """
    milliseconds, rest = divmod(time.time_ns(), _NANOSECONDS_PER_MILLISECOND)
    fraction = (rest << 12) // _NANOSECONDS_PER_MILLISECOND
    high = (milliseconds << 16) | (0x7 << 12) | fraction
    low = (0b10 << 62) | secrets.randbits(62)
    return str(UUID(int=(high << 64) | low))


def make_secret() -> str:
    """An API key: 256 bits of chance, with a beginning by which a scanner finds a lost one."""
    return f"lk_{secrets.token_urlsafe(32)}"


@dataclass(frozen=True, slots=True)
class Services:
    """What main.py hands to the routes, as `app.state.services`."""

    unit_of_work: UnitOfWork
    health_check: HealthCheck
    store_queue: StoreQueue
    metrics: Metrics
    now: Callable[[], datetime] = now
    new_id: Callable[[], str] = make_id

    def today(self) -> date:
        """The day in UTC, for a case that does not say its own."""
        return self.now().date()


def services(request: Request) -> Services:
    """Asked for by the route itself: a dependency takes FastAPI as long as half the rule book."""
    found: Services = request.app.state.services
    return found
