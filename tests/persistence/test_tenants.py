"""No tenant sees, clashes with or erases what is another's: memory, SQLite and PostgreSQL alike."""

import pytest

from app.domain.errors import AssessmentNotFoundError
from app.use_cases.ports import LOCAL_TENANT, AuditEvent, Position, UnitOfWork
from tests.persistence.stored import (
    NOON,
    OTHER_TENANT,
    a_replay,
    add,
    add_with_key,
    an_assessment,
    at,
    get,
    newest,
    newest_ids,
    remove,
    replay_of,
)


@pytest.fixture
async def theirs(unit_of_work: UnitOfWork) -> UnitOfWork:
    """Only the other tenant has anything."""
    await add_with_key(unit_of_work, an_assessment("a"), "key", tenant=OTHER_TENANT)
    return unit_of_work


async def is_untouched(unit_of_work: UnitOfWork) -> None:
    assert await get(unit_of_work, "a", tenant=OTHER_TENANT) == an_assessment("a")
    replay = await replay_of(unit_of_work, "key", tenant=OTHER_TENANT)
    assert replay == a_replay("key", "a")


@pytest.mark.parametrize("tenant", [LOCAL_TENANT, "Other", "others", "other ", "", "%", "oth_r"])
async def test_an_assessment_of_another_is_not_found(theirs: UnitOfWork, tenant: str) -> None:
    with pytest.raises(AssessmentNotFoundError) as of_another:
        await get(theirs, "a", tenant=tenant)
    with pytest.raises(AssessmentNotFoundError) as of_nobody:
        await get(theirs, "b", tenant=tenant)
    assert str(of_another.value).replace("a", "b") == str(of_nobody.value)
    with pytest.raises(AssessmentNotFoundError):
        await remove(theirs, "a", tenant=tenant)
    await is_untouched(theirs)


async def test_no_list_shows_what_is_of_another(theirs: UnitOfWork) -> None:
    await add(theirs, an_assessment("mine", created_at=at(-1)))
    assert await newest_ids(theirs) == ["mine"]
    assert await newest_ids(theirs, patient_ref="patient-1") == ["mine"]
    assert await newest_ids(theirs, tenant=OTHER_TENANT) == ["a"]
    behind_theirs = await newest(theirs, after=an_assessment("a").head())
    assert [head.id for head in behind_theirs] == ["mine"]
    async with theirs(LOCAL_TENANT) as mine:
        none = await mine.assessments.newest(
            patient_ref=None, limit=9, after=Position(at(-1), "mine")
        )
    assert none == ()


async def test_erasing_by_patient_or_age_stops_at_the_tenant(theirs: UnitOfWork) -> None:
    async with theirs(LOCAL_TENANT) as mine:
        assert len(await mine.assessments.remove_of_patient("patient-1")) == 0
        assert len(await mine.assessments.remove_older_than(at(1))) == 0
        assert await mine.replays.remove_older_than(at(1)) == 0
    await is_untouched(theirs)


async def test_equal_ids_patients_and_keys_do_not_clash(theirs: UnitOfWork) -> None:
    my_own = an_assessment("a", document=b"of the local tenant")
    assert await replay_of(theirs, "key") is None
    await add_with_key(theirs, my_own, "key")
    assert await get(theirs, "a") == my_own
    await is_untouched(theirs)
    async with theirs(LOCAL_TENANT) as mine:
        assert len(await mine.assessments.remove_of_patient("patient-1")) == 1
    assert await replay_of(theirs, "key") is None
    await is_untouched(theirs)


async def test_erasing_one_of_two_equal_ids_leaves_the_other(theirs: UnitOfWork) -> None:
    await add_with_key(theirs, an_assessment("a", document=b"mine"), "key")
    await remove(theirs, "a")
    await is_untouched(theirs)
    await add_with_key(theirs, an_assessment("a", document=b"mine"), "key")
    async with theirs(LOCAL_TENANT) as mine:
        assert len(await mine.assessments.remove_older_than(at(1), limit=5)) == 1
    await is_untouched(theirs)


async def test_growing_old_is_each_tenants_own(unit_of_work: UnitOfWork) -> None:
    await add_with_key(unit_of_work, an_assessment("a"), "key")
    young = an_assessment("a", created_at=at(9))
    await add_with_key(unit_of_work, young, "key", tenant=OTHER_TENANT)
    async with unit_of_work(OTHER_TENANT) as theirs:
        assert await theirs.replays.remove_older_than(at(5)) == 0
        assert len(await theirs.assessments.remove_older_than(at(5))) == 0
    async with unit_of_work(LOCAL_TENANT) as mine:
        assert await mine.replays.remove_older_than(at(99)) == 1
        assert len(await mine.assessments.remove_older_than(at(99))) == 1
    assert await get(unit_of_work, "a", tenant=OTHER_TENANT) == young
    assert await replay_of(unit_of_work, "key", tenant=OTHER_TENANT) is not None


async def test_each_tenant_has_a_trail_of_its_own(unit_of_work: UnitOfWork) -> None:
    for tenant in (LOCAL_TENANT, OTHER_TENANT, LOCAL_TENANT):
        async with unit_of_work(tenant) as repositories:
            await repositories.audit.append(AuditEvent(NOON, "local", "assessment.created", "a"))
    for tenant in (LOCAL_TENANT, OTHER_TENANT, "nobody"):
        async with unit_of_work(tenant) as repositories:
            assert await repositories.audit.first_broken() is None
