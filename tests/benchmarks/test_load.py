"""The client in Python counts what was answered, and does not count what was refused."""

from collections.abc import Iterator

import pytest

from benchmarks import ceiling
from benchmarks.load import Ask, answered
from benchmarks.processes import Server
from benchmarks.processes import ceiling as ceiling_server

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bare() -> Iterator[Server]:
    with ceiling_server() as server:
        yield server


@pytest.fixture(autouse=True)
def _no_wrk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


def test_so_many_one_after_the_other(bare: Server) -> None:
    before = bare.cpu_seconds()
    assert answered(Ask(f"{bare.url}/small", ceiling.BODY, count=50), 1) == 50
    assert bare.cpu_seconds() > before
    now, most = bare.memory_mb()
    assert 20 < now <= most


def test_as_many_as_there_is_time_for(bare: Server) -> None:
    assert answered(Ask(f"{bare.url}/large", ceiling.BODY), 1) > 16


def test_a_refusal_is_no_answer(bare: Server) -> None:
    with pytest.raises(ValueError, match="answered 422"):
        answered(Ask(f"{bare.url}/small", b"{}", count=1), 1)
