"""Which rule book and knowledge this service answers with."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from app.domain import projection_thresholds, thresholds
from app.domain.digest import canonical, sha256_of
from app.domain.rules import RULES
from app.domain.sources import KNOWLEDGE
from app.domain.threshold import CitedBand, Threshold

RULESET_VERSION: Final = "1.1.0"
CALCULATION: Final = 1
"""Raised by hand whenever window, projection or facts answer otherwise than before.

No hash of conditions, numbers and words could see that; fixed cases in the tests do.
"""


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Kept on every answer and every stored assessment."""

    version: str
    sha256: str


@cache
def current_ruleset() -> Ruleset:
    """The version, and a hash over what the answers mean.

    It covers conditions, numbers, severities, messages, citations and the knowledge base, and
    `CALCULATION`; not the names of numbers, comments or the order in which they stand.
    """
    return Ruleset(RULESET_VERSION, sha256_of(RULES, numbers(), KNOWLEDGE, CALCULATION))


def numbers() -> list[str]:
    """Every clinical number with its unit and citations, in an order that no name decides."""
    stated = (*vars(thresholds).values(), *vars(projection_thresholds).values())
    each = (one for held in stated for one in (held if isinstance(held, tuple) else (held,)))
    found = (one for one in each if isinstance(one, Threshold | CitedBand))
    return sorted(canonical(one).decode() for one in found)
