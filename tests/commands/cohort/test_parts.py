"""The folder of an unfinished run: whose it is, and what is done in it."""

from pathlib import Path
from typing import Any, Final

import pytest

from app.commands.cohort.parts import Counts, PartsFolder, UnfinishedRunError, write

_RUN: Final[dict[str, Any]] = {"as_of": "2026-06-01", "input": [1, 2], "rule book": "a"}


@pytest.fixture
def folder(tmp_path: Path) -> PartsFolder:
    return PartsFolder(tmp_path / "answers.ndjson.parts")


def test_the_same_run_goes_on_with_the_day_on_which_it_began(folder: PartsFolder) -> None:
    with folder.claimed(_RUN) as first:
        assert first == _RUN
    with folder.claimed(_RUN | {"as_of": "2026-06-02"}) as again:
        assert again == _RUN


@pytest.mark.parametrize(("name", "value"), [("input", [1, 3]), ("rule book", "b"), ("more", 1)])
def test_another_run_may_not(folder: PartsFolder, name: str, value: object) -> None:
    with folder.claimed(_RUN):
        pass
    with pytest.raises(UnfinishedRunError, match=f"another {name}: "):
        folder.claimed(_RUN | {name: value}).__enter__()


def test_nor_may_the_same_one_twice_at_once(folder: PartsFolder) -> None:
    with (
        folder.claimed(_RUN),
        pytest.raises(UnfinishedRunError, match="at work"),
        folder.claimed(_RUN),
    ):
        pass
    with folder.claimed(_RUN):  # and afterwards it may
        pass


def test_a_part_is_done_once_it_says_so(folder: PartsFolder) -> None:
    with folder.claimed(_RUN):
        assert folder.done(7) is None
        folder.keep(7, Counts(3, 1))
        assert folder.done(7) == Counts(3, 1)
        assert folder.done(8) is None
    assert sum([Counts(3, 1), Counts(4, 0)], Counts(0, 0)) == Counts(7, 1)


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "x"
    write(place, b"one")
    write(place, b"two")
    assert [each.name for each in tmp_path.iterdir()] == ["x"]
    assert place.read_bytes() == b"two"
