"""Listing stored assessments, newest first, a page at a time."""

import base64
from typing import Final

import pytest

from app.domain.errors import InvalidCursorError
from app.use_cases.caller import Caller
from app.use_cases.list_assessments import Page, list_assessments
from app.use_cases.ports import UnitOfWork
from tests.memory import memory_unit_of_work
from tests.use_cases.stored import ME, NEIGHBOUR, keep, stored


async def page(
    unit_of_work: UnitOfWork,
    limit: int = 50,
    cursor: str | None = None,
    patient_ref: str | None = None,
    caller: Caller = ME,
) -> Page:
    return await list_assessments(
        patient_ref=patient_ref,
        limit=limit,
        cursor=cursor,
        caller=caller,
        unit_of_work=unit_of_work,
    )


async def walk(unit_of_work: UnitOfWork, limit: int, patient_ref: str | None = None) -> list[str]:
    """The ids of all pages, one after the other."""
    found: list[str] = []
    cursor: str | None = None
    while True:
        one = await page(unit_of_work, limit, cursor, patient_ref)
        found += [head.id for head in one.items]
        assert len(one.items) <= limit
        if one.next_cursor is None:
            return found
        assert len(one.items) == limit
        cursor = one.next_cursor


async def seven() -> UnitOfWork:
    """Seven assessments of two patients; d and e are of the same microsecond."""
    unit_of_work = memory_unit_of_work()
    times = {"a": 0, "b": 1, "c": 2, "d": 3, "e": 3, "f": 1_000_000, "g": 86_400_000_000}
    for name, micros in times.items():
        patient = "p-1" if name in "aceg" else "p-2"
        await keep(unit_of_work, stored(name, micros=micros, patient_ref=patient))
    return unit_of_work


async def test_newest_first_and_of_one_moment_by_id() -> None:
    found = await page(await seven())
    assert [head.id for head in found.items] == list("gfedcba")
    assert found.next_cursor is None


async def test_a_list_shows_heads_without_the_documents() -> None:
    [newest, *_] = (await page(await seven())).items
    assert newest == stored("g", micros=86_400_000_000).head()
    assert not hasattr(newest, "document")


@pytest.mark.parametrize("limit", range(1, 9))
async def test_the_pages_make_up_the_whole(limit: int) -> None:
    assert await walk(await seven(), limit) == list("gfedcba")


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
async def test_of_one_patient(limit: int) -> None:
    unit_of_work = await seven()
    assert await walk(unit_of_work, limit, "p-1") == list("geca")
    assert await walk(unit_of_work, limit, "p-2") == list("fdb")
    assert await walk(unit_of_work, limit, "p-3") == []


async def test_a_full_last_page_ends_the_walk() -> None:
    """No cursor leads to an empty page."""
    assert (await page(await seven(), 7)).next_cursor is None
    assert (await page(await seven(), 6)).next_cursor is not None


async def test_what_is_added_or_erased_on_the_way_shifts_nothing() -> None:
    unit_of_work = await seven()
    first = await page(unit_of_work, 3)
    await keep(unit_of_work, stored("h", micros=86_500_000_000))
    async with unit_of_work(ME.tenant_id) as repositories:
        await repositories.assessments.remove("e")
    rest = await page(unit_of_work, 10, first.next_cursor)
    assert [head.id for head in rest.items] == list("dcba")


async def test_a_neighbour_sees_none_of_them_with_or_without_the_cursor() -> None:
    unit_of_work = await seven()
    cursor = (await page(unit_of_work, 3)).next_cursor
    assert await page(unit_of_work, caller=NEIGHBOUR) == Page((), None)
    with pytest.raises(InvalidCursorError):
        await page(unit_of_work, cursor=cursor, caller=NEIGHBOUR)


async def test_a_cursor_is_opaque_and_fit_for_a_query() -> None:
    cursor = (await page(await seven(), 3)).next_cursor
    assert cursor is not None
    assert all(sign.isalnum() or sign in "-_" for sign in cursor)


def encoded(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


async def test_a_cursor_goes_on_with_its_own_walk_only() -> None:
    unit_of_work = await seven()
    cursors = {ref: (await page(unit_of_work, 1, None, ref)).next_cursor for ref in (None, "p-1")}
    for given_by, cursor in cursors.items():
        for ref in (None, "p-1", "p-2"):
            if ref == given_by:
                assert (await page(unit_of_work, 1, cursor, ref)).items
                continue
            with pytest.raises(InvalidCursorError):
                await page(unit_of_work, 1, cursor, ref)


async def test_a_cursor_with_one_sign_changed_added_or_lost_is_refused() -> None:
    unit_of_work = await seven()
    cursor = (await page(unit_of_work, 3)).next_cursor
    assert cursor is not None
    for at, sign in enumerate(cursor):
        other = "A" if sign != "A" else "B"
        for wrong in (cursor[:at] + other + cursor[at + 1 :], cursor[:at] + cursor[at + 1 :]):
            with pytest.raises(InvalidCursorError):
                await page(unit_of_work, 3, wrong)
    for added in ("A", "=", "=="):
        with pytest.raises(InvalidCursorError):
            await page(unit_of_work, 3, cursor + added)


INVALID: Final = {
    "empty": "",
    "no base64": "!!!",
    "cut": "A",
    "not text": base64.urlsafe_b64encode(b"\xff\xfe.a").decode(),
    "no time": encoded(".a-1"),
    "no id": encoded("1780300800000000."),
    "no dot": encoded("1780300800000000"),
    "a word for a time": encoded("yesterday.a-1"),
    "a sign": encoded("-1.a-1"),
    "a space": encoded(" 1.a-1"),
    "an underscore": encoded("1_0.a-1"),
    "a fraction": encoded("1e3.a-1"),
    "past all dates": encoded("9" * 18 + ".a-1"),
    "past all numbers": encoded("9" * 5000 + ".a-1"),
    "a NUL": encoded("1780300800000000.a\x001"),
    "a line": encoded("1780300800000000.a\n"),
    "the other alphabet": "+/+/",
    "beyond ASCII": "é",
}


@pytest.mark.parametrize("cursor", INVALID.values(), ids=INVALID.keys())
async def test_a_cursor_that_was_not_given_out_is_refused(cursor: str) -> None:
    with pytest.raises(InvalidCursorError):
        await page(await seven(), 3, cursor)
