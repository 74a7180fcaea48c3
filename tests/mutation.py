"""Runs mutmut's mutants of some modules, each in a fork of one test session.

`make mutants` has mutmut write the mutants and note which test calls which function; then this
file, started in the folder `mutants`, collects the tests once and forks for each mutant. mutmut
itself collects anew for each, many times as slowly. Results go to `results.tsv`: killed
and by which test, survived, or endless where a mutant ran out of time. What is there already is
not run again.
"""

import json
import os
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.utils.format_utils import mangled_name_from_mutant_name

from app.domain.conditions.condition import compiled
from app.domain.rules.rule import speaker

RESULTS: Final = Path("results.tsv")
SECONDS: Final = 300
"""More than all the tests of any function take. Who needs longer goes round in circles."""
_ANSWERS: Final = {0: "survived", 1: "killed", -signal.SIGALRM: "endless"}


def mutants(patterns: Sequence[str]) -> Iterator[str]:
    """The names of the mutants that match one of the patterns and have no result yet."""
    known = RESULTS.read_text("utf-8").splitlines() if RESULTS.exists() else []
    done = {line.split("\t")[0] for line in known}
    for place in sorted(Path("app").rglob("*.meta")):
        for name in json.loads(place.read_text("utf-8"))["exit_code_by_key"]:
            if name not in done and any(fnmatch(name, pattern) for pattern in patterns):
                yield name


@dataclass(eq=False)
class Session:
    """A plugin of pytest that runs mutants where pytest would run its tests."""

    names: Sequence[str]
    killers: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        stats = json.loads(Path("mutmut-stats.json").read_text("utf-8"))
        calls, seconds = stats["tests_by_mangled_function_name"], stats["duration_by_test"]
        items = {item.nodeid: item for item in session.items}
        with RESULTS.open("a", encoding="utf-8") as results:
            for name in self.names:
                function = mangled_name_from_mutant_name(name)
                module = function.rpartition(".")[0]
                before = self.killers[function] + self.killers[module]
                tests = sorted(
                    (test for test in calls.get(function, ()) if test in items),
                    key=lambda test: (-before[test], seconds.get(test, 0.0)),
                )
                answer, killer = _run(name, [items[test] for test in tests])
                self.killers[function][killer] += 1
                self.killers[module][killer] += 1
                results.write(f"{name}\t{answer}\t{killer}\n")
                results.flush()
        return True


def _run(name: str, tests: Sequence[pytest.Item]) -> tuple[str, str]:
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        _become(name, tests, writer)
    os.close(writer)
    killer = os.read(reader, 4096).decode()
    os.close(reader)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    return _ANSWERS.get(code, f"ended with {code}"), killer


def _become(name: str, tests: Sequence[Any], writer: int) -> None:
    """Run the tests until one fails; the process ends here."""
    signal.alarm(SECONDS)
    set_mutant_under_test(name)
    compiled.cache_clear()  # so that the mutant compiles what was compiled at import
    speaker.cache_clear()
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    for number, test in enumerate(tests, 1):
        following = tests[number] if number < len(tests) else None
        reports = runtestprotocol(test, nextitem=following, log=False)
        if any(report.failed for report in reports):
            os.write(writer, test.nodeid.encode())
            os._exit(1)
    os._exit(0)


def main() -> None:
    names = list(mutants(sys.argv[1:] or ["app.domain.*"]))
    os.environ["PY_IGNORE_IMPORTMISMATCH"] = "1"
    options = ["--rootdir=.", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    pytest.main([*options, "--inline-snapshot=disable", "tests/domain"], plugins=[Session(names)])
    answers = Counter(line.split("\t")[1] for line in RESULTS.read_text("utf-8").splitlines())
    print(dict(answers))  # noqa: T201 # what it was run for


if __name__ == "__main__":
    main()
