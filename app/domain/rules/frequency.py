"""Rules on how many nights a week the injection is given."""

from functools import cache
from types import MappingProxyType
from typing import Final

from app.domain.facts.facts import Facts
from app.domain.protocol import FEWEST_NIGHTS_SHORT, NIGHTS_PER_WEEK
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Computed, Raised, Rule, Unknown, Verdict

_ASK_NIGHTS: Final = Unknown(("sermorelin.nights_per_week",))
_CUT: Final = "The cut at 5 nights a week is our assumption."


def _not_nightly(facts: Facts) -> Verdict:
    nights = facts.sermorelin.nights_per_week
    if nights is None:
        return _ASK_NIGHTS
    if not FEWEST_NIGHTS_SHORT <= nights < NIGHTS_PER_WEEK:
        return CLEAR
    return _left_out(nights, _fewer_doses_pct(nights))


def _poor(facts: Facts) -> Verdict:
    nights = facts.sermorelin.nights_per_week
    if nights is None:
        return _ASK_NIGHTS
    if nights >= FEWEST_NIGHTS_SHORT:
        return CLEAR
    return _far_from_nightly(nights, _fewer_doses_pct(nights))


# There are few numbers of nights, so that what is said of each is put together once.
@cache
def _left_out(nights: int, fewer_pct: float) -> Raised:
    return Raised(
        f"The injection is given on {nights} of 7 nights: {figure(fewer_pct, places=1)} % fewer "
        "doses. The document asks for every night and puts a skipped weekend at about 30 % less "
        "exposure.",
        MappingProxyType({"fewer_doses": Computed("%", fewer_pct)}),
    )


@cache
def _far_from_nightly(nights: int, fewer_pct: float) -> Raised:
    return Raised(
        f"The injection is given on {nights} of 7 nights, {figure(fewer_pct, places=1)} % fewer "
        "doses: far from the nightly schedule that the document requires.",
        MappingProxyType({"fewer_doses": Computed("%", fewer_pct)}),
    )


def _fewer_doses_pct(nights: int) -> float:
    return 100 * (NIGHTS_PER_WEEK - nights) / NIGHTS_PER_WEEK


FREQUENCY_NOT_NIGHTLY: Final = Rule(
    id="frequency-not-nightly",
    title="One or two nights a week are left out",
    category="frequency",
    origin="document",
    severity="advisory",
    when="5 <= sermorelin.nights_per_week < 7",
    boundary="5 raises, 7 does not",
    reads=("sermorelin.nights_per_week",),
    claims=("nightly-no-skip", "skip-weekend-30"),
    assumptions=(_CUT,),
    note="The share is of doses; the level of IGF-1 itself falls far less.",
    decide=_not_nightly,
)

FREQUENCY_POOR: Final = Rule(
    id="frequency-poor",
    title="Fewer than five nights a week",
    category="frequency",
    origin="document",
    severity="warning",
    when="sermorelin.nights_per_week < 5",
    boundary="5 does not raise; 0 raises",
    reads=("sermorelin.nights_per_week",),
    claims=("nightly-no-skip",),
    assumptions=(_CUT,),
    decide=_poor,
)

RULES: Final = (FREQUENCY_NOT_NIGHTLY, FREQUENCY_POOR)
