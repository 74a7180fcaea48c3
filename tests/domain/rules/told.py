"""What every rule tells on its page, word for word: `python -m tests.domain.rules.told` writes it.

`told.yaml` is for reading, and for seeing in a change what it makes the rules say. Beside the
cases of the pages stand the same ones with each number a little less and a little more, since a
number in a message must not be rounded onto the limit in the same sentence.
"""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml
from pydantic import ValidationError

from app.domain.rules import RULES
from app.domain.rules.rule import CLEAR, Raised, Rule, Verdict
from tests.domain.given import facts_of
from tests.domain.pages import read_page

CASES: Final = Path(__file__).parent / "cases"
TOLD: Final = Path(__file__).parent / "told.yaml"
_A_LITTLE: Final = (-0.003, 0.003)

Given: TypeAlias = dict[str, Any]
Told: TypeAlias = dict[str, Any]


def told() -> dict[str, Told]:
    """By rule: what it tells in each case of its page, and a little beside them."""
    return {rule.id: told_by(rule) for rule in RULES}


def told_by(rule: Rule) -> Told:
    """What one rule tells."""
    page = read_page(CASES / f"{rule.id}.yaml")
    cases = {entry["name"]: _shown(rule.decide(facts_of(**entry["given"]))) for entry in page}
    found: Told = {name: shown for name, shown in cases.items() if shown is not None}
    near = {
        verdict.message
        for entry in page
        for given in _beside(entry["given"])
        if isinstance(verdict := rule.decide(facts_of(**given)), Raised)
    }
    known = {shown["message"] for shown in found.values() if "message" in shown}
    if near - known:
        found["a little beside these"] = sorted(near - known)
    return found


def _shown(verdict: Verdict) -> Told | None:
    if verdict is CLEAR:
        return None
    if not isinstance(verdict, Raised):
        return {"asks for": list(verdict.missing)}
    if not verdict.computed:
        return {"message": verdict.message}
    computed = {
        name: f"{each.value if each.low is None else (each.low, each.high)} {each.unit}"
        for name, each in verdict.computed.items()
    }
    return {"message": verdict.message, "computed": computed}


def _beside(given: Given) -> Iterator[Given]:
    for path in _numbers(given):
        for little in _A_LITTLE:
            moved = deepcopy(given)
            block: Any = moved
            for name in path[:-1]:
                block = block[name]
            block[path[-1]] += little
            try:
                facts_of(**moved)
            except ValidationError:  # a whole number, or out of range
                continue
            yield moved


def _numbers(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for name, each in inner:
            yield from _numbers(each, (*path, name))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path


if __name__ == "__main__":
    TOLD.write_text(yaml.safe_dump(told(), sort_keys=False, width=100), encoding="utf-8")
