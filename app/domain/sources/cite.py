"""How a rule or a number names what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from app.domain.sources import CLAIM_BY_ID, REFERENCE_BY_ID


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim of the document, or an outside reference, that is in the knowledge base."""

    kind: Literal["claim", "reference"]
    id: str


Citations: TypeAlias = tuple[Citation, *tuple[Citation, ...]]
"""One at least."""


def claim(id_: str) -> Citation:
    """The claim of this id. Raises KeyError where there is none."""
    return Citation("claim", CLAIM_BY_ID[id_].id)


def reference(id_: str) -> Citation:
    """The reference of this id. Raises KeyError where there is none."""
    return Citation("reference", REFERENCE_BY_ID[id_].id)


def claim_ids(cites: Iterable[Citation]) -> tuple[str, ...]:
    """The ids of the claims among them, each once, in their order."""
    return tuple(dict.fromkeys(cite.id for cite in cites if cite.kind == "claim"))
