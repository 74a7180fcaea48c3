"""What a request costs: CPU time of the server beside that of the ceiling, in turns."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Final

from app.api.schemas.examples import CASE_EXAMPLES
from benchmarks import ceiling
from benchmarks.figures import Figure, Row
from benchmarks.load import Ask, answered
from benchmarks.processes import Server, postgresql, service
from benchmarks.processes import ceiling as ceiling_server

CASES_IN_BATCH: Final = 100
BATCHES: Final = 5
"""In each round."""
_CASE: Final = json.dumps(CASE_EXAMPLES["inside"]["value"]).encode()
_BATCH: Final = b"\n".join([_CASE] * CASES_IN_BATCH)


@dataclass(frozen=True, slots=True)
class Target:
    """A request to one of the servers; the CPU time is a case's where a request has many."""

    name: str
    server: Server
    ask: Ask
    cases: int = 1

    def microseconds(self, seconds: int) -> float:
        before = self.server.cpu_seconds()
        count = answered(self.ask, seconds)
        return (self.server.cpu_seconds() - before) / count / self.cases * 1e6


def _targets(bare: Server, sqlite: Server, postgres: Server) -> Iterator[Target]:
    yield Target("ceiling", bare, Ask(f"{bare.url}/small", ceiling.BODY))
    yield Target("large", bare, Ask(f"{bare.url}/large", ceiling.BODY))
    for name in ("findings", "projections"):
        yield Target(name, sqlite, Ask(f"{sqlite.url}/v1/{name}", _CASE))
    for name, server in (("sqlite", sqlite), ("postgresql", postgres)):
        place = f"{server.url}/v1/assessments"
        yield Target(name, server, Ask(place, _CASE))
        ask = Ask(f"{place}/batch", _BATCH, "application/x-ndjson", BATCHES)
        yield Target(f"{name} batch", server, ask, CASES_IN_BATCH)


def rows(rounds: int, seconds: int) -> Iterator[Row]:
    """Run them all in turns, and compare each with the ceiling of its own round."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        bare = stack.enter_context(ceiling_server())
        file = f"sqlite:///{folder}/leankeep.db"
        with service(file):  # it makes the schema, for which it loads what no other start needs
            pass
        sqlite = stack.enter_context(service(file))
        postgres = stack.enter_context(service(stack.enter_context(postgresql())))
        targets = list(_targets(bare, sqlite, postgres))
        for target in targets:
            target.microseconds(1)  # to warm up
        measured = [
            {target.name: target.microseconds(seconds) for target in targets} for _ in range(rounds)
        ]
        now, most = sqlite.memory_mb()
    yield from _ratios(measured)
    yield Row(
        "memory of a process after this load",
        Figure(now, now, now),
        " MB",
        ("≤", 85),
        f"resident; at most it was {most:.0f} MB",
    )


def _ratios(measured: list[dict[str, float]]) -> Iterator[Row]:
    def figure(name: str) -> Figure:
        return Figure.of([times[name] for times in measured])

    def ratio(over: str, *under: str) -> Figure:
        return Figure.of(
            [times[over] * len(under) / sum(times[name] for name in under) for times in measured]
        )

    def cost(*names: str) -> str:
        return " + ".join(figure(name).shown(" µs") for name in names)

    yield Row("ceiling, 11 kB answered", figure("ceiling"), " µs", note="CPU time of a request")
    yield Row("ceiling, 27 kB answered", figure("large"), " µs", note="as large as an assessment")
    for what, name, bound in (
        ("POST /v1/findings", "findings", None),
        ("POST /v1/projections", "projections", None),
        ("POST /v1/assessments, SQLite", "sqlite", 0.33),
        ("POST /v1/assessments, PostgreSQL", "postgresql", 0.28),
    ):
        goal = None if bound is None else ("≥", bound)
        yield Row(f"ceiling ÷ {what}", ratio("ceiling", name), "", goal, cost(name))  # type: ignore[arg-type] # a literal
    yield Row(
        "ceiling ÷ findings and projection",
        ratio("ceiling", "findings", "projections"),
        "",
        ("≥", 0.50),
        "the mean of both",
    )
    for name, what in (("sqlite", "SQLite"), ("postgresql", "PostgreSQL")):
        yield Row(
            f"single request ÷ a case of a batch, {what}",
            ratio(name, f"{name} batch"),
            "",
            ("≥", 3.5),
            f"{cost(f'{name} batch')} a case, {CASES_IN_BATCH} in a batch",
        )
