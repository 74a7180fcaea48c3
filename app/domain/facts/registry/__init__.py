"""Every fact and every input once: its name, unit, question, and how it is read and supplied."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.domain.facts.fact import Fact, Input, Observed
from app.domain.facts.registry import (
    composition,
    figures,
    injection,
    labs,
    patient,
    sermorelin,
    support,
)

INPUTS: Final[Mapping[str, Input]] = MappingProxyType(
    {
        asked.path: asked
        for part in (patient, sermorelin, injection, support, labs, composition)
        for asked in part.INPUTS
    }
)
"""What can be asked for, by path; of a list's entries `labs[].z_score` stands for each."""

FACTS: Final[Mapping[str, Fact[Observed]]] = MappingProxyType(
    {
        fact.path: fact
        for part in (patient, sermorelin, injection, support, labs, composition, figures)
        for fact in part.FACTS
    }
)
"""What rules read, by path; those that are not shown serve conditions and messages alone."""
