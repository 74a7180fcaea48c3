"""Many callers use one idempotency key at once."""

import asyncio
from collections import Counter
from pathlib import Path

import httpx
import pytest

from tests.api.test_assessments import example
from tests.api.test_problems import assert_problem
from tests.drills.callers import client_of, stored_ids
from tests.drills.conftest import Figures
from tests.drills.scale import times
from tests.drills.served import served

pytestmark = pytest.mark.drill

_CALLERS = 32


async def _round(
    client: httpx.AsyncClient, number: int, bodies: int
) -> tuple[str, dict[int, list[httpx.Response]]]:
    """Everybody at once; gives the one id, and the answers by the body that was sent."""
    answers: dict[int, list[httpx.Response]] = {body: [] for body in range(bodies)}

    async def call(body: int) -> None:
        case = example(patient_ref=f"p-{number}-{body}")
        key = {"Idempotency-Key": f"round-{number}"}
        answers[body].append(await client.post("/v1/assessments", json=case, headers=key))

    await asyncio.gather(*(call(caller % bodies) for caller in range(_CALLERS)))
    made = [answer for sent in answers.values() for answer in sent if answer.status_code == 201]
    assert len({answer.content for answer in made}) == 1
    assert sum("idempotency-replayed" not in answer.headers for answer in made) == 1
    return made[0].json()["id"], answers


async def test_one_is_stored_and_everybody_else_gets_it_or_a_refusal(
    database_url: str, tmp_path: Path, figures: Figures
) -> None:
    ids: list[str] = []
    statuses: Counter[int] = Counter()
    async with (
        served(tmp_path, database_url=database_url) as service,
        client_of(service.url) as client,
    ):
        for number in range(times(20, 100)):
            identifier, answers = await _round(client, number, bodies=1 + number % 3)
            for sent in answers.values():
                statuses.update(answer.status_code for answer in sent)
                if sent[0].status_code != 201:  # another body won
                    for answer in sent:
                        assert_problem(answer, 422, "idempotency-key-reused")
                assert len({answer.status_code for answer in sent}) == 1
            ids.append(identifier)
        assert await stored_ids(client) == ids[::-1]
        service.stop()
    figures("rounds", len(ids))
    figures("callers", _CALLERS)
    figures("statuses", dict(statuses))
