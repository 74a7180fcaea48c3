"""What is wrong at one place of a request: a pointer, a code and our own words, never a value."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any, Final, get_args

from pydantic import ValidationError

from app.api.problem_codes import ProblemCode
from app.domain.energy_balance.errors import Reason
from app.domain.errors import ConflictCode

MOST_ERRORS: Final = 100
"""An answer names no more places than this."""

_LONGEST_SEGMENT: Final = 64
_MOST_SEGMENTS: Final = 32
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class FieldCode(StrEnum):
    """The codes of places that are not well formed; `FIELD_CODES` has the others too."""

    EMPTY_BODY = "empty-body"
    NOT_UTF8 = "not-utf-8"
    BYTE_ORDER_MARK = "byte-order-mark"
    NOT_JSON = "not-json"
    NOT_A_NUMBER = "not-a-number"
    NUMBER_TOO_LONG = "number-too-long"
    TOO_DEEP = "too-deep"
    DUPLICATE_KEY = "duplicate-key"
    LONE_SURROGATE = "lone-surrogate"
    NUL_CHARACTER = "nul-character"
    MISSING = "missing"
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_PARAMETER = "unknown-parameter"
    REPEATED_PARAMETER = "repeated-parameter"
    WRONG_TYPE = "wrong-type"
    OUT_OF_RANGE = "out-of-range"
    WRONG_LENGTH = "wrong-length"
    WRONG_FORMAT = "wrong-format"
    NOT_ONE_OF = "not-one-of"
    UNIT_MISMATCH = "unit-mismatch"
    INVALID = "invalid"


FIELD_CODES: Final = (
    *FieldCode,
    *get_args(ConflictCode),
    ProblemCode.DUPLICATE_CHANGE_DAY,
    *get_args(Reason),  # a body-weight course: the limit that it breaks
    "search",  # a goal that no intake reaches
    "unavailable",  # a projection that is not made
    "not-applicable",
)
"""Every code of a place; the list is closed."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """One place of the request and what is wrong with it."""

    pointer: str
    code: str
    detail: str


def pointer_to(path: Iterable[str | int]) -> str:
    """A JSON pointer that is safe to show: long, deep and unprintable places are cut down.

    >>> pointer_to(["labs", 0, "a/b"])
    '/labs/0/a~1b'
    """
    return "".join(f"/{_segment(str(part))}" for part in islice(path, _MOST_SEGMENTS))


def _segment(name: str) -> str:
    shown = _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", name[:_LONGEST_SEGMENT])
    return shown.replace("~", "~0").replace("/", "~1")


_NO_NUMBER: Final = (FieldCode.WRONG_TYPE, "must be a number that a 64-bit float can hold")
_NO_WHOLE: Final = (FieldCode.WRONG_TYPE, "must be a whole number")
_NO_TEXT: Final = (FieldCode.WRONG_TYPE, "must be a string")
_NO_FLAG: Final = (FieldCode.WRONG_TYPE, "must be true or false")
_NO_OBJECT: Final = (FieldCode.WRONG_TYPE, "must be an object")
_NO_LIST: Final = (FieldCode.WRONG_TYPE, "must be a list")
_NO_CHOICE: Final = (FieldCode.NOT_ONE_OF, "must be one of: {expected}")
_NO_DAY: Final = (FieldCode.WRONG_FORMAT, "must be an existing calendar day, YYYY-MM-DD")

WORDS: Final[Mapping[str, tuple[FieldCode, str]]] = {
    "missing": (FieldCode.MISSING, "is required"),
    "extra_forbidden": (FieldCode.UNKNOWN_FIELD, "is not a field of this object"),
    "bool_type": _NO_FLAG,
    "bool_parsing": _NO_FLAG,
    "string_type": _NO_TEXT,
    "string_unicode": _NO_TEXT,
    "float_type": _NO_NUMBER,
    "float_parsing": _NO_NUMBER,
    "finite_number": (FieldCode.OUT_OF_RANGE, "must be a finite number"),
    "int_type": _NO_WHOLE,
    "int_parsing": _NO_WHOLE,
    "int_from_float": _NO_WHOLE,
    "int_parsing_size": (FieldCode.OUT_OF_RANGE, "is too long a number"),
    "list_type": _NO_LIST,
    "tuple_type": _NO_LIST,
    "dict_type": _NO_OBJECT,
    "model_type": _NO_OBJECT,
    "model_attributes_type": _NO_OBJECT,
    "greater_than": (FieldCode.OUT_OF_RANGE, "must be above {gt}"),
    "greater_than_equal": (FieldCode.OUT_OF_RANGE, "must be {ge} or more"),
    "less_than": (FieldCode.OUT_OF_RANGE, "must be below {lt}"),
    "less_than_equal": (FieldCode.OUT_OF_RANGE, "must be {le} or less"),
    "out_of_range": (FieldCode.OUT_OF_RANGE, "is outside the range"),
    "too_short": (FieldCode.WRONG_LENGTH, "must have {min_length} entries or more"),
    "too_long": (FieldCode.WRONG_LENGTH, "must have {max_length} entries or fewer"),
    "string_too_short": (FieldCode.WRONG_LENGTH, "must have {min_length} characters or more"),
    "string_too_long": (FieldCode.WRONG_LENGTH, "must have {max_length} characters or fewer"),
    "string_pattern_mismatch": (FieldCode.WRONG_FORMAT, "must match {pattern}"),
    "enum": _NO_CHOICE,
    "literal_error": _NO_CHOICE,
    "date_type": _NO_DAY,
    "date_parsing": _NO_DAY,
    "date_from_datetime_parsing": _NO_DAY,
    "date_format": _NO_DAY,
    "unit_mismatch": (FieldCode.UNIT_MISMATCH, "this unit does not belong to the analyte"),
}
_OTHER: Final = (FieldCode.INVALID, "is not valid")


def from_pydantic(errors: Iterable[Mapping[str, Any]]) -> tuple[FieldError, ...]:
    """Our words for pydantic's errors. Its own messages can quote the input, so none is used."""
    return tuple(
        FieldError(pointer_to(_path(error["loc"])), *_words(error["type"], error.get("ctx")))
        for error, _ in zip(errors, range(MOST_ERRORS), strict=False)
    )


def of_body(error: ValidationError) -> tuple[FieldError, ...]:
    """The same for a value that is validated as the whole of a body would be."""
    found = error.errors(include_url=False, include_input=False)
    return from_pydantic({**each, "loc": ("body", *each["loc"])} for each in found)


def _path(location: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """A place in the body as it is; a parameter behind the kind it is of, as /query/limit."""
    return location[1:] if location[0] == "body" else location


def _words(kind: str, context: Mapping[str, Any] | None) -> tuple[FieldCode, str]:
    code, detail = WORDS.get(kind, _OTHER)
    if "{" not in detail:
        return code, detail
    # Each name used here is a bound of the schema; the context's values are never among them.
    bounds = {name: _shown(bound) for name, bound in (context or {}).items()}
    return code, detail.format_map(bounds)


def _shown(bound: object) -> str:
    return f"{bound:.12g}" if isinstance(bound, float) else str(bound)
