"""Assumptions that an answer lists when it used them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assumption:
    """A choice of ours, not a finding: a stable id and what it means."""

    id: str
    detail: str
