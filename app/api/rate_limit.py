"""How many requests a key may make in any minute, counted in this process."""

import math
from typing import Final

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

from app.api import dependencies

_SOONEST_SECONDS: Final = 1


class RateLimit:
    """A window that moves with the clock, one for each key."""

    def __init__(self, per_minute: int) -> None:
        """Nothing is counted yet."""
        self._most = RateLimitItemPerMinute(per_minute)
        self._window = MovingWindowRateLimiter(MemoryStorage())

    async def wait_seconds(self, key_id: str) -> int | None:
        """Count a request of the key; None lets it through, else when to come back."""
        if await self._window.hit(self._most, key_id):
            return None
        frees_at = (await self._window.get_window_stats(self._most, key_id)).reset_time
        return max(_SOONEST_SECONDS, math.ceil(frees_at - dependencies.now().timestamp()))
