"""What is measured within one process: the start, the domain, a cohort, and the peer."""

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from app.api.schemas.examples import CASE_EXAMPLES
from app.commands.cohort.parts import ROWS_IN_PART, Part, PartsFolder
from app.commands.cohort.work import Job, assess_part_and_tidy
from app.domain.facts.facts import Facts, derive
from benchmarks import energy_balance, peer, projection, rule_book
from benchmarks.figures import Figure, Row
from benchmarks.processes import ROOT, service

_TODAY: Final = date(2026, 6, 1)
_STARTS: Final = 5


def rows(rounds: int) -> Iterator[Row]:
    """All of them, in order."""
    yield from _start()
    yield from _domain(rounds)
    yield from _model(rounds)
    yield from _cohort(rounds)
    yield from _peer(rounds)


def _start() -> Iterator[Row]:
    imports: list[float] = []
    ready: list[float] = []
    made: list[float] = []
    resident: list[float] = []
    for _ in range(_STARTS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", "import app.main"], cwd=ROOT, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        imports.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            with service(f"sqlite:///{folder}/leankeep.db") as server:
                ready.append(time.perf_counter() - began)
                made.append(server.memory_mb()[0])
            with service(f"sqlite:///{folder}/leankeep.db") as server:
                resident.append(server.memory_mb()[0])
    yield Row("import of the service", Figure.of(imports), " s CPU", ("≤", 0.6))
    yield Row("start until it is ready", Figure.of(ready), " s", note="an empty SQLite file made")
    note = f"{Figure.of(made).shown(' MB')} where the start had to make the schema"
    yield Row("memory after the start", Figure.of(resident), " MB", ("≤", 85), note)


def _in_turns(rounds: int, *works: Callable[[], float]) -> list[list[float]]:
    """What each says, round by round."""
    found: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, values in zip(works, found, strict=True):
            values.append(work())
    return found


def _domain(rounds: int) -> Iterator[Row]:
    # In a process of its own each time: where its memory lies makes a difference of some percent.
    runs = [_rule_book() for _ in range(rounds)]
    for name in runs[0]:
        found = Figure.of([run[name] for run in runs])
        yield Row(f"facts and 88 rules, {name}", found, " µs", ("≤", rule_book.GOAL_MICROSECONDS))
    for name, more, source in projection.CASES:
        facts = projection.facts(**more)
        whole, _, arms, _ = projection.measured(name, facts, source)
        times, all_times = _in_turns(
            rounds,
            partial(projection.microseconds, arms),
            partial(projection.microseconds, whole),
        )
        note = f"the whole projection {Figure.of(all_times).shown(' µs')}"
        yield Row(f"two arms of 26 weeks, {name}", Figure.of(times), " µs", ("≤", 120), note)


def _rule_book() -> dict[str, float]:
    """Microseconds of each case."""
    command = [sys.executable, "-m", "benchmarks.rule_book", "--json"]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(told)
    return found


def _model(rounds: int) -> Iterator[Row]:
    found = [energy_balance.speeds(1) for _ in range(rounds)]
    model, from_people, plain = (Figure.of(each) for each in zip(*found, strict=True))
    note = f"{from_people.shown()} with the baselines made; plain daily RK4 {plain.shown()}"
    yield Row("dynamic model, many adults", model, " M adult-days/s", ("≥", 8), note)


def _cohort(rounds: int) -> Iterator[Row]:
    """A part of a cohort from its bytes to its files, as one process of the command does it."""
    bodies = [example["value"] for example in CASE_EXAMPLES.values()]
    lines = [json.dumps(bodies[number % len(bodies)]).encode() for number in range(ROWS_IN_PART)]
    part = Part(0, 1, 0, "ndjson", b"\n".join(lines))
    with tempfile.TemporaryDirectory() as folder:
        job = Job(PartsFolder(Path(folder)), "ndjson", _TODAY, documents=False)

        def rate() -> float:
            began = time.process_time()
            counts = assess_part_and_tidy(part, job)
            assert counts.rejected == 0
            return counts.assessed / (time.process_time() - began)

        rate()  # to warm up
        gc.freeze()
        gc.disable()  # as `begin` does for each of the command's processes
        try:
            (found,) = _in_turns(rounds, rate)
        finally:
            gc.enable()
    yield Row("cohort, cases a second and core", Figure.of(found), "", ("≥", 8000))


def _peer(rounds: int) -> Iterator[Row]:
    cases = [derive(case) for case in rule_book.cases().values()]
    peer.assert_same(cases)
    theirs = peer.theirs()

    def of(decide: Callable[[Facts], object]) -> float:
        return projection.microseconds(lambda: [decide(facts) for facts in cases]) / len(cases)

    ours_took, theirs_took = _in_turns(rounds, lambda: of(peer.ours), lambda: of(theirs))
    ratios = [slow / fast for fast, slow in zip(ours_took, theirs_took, strict=True)]
    yield Row(
        f"zen-engine ÷ leankeep, the same {len(peer.RULE_IDS)} threshold rules",
        Figure.of(ratios),
        note=f"{Figure.of(ours_took).shown(' µs')} and {Figure.of(theirs_took).shown(' µs')}",
    )
