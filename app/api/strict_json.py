"""JSON read in one way only: what two parsers could read differently is refused."""

import json
from collections.abc import Iterator
from typing import Any, Final, NoReturn

import orjson

from app.api.field_errors import FieldCode, FieldError, pointer_to

DEEPEST: Final = 32
"""Levels of nesting. A case has four."""

_WORDS: Final = {
    FieldCode.EMPTY_BODY: "the body is empty",
    FieldCode.NOT_UTF8: "the body is not UTF-8",
    FieldCode.BYTE_ORDER_MARK: "the body begins with a byte order mark",
    FieldCode.NOT_A_NUMBER: "NaN and the infinities are no JSON",
    FieldCode.NUMBER_TOO_LONG: "a number has too many digits",
    FieldCode.TOO_DEEP: f"more than {DEEPEST} levels of nesting",
    FieldCode.DUPLICATE_KEY: "the object has this name twice",
    FieldCode.LONE_SURROGATE: "holds half of a surrogate pair",
    FieldCode.NUL_CHARACTER: "holds a NUL character",
}

_Path = tuple[str | int, ...]


class MalformedJsonError(Exception):
    """The body is not JSON, or not JSON that every parser reads alike."""

    def __init__(self, error: FieldError) -> None:
        """Keep the place for the answer."""
        super().__init__(error.code)
        self.error = error


class _DuplicateKeyError(Exception):
    """Raised while parsing, where the place is not known yet."""


class _Members(tuple[tuple[str, Any], ...]):
    """An object as its members in order, none lost."""

    __slots__ = ()


def _refusal(code: FieldCode, path: _Path = ()) -> MalformedJsonError:
    return MalformedJsonError(FieldError(pointer_to(path), code, _WORDS[code]))


def _object(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    if len(found) != len(members):
        raise _DuplicateKeyError
    return found


def _refuse_constant(_: str) -> NoReturn:
    raise _refusal(FieldCode.NOT_A_NUMBER)


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse_constant)
_LOSSLESS_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_Members, parse_constant=_refuse_constant
)


def parse(body: bytes) -> object:
    """Parse a body, or raise MalformedJsonError.

    A number too large for a float (1e999) becomes an infinity here, which the wire shapes
    refuse at its place.
    """
    value = _plainly(body)
    return _carefully(body) if value is _NOT_PLAIN else value


_NOT_PLAIN: Final = object()
_SPACE: Final = b" \t\r\n"


def _plainly(body: bytes) -> object:
    """Read a usual case in a third of the time; else _NOT_PLAIN, as for a list of cases.

    A body that is the same when written again, spaces apart, held no name twice, since one of the
    two would be gone; nor any number or text that readers could take for another.
    """
    if b"\\u" in body or body.count(b"{") + body.count(b"[") > DEEPEST:
        return _NOT_PLAIN
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        return _NOT_PLAIN
    again = orjson.dumps(value)
    return value if body.translate(None, _SPACE) == again.translate(None, _SPACE) else _NOT_PLAIN


def _carefully(body: bytes) -> object:
    text = _text(body)
    try:
        value = _decode(_DECODER, text)
    except _DuplicateKeyError:
        raise _refusal(FieldCode.DUPLICATE_KEY, _first_duplicate(text)) from None
    # Without an escape no NUL or lone surrogate can have come in; these two checks are cheap.
    if "\\u" in text or text.count("{") + text.count("[") > DEEPEST:
        _inspect(value)
    return value


def _text(body: bytes) -> str:
    if not body:
        raise _refusal(FieldCode.EMPTY_BODY)
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise _refusal(FieldCode.NOT_UTF8) from None
    if text.startswith("\N{BYTE ORDER MARK}"):
        raise _refusal(FieldCode.BYTE_ORDER_MARK)
    return text


def _decode(decoder: json.JSONDecoder, text: str) -> object:
    try:
        return decoder.decode(text)
    except RecursionError:
        raise _refusal(FieldCode.TOO_DEEP) from None
    except json.JSONDecodeError as error:
        raise _not_json(error) from None
    except ValueError:  # int() takes no more than some thousand digits
        raise _refusal(FieldCode.NUMBER_TOO_LONG) from None


def _not_json(error: json.JSONDecodeError) -> MalformedJsonError:
    detail = f"not JSON at line {error.lineno}, column {error.colno}"
    return MalformedJsonError(FieldError("", FieldCode.NOT_JSON, detail))


def _children(value: object, path: _Path) -> Iterator[tuple[object, _Path]]:
    if isinstance(value, _Members):
        yield from ((inner, (*path, name)) for name, inner in value)
    elif isinstance(value, dict):
        yield from ((inner, (*path, name)) for name, inner in value.items())
    elif isinstance(value, list):
        yield from ((inner, (*path, index)) for index, inner in enumerate(value))


def _inspect(value: object) -> None:
    pending: list[tuple[object, _Path]] = [(value, ())]
    while pending:
        item, path = pending.pop()
        if path and isinstance(path[-1], str):
            _inspect_text(path[-1], path)
        if isinstance(item, str):
            _inspect_text(item, path)
        elif isinstance(item, dict | list):
            if len(path) >= DEEPEST:
                raise _refusal(FieldCode.TOO_DEEP, path)
            pending.extend(_children(item, path))


def _inspect_text(text: str, path: _Path) -> None:
    if "\0" in text:
        raise _refusal(FieldCode.NUL_CHARACTER, path)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _refusal(FieldCode.LONE_SURROGATE, path) from None


def _first_duplicate(text: str) -> _Path:
    pending: list[tuple[object, _Path]] = [(_decode(_LOSSLESS_DECODER, text), ())]
    while pending:
        item, path = pending.pop()
        if isinstance(item, _Members):
            seen: set[str] = set()
            for name, _ in item:
                if name in seen:
                    return (*path, name)
                seen.add(name)
        pending.extend(reversed([*_children(item, path)]))
    return ()
