"""`batch`: a cohort's file through the service's rules, without a server, on all cores."""

import os
import shutil
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from app.api import dependencies
from app.api.openapi import VERSION
from app.commands.cohort import lines
from app.commands.cohort.parts import (
    ROWS_IN_PART,
    Counts,
    FileKind,
    Part,
    PartsFolder,
    UnfinishedRunError,
)
from app.commands.cohort.work import Job, assess_part_and_tidy, begin
from app.commands.console import stop
from app.use_cases.ruleset import current_ruleset

_KINDS: Final[dict[str, FileKind]] = {
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".parquet": "parquet",
}
_AHEAD: Final = 2
"""Parts for each process that are read and wait: memory stays bounded."""


def batch(
    *,
    cases: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="Cases: .ndjson, .jsonl, .parquet.")
    ],
    answers: Annotated[Path, typer.Argument(help="Where the rows go: .ndjson, .jsonl, .parquet.")],
    rejects: Annotated[
        Path | None,
        typer.Option(help="Where refused cases go; else beside the answers, .rejects.ndjson."),
    ] = None,
    documents: Annotated[
        bool, typer.Option("--documents", help="Add the whole assessment to each row; slower.")
    ] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, max=1024, help="Processes; else one for each core.")
    ] = None,
) -> None:
    """Assess a cohort on this machine, and store nothing.

    Stopped or killed, the same command goes on where it ended.
    """
    rejects = rejects or answers.with_suffix(".rejects.ndjson")
    folder = PartsFolder(answers.with_name(f"{answers.name}.parts"))
    _check(cases=cases, answers=answers, rejects=rejects, folder=folder)
    with _told(), folder.claimed(_manifest(cases, answers, documents=documents)) as manifest:
        as_of = date.fromisoformat(manifest["as_of"])
        job = Job(folder, _KINDS[answers.suffix], as_of, documents)
        counts = _assess(cases, job, workers or len(os.sched_getaffinity(0)))
        if sum(each.rejected for each in counts):
            lines.join(map(folder.rejects, range(len(counts))), rejects)
        _join(answers, job, len(counts))
        shutil.rmtree(folder.path)
    total = sum(counts, Counts(0, 0))
    typer.echo(f"{total.assessed:,} cases assessed: {answers}", err=True)
    if total.rejected:
        noun = "case" if total.rejected == 1 else "cases"
        typer.echo(f"{total.rejected:,} {noun} refused, with the reasons: {rejects}", err=True)


def _check(*, cases: Path, answers: Path, rejects: Path, folder: PartsFolder) -> None:
    for place in (cases, answers):
        kind = _KINDS.get(place.suffix)
        if kind is None:
            stop(f"{place.name}: its name must end in one of {', '.join(_KINDS)}.")
        if kind == "parquet" and find_spec("pyarrow") is None:
            stop("Parquet needs pyarrow, the project's extra named arrow: pip install pyarrow.")
    if find_spec("numpy") is None:
        stop("A cohort needs NumPy, the project's extra named batch: pip install numpy.")
    for made in (answers, rejects):
        _check_place(made, folder)
    if len({each.resolve() for each in (cases, answers, rejects)}) < len((cases, answers, rejects)):
        stop("Cases, answers and rejects have to be three files.")


def _check_place(made: Path, folder: PartsFolder) -> None:
    if not made.parent.is_dir():
        stop(f"There is no folder {made.parent}.")
    if made.exists() and not folder.path.exists():
        stop(f"{made} is there already: name another file, or remove it.")


@contextmanager
def _told() -> Generator[None]:
    """Say in one line what is in the way, and that nothing is lost."""
    go_on = "The same command goes on where this one ended."
    try:
        yield
    except UnfinishedRunError as error:
        stop(f"leankeep could not do it: {error}.")
    except KeyboardInterrupt:
        stop(f"Stopped. {go_on}")
    except BrokenProcessPool:
        stop(f"A process was ended from outside, perhaps for want of memory. {go_on}")
    except OSError as error:
        stop(f"leankeep could not do it: {error.strerror}. {go_on}")


def _manifest(cases: Path, answers: Path, *, documents: bool) -> dict[str, Any]:
    """What must be the same for a run to go on, and the day that it began."""
    found = cases.stat()
    return {
        "as_of": dependencies.now().date().isoformat(),
        "input": [found.st_size, found.st_mtime_ns, cases.suffix],
        "output": [answers.suffix, documents],
        "rule book": current_ruleset().sha256,
        "version": [VERSION, ROWS_IN_PART],
    }


def _parts(cases: Path) -> tuple[int, Iterator[Part]]:
    """The size of the input, and its parts."""
    if _KINDS[cases.suffix] == "ndjson":
        return cases.stat().st_size, lines.parts_of(cases)
    from app.commands.cohort import parquet  # noqa: PLC0415 # an extra

    try:
        return parquet.rows_in(cases), parquet.parts_of(cases)
    except ValueError:
        stop(f"{cases} is no Parquet file.")


def _assess(cases: Path, job: Job, workers: int) -> list[Counts]:
    """What each part came to; those that an earlier run has done are left alone."""
    from app.commands.cohort.progress import shown  # noqa: PLC0415 # slow to import

    size, parts = _parts(cases)
    counts: dict[int, Counts] = {}
    waiting: dict[Future[Counts], Part] = {}

    with (
        shown(size) as advance,
        ProcessPoolExecutor(workers, get_context("spawn"), begin) as pool,
    ):

        def collect(until: int) -> None:
            while len(waiting) > until:
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    part = waiting.pop(future)
                    counts[part.number] = future.result()
                    advance(part.size, counts[part.number], False)

        try:
            for part in parts:
                if (done := job.folder.done(part.number)) is not None:
                    counts[part.number] = done
                    advance(part.size, done, True)
                    continue
                collect(_AHEAD * workers)
                waiting[pool.submit(assess_part_and_tidy, part, job)] = replace(part, content=b"")
            collect(0)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return [counts[number] for number in range(len(counts))]


def _join(answers: Path, job: Job, parts: int) -> None:
    places = map(job.folder.answers, range(parts))
    beside = job.folder.path / "answers"
    if job.into == "ndjson":
        lines.join(places, beside)
    else:
        from app.commands.cohort import parquet  # noqa: PLC0415 # an extra

        parquet.join(places, beside, documents=job.documents)
    beside.replace(answers)
