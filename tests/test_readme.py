"""The README's request gets the README's answer."""

import json
import re
from pathlib import Path

import httpx

from app.main import create_app
from app.settings import Settings
from tests.api.conftest import client_of
from tests.memory import memory_unit_of_work

README = (Path(__file__).parents[1] / "README.md").read_text()


def client() -> httpx.AsyncClient:
    return client_of(create_app(Settings(), unit_of_work=memory_unit_of_work()))


async def test_the_request_gets_the_answer() -> None:
    body = re.search(r"-d '\n(\{.*?\n\})'", README, re.DOTALL)
    shown = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert body
    assert shown
    async with client() as caller:
        answer = await caller.post("/v1/assessments", json=json.loads(body[1]))
    assert answer.status_code == 201
    summary, expected = answer.json()["summary"], json.loads(shown[1])
    saved, shown_saved = summary.pop("lean_saved_kg"), expected.pop("lean_saved_kg")
    assert summary == expected
    # The model's last digits may differ between machines.
    assert saved["assumed"] == shown_saved["assumed"]
    for end in ("low", "central", "high"):
        assert abs(saved[end] - shown_saved[end]) < 1e-9


async def test_every_call_of_the_table_is_in_the_api() -> None:
    async with client() as caller:
        paths = (await caller.get("/openapi.json")).json()["paths"]
    named = set(
        re.findall(r"`(?:(?:POST|GET|DELETE) )?(/(?:v1/|livez|readyz)[a-z0-9/{}.-]*)`", README)
    )
    assert len(named) > 10
    assert {_anonymous(path) for path in named} <= {_anonymous(path) for path in paths}


def _anonymous(path: str) -> str:
    return re.sub(r"\{\w+\}", "{}", path)
