"""More of what a rule warns of never silences it, whatever else the case holds."""

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings

from app.domain.conflicts import check
from app.domain.errors import ConflictingCaseError
from app.domain.facts.facts import derive
from app.domain.rules import RULES
from app.domain.rules.rule import Raised
from tests.domain.given import case_of
from tests.domain.pages import read_page
from tests.strategies import Body, bodies, put, rivals

SLOPES: Final = read_page(Path(__file__).with_name("slopes.yaml"))
BY_ID: Final = {rule.id: rule for rule in RULES}
COURSE: Final = ("sermorelin.started_on", "sermorelin.stopped_on", "sermorelin.status")


def _leaves(body: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Every leaf by its path; a list is one leaf."""
    found: dict[str, Any] = {}
    for name, value in body.items():
        path = f"{prefix}{name}"
        found |= _leaves(value, f"{path}.") if isinstance(value, dict) else {path: value}
    return found


def _step(body: Body, slope: Mapping[str, Any], step: float | str) -> Body:
    """The body with what the slope gives and the step in place, and nothing that excludes them."""
    changed = deepcopy(body)
    given_leaves = _leaves(slope.get("given", {}))
    if set(COURSE) & {*given_leaves, slope["path"]}:
        given_leaves = dict.fromkeys(COURSE) | given_leaves
    for path, value in given_leaves.items():
        _put(changed, path, deepcopy(value))
    _put(changed, slope["path"], step)
    return changed


def _put(body: Body, path: str, value: Any) -> None:  # noqa: ANN401 # a leaf of JSON
    for rival in rivals(path):
        put(body, rival, None)
    block, _, rest = path.partition(".")
    if rest[:1].isdigit():
        index, name = rest.split(".")
        body[block][int(index)][name] = value
    else:
        put(body, path, value)


def _speaks_up(body: Body, rules: list[str]) -> bool | None:
    """Whether one of the rules is raised; None where the case contradicts itself."""
    case = case_of(**body)
    try:
        check(case)
    except ConflictingCaseError:
        return None
    facts = derive(case)
    return any(isinstance(BY_ID[rule].decide(facts), Raised) for rule in rules)


@given(body=bodies())
@settings(max_examples=30, deadline=None, derandomize=True, database=None)
@pytest.mark.slow
def test_more_of_it_never_silences_a_rule(body: Body) -> None:
    for slope in SLOPES:
        answers = [_speaks_up(_step(body, slope, step), slope["rules"]) for step in slope["steps"]]
        known = [answer for answer in answers if answer is not None]
        assert known == sorted(known), (slope["rules"], slope["path"], answers)
        if len(known) == len(answers):
            assert not known[0], (slope["rules"], slope["path"])
            assert known[-1], (slope["rules"], slope["path"])


@pytest.mark.parametrize(
    "slope", [pytest.param(one, id=f"{n}: {one['rules'][0]}") for n, one in enumerate(SLOPES)]
)
def test_a_slope_has_both_ends_by_itself(slope: dict[str, Any]) -> None:
    answers = [_speaks_up(_step({}, slope, step), slope["rules"]) for step in slope["steps"]]
    assert (answers[0], answers[-1]) == (False, True)
    assert None not in answers
