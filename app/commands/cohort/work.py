"""What each process does: a part of the input in, its answers and its refusals on disk."""

import gc
import os
import signal
import threading
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from multiprocessing import parent_process
from typing import TypeAlias

from pydantic import ValidationError
from pydantic_core import to_json

from app.api import json_answer, problems, strict_json
from app.api.field_errors import FieldError, of_body
from app.api.problem_codes import ProblemCode
from app.api.schemas.assessment import plain_assessment
from app.api.schemas.case import CaseIn
from app.api.strict_json import MalformedJsonError
from app.commands.cohort import lines
from app.commands.cohort.parts import Counts, FileKind, Part, PartsFolder, write
from app.commands.cohort.row import DOCUMENT, Row, row_of
from app.domain.assessment import assess
from app.domain.case import Case
from app.domain.errors import ConflictingCaseError
from app.use_cases.ruleset import current_ruleset


@dataclass(frozen=True, slots=True)
class Job:
    """What a run does with each part; `as_of` is the day for a case that does not say its own."""

    folder: PartsFolder
    into: FileKind
    as_of: date
    documents: bool


def begin() -> None:
    """Prepare a process: it ends with the one that began it, and leaves Ctrl-C to that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A part is a million objects, and nearly all die by their counts when it is done: the
    # collector would walk them over and over. It is called between two parts instead.
    gc.freeze()
    gc.disable()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def assess_part(part: Part, job: Job) -> Counts:
    """Answer every case of a part; it is done when this returns."""
    answered = (_in_full if job.documents else _in_rows)(_rows_of(part), job)
    rejects: list[tuple[int, bytes]] = []
    assessed = _write(part.number, _rest(answered, rejects), job)
    write(job.folder.rejects(part.number), b"".join(line for _, line in sorted(rejects)))
    counts = Counts(assessed, len(rejects))
    job.folder.keep(part.number, counts)
    return counts


def assess_part_and_tidy(part: Part, job: Job) -> Counts:
    """The same in a process that `begin` prepared."""
    counts = assess_part(part, job)
    gc.collect()
    return counts


class _RefusedError(Exception):
    """A case that is not one."""

    def __init__(self, code: ProblemCode, errors: Iterable[FieldError]) -> None:
        super().__init__(code)
        self.problem = problems.item_document(code, errors)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the input, as it came."""

    number: int
    original: bytes | dict[str, object]

    def case(self) -> CaseIn:
        """Raises _RefusedError."""
        try:
            value = self._value()
            return CaseIn.model_validate(value)
        except MalformedJsonError as error:
            raise _RefusedError(ProblemCode.MALFORMED_JSON, (error.error,)) from None
        except ValidationError as error:
            raise _RefusedError(ProblemCode.INVALID_REQUEST, of_body(error)) from None

    def _value(self) -> object:
        return (
            strict_json.parse(self.original) if isinstance(self.original, bytes) else self.original
        )

    def rejected(self, refused: _RefusedError) -> bytes:
        """A line with the problem and the case; nothing of what came is lost."""
        problem = to_json(refused.problem)
        if not isinstance(self.original, bytes):  # a table can hold numbers that JSON has not
            case = b'"case":' + to_json(self.original, inf_nan_mode="strings")
        elif refused.problem["code"] == ProblemCode.MALFORMED_JSON:
            case = _quoted(self.original)
        else:
            case = b'"case":' + self.original
        return b'{"row":%d,"problem":%b,%b}\n' % (self.number, problem, case)


def _quoted(line: bytes) -> bytes:
    try:
        return b'"line":' + to_json(line.decode())
    except UnicodeDecodeError:
        return b'"line_base64":"' + b64encode(line) + b'"'


def _rows_of(part: Part) -> Iterator[_Row]:
    """Blank lines are no rows, and are counted all the same."""
    for number, original in enumerate(_cases_of(part), part.first_row):
        if original != b"":
            yield _Row(number, original)


def _cases_of(part: Part) -> Iterator[bytes | dict[str, object]]:
    if part.kind == "ndjson":
        return lines.cases_of(part.content)
    from app.commands.cohort import parquet  # noqa: PLC0415 # an extra

    return parquet.cases_of(part.content)


_Answered: TypeAlias = Iterator[tuple[_Row, Row | _RefusedError]]


def _rest(answered: _Answered, rejects: list[tuple[int, bytes]]) -> Iterator[Row]:
    """The rows of those that are not refused; the others are put among the rejects."""
    for row, answer in answered:
        if isinstance(answer, _RefusedError):
            rejects.append((row.number, row.rejected(answer)))
        else:
            yield answer


def _in_rows(rows: Iterable[_Row], job: Job) -> _Answered:
    """All that can be is worked out for all together; what is refused at once comes first."""
    from app.domain.cohort import assess_many  # noqa: PLC0415 # NumPy, which is an extra

    taken: list[_Row] = []
    cases: list[Case] = []
    for row in rows:
        try:
            cases.append(row.case().to_domain(today=job.as_of))
        except _RefusedError as error:
            yield row, error
        else:
            taken.append(row)
    ruleset = current_ruleset()
    for row, answer in zip(taken, assess_many(cases), strict=True):
        if isinstance(answer, ConflictingCaseError):
            yield row, _refused(answer)
        else:
            yield row, row_of(row.number, answer, ruleset)


def _in_full(rows: Iterable[_Row], job: Job) -> _Answered:
    """With the whole assessment of each, which shows the weeks between too."""
    ruleset = current_ruleset()
    for row in rows:
        try:
            given = row.case()
            answer = assess(given.to_domain(today=job.as_of))
        except _RefusedError as error:
            yield row, error
        except ConflictingCaseError as error:
            yield row, _refused(error)
        else:
            made = row_of(row.number, answer, ruleset)
            whole = plain_assessment(given, answer)
            made[DOCUMENT] = whole if job.into == "ndjson" else json_answer.to_json(whole).decode()
            yield row, made


def _refused(error: ConflictingCaseError) -> _RefusedError:
    return _RefusedError(problems.code_of(error), problems.places_of(error))


def _write(number: int, rows: Iterable[Row], job: Job) -> int:
    """How many there are."""
    place = job.folder.answers(number)
    if job.into == "ndjson":
        return lines.write_rows(place, rows)
    from app.commands.cohort import parquet  # noqa: PLC0415 # an extra

    return parquet.write_rows(place, rows, documents=job.documents)
