"""Rules on what is hoped for, and standing notices on what the figures mean."""

from typing import Final

from app.domain.facts.facts import Facts
from app.domain.rules.figure import figure
from app.domain.rules.rule import CLEAR, Raised, Rule, Unknown, Verdict

EARLIEST_RESULT_WEEK: Final = 12.0
"""Low end of the 12-16 weeks until the shift shows; claim bodycomp-12-16wk."""
SHORTEST_COURSE_WEEKS: Final = 16.0
"""The document's least commitment; claim commit-16wk-dexa."""

_ASK_GOAL: Final = Unknown(("expectations.goal",))
_ASK_RESULT_WEEK: Final = Unknown(("expectations.result_week",))
_ASK_PLANNED_WEEKS: Final = Unknown(("sermorelin.planned_weeks",))
_GAIN: Final = Raised(
    "The stated goal is to gain muscle. The document describes sermorelin as sparing lean mass in "
    "an energy deficit, not as building any."
)
_METRIC: Final = Raised(
    "The percentages that the document calls lean mass kept are, by its own kilograms, the fat "
    "share of the weight lost. They are read that way here and never as a share of the lean mass."
)
_UNVERIFIED: Final = Raised(
    "The sermorelin weight-loss trials that the document cites could not be found. The JAMA paper "
    "of 2014 that matches best tested another drug, tesamorelin, in people with HIV."
)
_RESULT_LIMITS_WEEKS: Final = (EARLIEST_RESULT_WEEK,)
_COURSE_LIMITS_WEEKS: Final = (SHORTEST_COURSE_WEEKS,)


def _muscle_gain(facts: Facts) -> Verdict:
    goal = facts.expectations.goal
    if goal is None:
        return _ASK_GOAL
    return _GAIN if goal == "muscle_gain" else CLEAR


def _too_early(facts: Facts) -> Verdict:
    week = facts.expectations.result_week
    if week is None:
        return _ASK_RESULT_WEEK
    if week >= EARLIEST_RESULT_WEEK:
        return CLEAR
    return Raised(
        f"A result is expected by week {figure(week, _RESULT_LIMITS_WEEKS)}. The document puts the "
        "shift in body composition at 12 to 16 weeks, in another place at 4 months."
    )


def _commitment_short(facts: Facts) -> Verdict:
    weeks = facts.sermorelin.planned_weeks
    if weeks is None:
        return _ASK_PLANNED_WEEKS
    if weeks >= SHORTEST_COURSE_WEEKS:
        return CLEAR
    return Raised(
        f"The planned course ends at week {figure(weeks, _COURSE_LIMITS_WEEKS)}, before the "
        "document's least commitment of 16."
    )


def _metric_warning(_facts: Facts) -> Verdict:
    return _METRIC


def _evidence_unverified(_facts: Facts) -> Verdict:
    return _UNVERIFIED


EXPECT_MUSCLE_GAIN: Final = Rule(
    id="expect-muscle-gain",
    title="Goal is to gain rather than to spare",
    category="expectation",
    origin="document",
    severity="advisory",
    when="expectations.goal is muscle_gain",
    boundary="no other goal raises",
    reads=("expectations.goal",),
    claims=("not-hypertrophy", "no-visible-growth", "only-in-deficit"),
    decide=_muscle_gain,
)

EXPECT_TOO_EARLY: Final = Rule(
    id="expect-too-early",
    title="Result is expected too early",
    category="expectation",
    origin="document",
    severity="advisory",
    when="expectations.result_week < 12",
    boundary="12 does not raise",
    reads=("expectations.result_week",),
    claims=("bodycomp-12-16wk", "faq-4-months", "commit-16wk-dexa"),
    decide=_too_early,
)

EXPECT_COMMITMENT_SHORT: Final = Rule(
    id="expect-commitment-short",
    title="Course is shorter than the document's least commitment",
    category="expectation",
    origin="document",
    severity="advisory",
    when="sermorelin.planned_weeks < 16",
    boundary="16 does not raise",
    reads=("sermorelin.planned_weeks",),
    claims=("commit-16wk-dexa", "multi-month-use"),
    decide=_commitment_short,
)

EXPECT_METRIC_WARNING: Final = Rule(
    id="expect-metric-warning",
    title="The document's percentages do not mean what they say",
    category="expectation",
    origin="document",
    severity="info",
    standing=True,
    when="always",
    boundary="none",
    reads=(),
    claims=("jama-2014-87-76", "example-25-30-lb", "table-retention-sermorelin"),
    decide=_metric_warning,
)

EXT_EVIDENCE_UNVERIFIED: Final = Rule(
    id="ext-evidence-unverified",
    title="The document's trials could not be found",
    category="expectation",
    origin="external",
    severity="info",
    standing=True,
    when="always, while outside evidence is on",
    boundary="none",
    reads=(),
    claims=(
        "jama-2014-design",
        "jhu-2021-pilot",
        "ajp-92-73",
        "eje-2019-gh-peaks",
        "intro-jcem-78-62",
    ),
    references=("search-null", "stanley-2014"),
    decide=_evidence_unverified,
)

RULES: Final = (
    EXPECT_MUSCLE_GAIN,
    EXPECT_TOO_EARLY,
    EXPECT_COMMITMENT_SHORT,
    EXPECT_METRIC_WARNING,
    EXT_EVIDENCE_UNVERIFIED,
)
