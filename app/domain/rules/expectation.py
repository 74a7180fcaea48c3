"""Rules on what is hoped for, and standing notices on what the figures mean."""

from typing import Final

from app.domain.conditions.combine import AllOf
from app.domain.conditions.compare import Below, Is
from app.domain.facts.registry.sermorelin import PLANNED_WEEKS
from app.domain.facts.registry.support import GOAL, RESULT_WEEK_EXPECTED
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.thresholds import COMMITMENT_WEEKS, RESULT_LAST_WEEK, RESULT_WEEK

EXPECT_MUSCLE_GAIN: Final = Rule(
    id="expect-muscle-gain",
    title="Goal is to gain rather than to spare",
    category="expectation",
    origin="document",
    severity="advisory",
    condition=Is(GOAL, "muscle_gain"),
    message="The stated goal is to gain muscle. The document describes sermorelin as sparing lean "
    "mass in an energy deficit, not as building any.",
    cites=(claim("not-hypertrophy"), claim("no-visible-growth"), claim("only-in-deficit")),
)

EXPECT_TOO_EARLY: Final = Rule(
    id="expect-too-early",
    title="Result is expected too early",
    category="expectation",
    origin="document",
    severity="advisory",
    condition=Below(RESULT_WEEK_EXPECTED, RESULT_WEEK),
    message=f"A result is expected by week {RESULT_WEEK_EXPECTED}. The document puts the shift in "
    f"body composition at {RESULT_WEEK:bare} to {RESULT_LAST_WEEK}, in another place at 4 months.",
    cites=(claim("bodycomp-12-16wk"), claim("faq-4-months"), claim("commit-16wk-dexa")),
)

EXPECT_COMMITMENT_SHORT: Final = Rule(
    id="expect-commitment-short",
    title="Course is shorter than the document's least commitment",
    category="expectation",
    origin="document",
    severity="advisory",
    condition=Below(PLANNED_WEEKS, COMMITMENT_WEEKS),
    message=f"The planned course ends at week {PLANNED_WEEKS:bare}, before the document's least "
    f"commitment of {COMMITMENT_WEEKS:bare}.",
    cites=(claim("commit-16wk-dexa"), claim("multi-month-use")),
)

EXPECT_METRIC_WARNING: Final = Rule(
    id="expect-metric-warning",
    title="The document's percentages do not mean what they say",
    category="expectation",
    origin="document",
    severity="info",
    standing=True,
    condition=AllOf(),
    message="The percentages that the document calls lean mass kept are, by its own kilograms, the "
    "fat share of the weight lost. They are read that way here and never as a share of the lean "
    "mass.",
    cites=(
        claim("jama-2014-87-76"),
        claim("example-25-30-lb"),
        claim("table-retention-sermorelin"),
    ),
)

EXT_EVIDENCE_UNVERIFIED: Final = Rule(
    id="ext-evidence-unverified",
    title="The document's trials could not be found",
    category="expectation",
    origin="external",
    severity="info",
    standing=True,
    condition=AllOf(),
    message="The sermorelin weight-loss trials that the document cites could not be found. The "
    "JAMA paper of 2014 that matches best tested another drug, tesamorelin, in people with HIV.",
    cites=(
        claim("jama-2014-design"),
        claim("jhu-2021-pilot"),
        claim("ajp-92-73"),
        claim("eje-2019-gh-peaks"),
        claim("intro-jcem-78-62"),
        reference("search-null"),
        reference("stanley-2014"),
    ),
)

RULES: Final = (
    EXPECT_MUSCLE_GAIN,
    EXPECT_TOO_EARLY,
    EXPECT_COMMITMENT_SHORT,
    EXPECT_METRIC_WARNING,
    EXT_EVIDENCE_UNVERIFIED,
)
