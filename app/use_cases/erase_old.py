"""Erase what has been kept for long enough."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from app.use_cases.caller import Caller
from app.use_cases.erase_assessment import erasures
from app.use_cases.ports import UnitOfWork

MOST_AT_ONCE: Final = 500
REPLAYS_KEPT_FOR: Final = timedelta(hours=24)
"""A request may be sent again with its Idempotency-Key for at least as long."""


@dataclass(frozen=True, slots=True)
class ErasedOld:
    """How many there were."""

    assessments: int = 0
    replays: int = 0


async def erase_old(
    *, kept_for: timedelta, caller: Caller, now: datetime, unit_of_work: UnitOfWork
) -> ErasedOld:
    """Erase the tenant's assessments that are older, and the idempotency keys of past days.

    Some at a time, each time with events of its own: others write in between.
    """
    total = ErasedOld()
    more = True
    while more:
        async with unit_of_work(caller.tenant_id) as repositories:
            erased = await repositories.assessments.remove_older_than(
                now - kept_for, limit=MOST_AT_ONCE
            )
            replays = await repositories.replays.remove_older_than(
                now - REPLAYS_KEPT_FOR, limit=MOST_AT_ONCE
            )
            if erased:
                await repositories.audit.append(
                    *erasures(erased, caller=caller, now=now),
                    caller.did("retention.erased", at=now, count=len(erased)),
                )
        total = ErasedOld(total.assessments + len(erased), total.replays + replays)
        more = MOST_AT_ONCE in {len(erased), replays}
    return total
