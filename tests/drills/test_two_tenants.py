"""Two tenants store, read, list and erase, the service is restarted, and a model knows it all."""

import asyncio
from collections import Counter
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Final, Self, TypeAlias

import httpx
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    multiple,
    rule,
    run_state_machine_as_test,
)

from tests.api.test_assessments import example
from tests.api.test_problems import assert_problem
from tests.drills.conftest import Figures
from tests.drills.keys import ASKS_FOR_KEYS, issued
from tests.drills.scale import times
from tests.drills.served import free_port, service

pytestmark = pytest.mark.drill

_TENANTS: Final = st.sampled_from((0, 1))
_PATIENTS: Final = st.sampled_from(("p-1", "p-2", "p-3"))
_Made: TypeAlias = MultipleResults[tuple[int, str]] | tuple[int, str]
_NAMES: Final = count()
"""New tenants for every example: the database is the same."""


class Site:
    """One database, and the service over it, which can be restarted in its place."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.database_url = database_url
        self.steps: Counter[str] = Counter()
        self._port = str(free_port())
        self._folder = folder
        self._stack = ExitStack()
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self._port}", timeout=20)

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()
        self._stack.close()

    def _start(self) -> None:
        given = {"port": self._port, "database_url": self.database_url, **ASKS_FOR_KEYS}
        self._served = self._stack.enter_context(service(self._folder, **given))

    def restart(self, *, killed: bool) -> None:
        (self._served.kill if killed else self._served.stop)()
        self._stack.close()
        self._start()


class TwoTenants(RuleBasedStateMachine):
    """The model is two dictionaries: id → (patient, document), in the order of their making."""

    made: Bundle[tuple[int, str]] = Bundle("made")

    def __init__(self, site: Site) -> None:
        super().__init__()
        self.site = site
        self.stored: tuple[dict[str, tuple[str, bytes]], ...] = ({}, {})
        self.used: tuple[dict[str, tuple[str, str]], ...] = ({}, {})

    @initialize()
    def get_keys(self) -> None:
        names = (f"tenant-{next(_NAMES)}" for _ in range(2))
        self.keys = [asyncio.run(issued(self.site.database_url, name)) for name in names]

    def ask(self, tenant: int, method: str, path: str, **sent: object) -> httpx.Response:
        headers = self.keys[tenant] | sent.pop("headers", {})  # type: ignore[operator] # a dict
        self.site.steps[method] += 1
        return self.site.client.request(method, path, headers=headers, **sent)  # type: ignore[arg-type] # JSON

    def post(self, tenant: int, patient: str, key: str) -> httpx.Response:
        body = example(patient_ref=patient)
        return self.ask(
            tenant, "POST", "/v1/assessments", json=body, headers={"Idempotency-Key": key}
        )

    @rule(target=made, tenant=_TENANTS, patient=_PATIENTS, key=st.sampled_from("abcdef"))
    def create(self, tenant: int, patient: str, key: str) -> _Made:
        """With a key that may have been used before, for the same body or another one."""
        answer = self.post(tenant, patient, key)
        first_patient, identifier = self.used[tenant].get(key, (patient, None))
        if first_patient != patient:
            assert_problem(answer, 422, "idempotency-key-reused")
            return multiple()
        assert answer.status_code == 201
        if identifier is not None:
            assert answer.headers["idempotency-replayed"] == "true"
            assert answer.content == self.stored[tenant][identifier][1]
            return multiple()
        assert "idempotency-replayed" not in answer.headers
        identifier = answer.json()["id"]
        self.stored[tenant][identifier] = (patient, answer.content)
        self.used[tenant][key] = (patient, identifier)
        return tenant, identifier

    @rule(asker=_TENANTS, one=made)
    def read(self, asker: int, one: tuple[int, str]) -> None:
        answer = self.ask(asker, "GET", f"/v1/assessments/{one[1]}")
        if one[1] in self.stored[asker]:
            assert (answer.status_code, answer.content) == (200, self.stored[asker][one[1]][1])
        else:
            assert_problem(answer, 404, "assessment-not-found")

    @rule(asker=_TENANTS, one=made)
    def erase(self, asker: int, one: tuple[int, str]) -> None:
        answer = self.ask(asker, "DELETE", f"/v1/assessments/{one[1]}")
        if one[1] in self.stored[asker]:
            assert answer.status_code == 204
            self._forget(asker, {one[1]})
        else:
            assert_problem(answer, 404, "assessment-not-found")

    @rule(tenant=_TENANTS, patient=_PATIENTS)
    def erase_patient(self, tenant: int, patient: str) -> None:
        assert self.ask(tenant, "DELETE", f"/v1/patients/{patient}").status_code == 204
        stored = self.stored[tenant].items()
        self._forget(tenant, {each for each, (owner, _) in stored if owner == patient})

    def _forget(self, tenant: int, gone: set[str]) -> None:
        for identifier in gone:
            del self.stored[tenant][identifier]
        for key, (_, identifier) in list(self.used[tenant].items()):
            if identifier in gone:
                del self.used[tenant][key]

    @rule(
        target=made,
        tenant=_TENANTS,
        patient=st.none() | _PATIENTS,
        limit=st.integers(1, 3),
        written=_PATIENTS,
    )
    def walk(self, tenant: int, patient: str | None, limit: int, written: str) -> _Made:
        """Page by page, while another assessment is stored behind the first page."""
        stored = self.stored[tenant]
        expected = [
            each for each, (owner, _) in reversed(stored.items()) if patient in {None, owner}
        ]
        query: dict[str, str] = {"limit": str(limit)} | (
            {"patient_ref": patient} if patient else {}
        )
        seen: list[str] = []
        new: list[str] = []
        while True:
            page = self.ask(tenant, "GET", "/v1/assessments", params=query).json()
            seen += [item["id"] for item in page["items"]]
            if page["next_cursor"] is None:
                break
            query["cursor"] = page["next_cursor"]
            if not new:
                answer = self.ask(
                    tenant, "POST", "/v1/assessments", json=example(patient_ref=written)
                )
                new.append(answer.json()["id"])
                stored[new[0]] = (written, answer.content)
        assert seen == expected
        return multiple(*((tenant, each) for each in new))

    @rule(killed=st.booleans())
    def restart(self, killed: bool) -> None:  # noqa: FBT001 - Hypothesis gives it by name
        self.site.steps["restart"] += 1
        self.site.restart(killed=killed)


def _run(site: Site, limits: settings) -> Site:
    class AtThisSite(TwoTenants):
        def __init__(self) -> None:
            super().__init__(site)

    with site:
        run_state_machine_as_test(AtThisSite, settings=limits)
    return site


async def test_model_and_service_agree(database_url: str, tmp_path: Path, figures: Figures) -> None:
    examples = times(6, 60)
    limits = settings(
        max_examples=examples,
        stateful_step_count=40,
        deadline=None,
        database=None,
        derandomize=not times(0, 1),
        suppress_health_check=list(HealthCheck),
    )
    site = await asyncio.to_thread(_run, Site(tmp_path, database_url), limits)
    assert all(site.steps[step] for step in ("POST", "GET", "DELETE", "restart"))
    figures("examples", examples)
    figures("requests", sum(site.steps.values()) - site.steps["restart"])
    figures("restarts", site.steps["restart"])
