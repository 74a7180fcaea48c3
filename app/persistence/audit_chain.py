"""A chain of audit entries: each is sealed together with the seal of the one before.

It shows what was altered, removed or put in by somebody who did not also rewrite everything after
it, the head included. Against one who can do that, a head noted down elsewhere is the only proof.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any, Final

from app.persistence.rows import microseconds
from app.use_cases.ports import AuditEvent


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as it is stored. What was altered by hand may hold other types than these."""

    seq: int
    at_us: int
    actor: str
    action: str
    subject: str | None
    row_count: int | None
    previous_sha256: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ends."""

    seq: int
    sha256: str


_NAMES: Final = tuple(field.name for field in fields(Entry))
START: Final = Head(seq=0, sha256="0" * 64)
_AS_TEXT: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), default=repr)


def next_entry(tenant_id: str, head: Head, event: AuditEvent) -> Entry:
    unsealed: dict[str, Any] = {
        "seq": head.seq + 1,
        "at_us": microseconds(event.at),
        "actor": event.actor,
        "action": event.action,
        "subject": event.subject,
        "row_count": event.count,
        "previous_sha256": head.sha256,
    }
    return Entry(**unsealed, sha256=_seal(tenant_id, unsealed))


def as_row(entry: Entry) -> dict[str, Any]:
    """Its fields by name; `asdict` would copy each of them with care, at twenty times the price."""
    return {name: getattr(entry, name) for name in _NAMES}


def follow(tenant_id: str, head: Head, entries: Iterable[Entry]) -> Head:
    """Go from `head` along the entries that fit; where it stops short, the next one is broken."""
    for entry in entries:
        fits = (entry.seq, entry.previous_sha256) == (head.seq + 1, head.sha256)
        unsealed = as_row(entry)
        seal = unsealed.pop("sha256")
        if not (fits and seal == _seal(tenant_id, unsealed)):
            break
        head = Head(entry.seq, entry.sha256)
    return head


def _seal(tenant_id: str, unsealed: dict[str, Any]) -> str:
    text = _AS_TEXT.encode({"tenant_id": tenant_id, **unsealed})
    return sha256(text.encode("ascii")).hexdigest()
