"""CPU time of the facts and of all 88 rules on whole cases: `python -m benchmarks.rule_book`.

Each case is measured beside an empty loop over the rule book, 88 calls of a rule that does
nothing. The two alternate, and the medians of many short runs are compared, so that the ratio
holds on a busy machine too. `--profile` adds what each rule takes by itself.
"""

import argparse
import gc
import json
from collections.abc import Callable
from datetime import date
from statistics import median
from time import process_time_ns
from typing import Final, NamedTuple

from app.api.schemas.case import CaseIn
from app.api.schemas.examples import CASE_EXAMPLES
from app.domain.case import Case
from app.domain.evaluation import Evaluation, evaluate
from app.domain.facts.facts import Facts, derive
from app.domain.rules import RULES
from app.domain.rules.rule import CLEAR, Rule, Verdict

GOAL_MICROSECONDS: Final = 25.0
ROUNDS: Final = 61
CASES_PER_RUN: Final = 200
CALLS_PER_RULE: Final = 4000
_TODAY: Final = date(2026, 6, 1)
_SPARSE: Final = {
    "patient": {"sex": "male", "age_years": 47, "height_cm": 179, "weight_kg": 98},
    "sermorelin": {"dose_mcg": 300, "status": "planned"},
    "training": {"resistance_sessions_per_week": 2},
}


class Row(NamedTuple):
    """One case, in microseconds of CPU time: medians, and the least of all runs of the whole."""

    case: str
    evaluation: Evaluation
    facts: float
    rules: float
    whole: float
    empty_loop: float
    least: float


def cases() -> dict[str, Case]:
    """The cases of the API's own documentation, and one of a first visit."""
    bodies = {name: example["value"] for name, example in CASE_EXAMPLES.items()}
    bodies["first visit"] = _SPARSE
    return {
        name: CaseIn.model_validate(body).to_domain(today=_TODAY) for name, body in bodies.items()
    }


def measure(name: str, case: Case) -> Row:
    """Alternate the runs, and take the median of each kind."""
    facts = derive(case)
    evaluation = evaluate(facts)
    answered = evaluation.raised, evaluation.unknown, evaluation.suppressed, evaluation.clear
    assert sum(map(len, answered)) == len(RULES), "the case leaves a rule out"
    works: tuple[Callable[[], object], ...] = (
        lambda: derive(case),
        lambda: evaluate(facts),
        lambda: evaluate(derive(case)),
        lambda: _empty_loop(facts),
    )
    rounds = [[_microseconds(work) for work in works] for _ in range(ROUNDS)]
    facts_alone, rules_alone, whole, empty_loop = map(median, zip(*rounds, strict=True))
    least = min(times[2] for times in rounds)
    return Row(name, evaluation, facts_alone, rules_alone, whole, empty_loop, least)


def _microseconds(work: Callable[[], object]) -> float:
    start = process_time_ns()
    for _ in range(CASES_PER_RUN):
        work()
    return (process_time_ns() - start) / CASES_PER_RUN / 1000


def _nothing(_facts: Facts) -> Verdict:
    return CLEAR


_EMPTY_BOOK: Final = tuple((rule, _nothing) for rule in RULES)


def _empty_loop(facts: Facts) -> None:
    for _rule, decide in _EMPTY_BOOK:
        decide(facts)


def profile(facts: Facts) -> list[tuple[float, Rule, str]]:
    """Nanoseconds that each rule takes by itself, the dearest first."""
    rows = []
    for rule in RULES:
        runs = [_nanoseconds(rule, facts) for _ in range(5)]
        rows.append((median(runs), rule, type(rule.decide(facts)).__name__.lower()))
    return sorted(rows, key=lambda row: -row[0])


def _nanoseconds(rule: Rule, facts: Facts) -> float:
    decide = rule.decide
    start = process_time_ns()
    for _ in range(CALLS_PER_RULE):
        decide(facts)
    return (process_time_ns() - start) / CALLS_PER_RULE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true", help="what each rule takes by itself")
    parser.add_argument("--json", action="store_true", help="the figure of each case alone")
    wanted = parser.parse_args()
    gc.freeze()  # as the service does: what was imported is not walked again
    if wanted.json:
        print(json.dumps({name: measure(name, case).whole for name, case in cases().items()}))
        return
    print("CPU microseconds a case, medians of", ROUNDS, "alternating runs of", CASES_PER_RUN)
    print(
        f"{'case':<16}{'raised':>7}{'unknown':>8}{'clear':>6}"
        f"{'facts':>8}{'rules':>8}{'both':>8}{'least':>8}{'empty loop':>12}{'ratio':>7}"
    )
    for name, case in cases().items():
        row = measure(name, case)
        answer = row.evaluation
        print(
            f"{name:<16}{len(answer.raised):>7}{len(answer.unknown):>8}{len(answer.clear):>6}"
            f"{row.facts:>8.1f}{row.rules:>8.1f}{row.whole:>8.1f}{row.least:>8.1f}"
            f"{row.empty_loop:>12.1f}{row.whole / row.empty_loop:>7.1f}"
        )
    print(f"goal: both at or under {GOAL_MICROSECONDS:g}")
    if wanted.profile:
        for name, case in cases().items():
            print(f"\n{name}: nanoseconds a rule")
            for nanoseconds, rule, verdict in profile(derive(case)):
                print(f"{nanoseconds:>8.0f}  {verdict:<8}{rule.id}")


if __name__ == "__main__":
    main()
