"""Retention: what is older goes, in steps, and the rest stays."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

import pytest

from app.use_cases import erase_old as module
from app.use_cases.caller import local_caller
from app.use_cases.erase_old import ErasedOld, erase_old
from app.use_cases.ports import Replay, StoredAssessment, UnitOfWork
from tests.memory import memory_unit_of_work
from tests.persistence.stored import kept_under

NOW: Final = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY: Final = timedelta(days=1)


async def _filled(*ages: timedelta, tenant: str = "acme") -> UnitOfWork:
    unit_of_work = memory_unit_of_work()
    async with unit_of_work(tenant) as repositories:
        for number, age in enumerate(ages):
            stored = StoredAssessment(
                id=f"a-{number}",
                created_at=NOW - age,
                patient_ref="p",
                as_of=date(2026, 6, 1),
                ruleset_version="1",
                ruleset_sha256="0" * 64,
                summary=b"{}",
                document=b"{}",
            )
            await repositories.assessments.add(stored)
            await repositories.replays.add(Replay(f"k-{number}", "0", stored.id, NOW - age))
    return unit_of_work


async def _erase(unit_of_work: UnitOfWork, kept_for: timedelta) -> ErasedOld:
    return await erase_old(
        kept_for=kept_for, caller=local_caller("acme"), now=NOW, unit_of_work=unit_of_work
    )


async def _left(unit_of_work: UnitOfWork) -> list[str]:
    async with unit_of_work("acme") as repositories:
        found = await repositories.assessments.newest(patient_ref=None, limit=99, after=None)
    return [each.id for each in found]


async def test_what_is_older_goes_and_what_is_as_old_stays() -> None:
    tick = timedelta(microseconds=1)
    unit_of_work = await _filled(timedelta(), 90 * DAY, 90 * DAY + tick, 200 * DAY)
    assert await _erase(unit_of_work, 90 * DAY) == ErasedOld(assessments=2, replays=1)
    assert await _left(unit_of_work) == ["a-0", "a-1"]


async def test_an_idempotency_key_is_kept_for_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_AT_ONCE", 2)
    unit_of_work = await _filled(timedelta(), DAY, *[2 * DAY] * 5)
    assert await _erase(unit_of_work, 90 * DAY) == ErasedOld(assessments=0, replays=5)
    assert len(await _left(unit_of_work)) == 7
    async with unit_of_work("acme") as repositories:
        kept = [await kept_under(repositories, f"k-{number}") for number in range(7)]
    assert [each is not None for each in kept] == [True, True, *[False] * 5]


async def test_many_go_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_AT_ONCE", 2)
    unit_of_work = await _filled(*[9 * DAY] * 5)
    assert (await _erase(unit_of_work, DAY)).assessments == 5
    assert await _left(unit_of_work) == []


async def test_another_tenant_keeps_its_own() -> None:
    unit_of_work = await _filled(9 * DAY, tenant="other")
    assert await _erase(unit_of_work, DAY) == ErasedOld()
    async with unit_of_work("other") as repositories:
        assert (await repositories.assessments.get("a-0")).id == "a-0"
