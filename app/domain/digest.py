"""A stable hash of domain data, so that an answer can name the rule set that gave it.

The same value gives the same bytes on every machine and under every hash seed. A value may name
its own meaning, which then stands for it; functions are left out.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import TypeAlias

_Json: TypeAlias = "dict[str, _Json] | list[_Json] | str | int | float | bool | None"


def canonical(value: object) -> bytes:
    """Serialise a value as ASCII JSON with sorted keys; floats by their shortest exact form.

    A field of a dataclass that holds a function is left out; an attribute `meaning` stands for all
    of the value. Any other kind of value that has no
    stable form raises `TypeError`, and NaN or an infinity raises `ValueError`.
    """
    return _dump(_plain(value)).encode("ascii")


def sha256_of(*parts: object) -> str:
    """Hash the parts in their order; moving a value from one part to the next changes it."""
    return sha256(canonical(parts)).hexdigest()


def _dump(value: _Json) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _plain(value: object) -> _Json:
    if hasattr(value, "meaning"):
        return _plain(value.meaning)
    if isinstance(value, Enum):
        return {type(value).__name__: value.name}
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, bytes | date):
        return {type(value).__name__: value.hex() if isinstance(value, bytes) else str(value)}
    return _plain_container(value)


def _plain_container(value: object) -> _Json:
    if is_dataclass(value) and not isinstance(value, type):
        held = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {type(value).__name__: {name: _plain(v) for name, v in held if not callable(v)}}
    if isinstance(value, Mapping):
        return {_key(key): _plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return {"set": sorted((_plain(item) for item in value), key=_dump)}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    raise TypeError(f"no stable form for a {type(value).__name__}")


def _key(key: object) -> str:
    if not isinstance(key, str) or isinstance(key, Enum):
        raise TypeError(f"a key must be plain text, not a {type(key).__name__}")
    return key
