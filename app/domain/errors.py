"""Everything the domain and its use cases refuse; HTTP is unknown here."""

from dataclasses import dataclass
from typing import Literal, TypeAlias


class DomainError(Exception):
    """The root of every refusal; `api/problems.py` has a row for each."""


ConflictCode: TypeAlias = Literal[
    "either-or",
    "equal-times",
    "date-order",
    "status-dates",
    "protein-out-of-range",
    "fat-mismatch",
]
"""How two places of a case can contradict each other."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place in a case that contradicts another, with no value in it."""

    pointer: str
    code: ConflictCode
    detail: str


class ConflictingCaseError(DomainError):
    """The case contradicts itself; every conflict is named."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        """Keep the conflicts for the answer."""
        super().__init__("the case contradicts itself")
        self.conflicts = conflicts


class AssessmentNotFoundError(DomainError):
    """No assessment with this id is stored."""


class RuleNotFoundError(DomainError):
    """The rule book has no rule with this id."""


class ClaimNotFoundError(DomainError):
    """The knowledge base has no claim with this id."""


class RulesetChangedError(DomainError):
    """Another rule book made the assessment, and the present one does not come to the same."""


class InvalidCursorError(DomainError):
    """The list cursor is not one that this service gave."""


class StorageUnavailableError(DomainError):
    """The database cannot be used at the moment; trying again later may work."""


class RowRefusedError(StorageUnavailableError):
    """The database is there, and does not take this one row."""


class AssessmentExistsError(DomainError):
    """An assessment with this id is stored already."""


class EnergyBalanceError(DomainError):
    """The dynamic body-weight model cannot answer what was asked."""


class ReplayExistsError(DomainError):
    """The idempotency key is taken: another request with it was stored first."""


class IdempotencyKeyReusedError(DomainError):
    """The idempotency key came with another body before."""


class ApiKeyNotFoundError(DomainError):
    """No API key with this id is stored."""
