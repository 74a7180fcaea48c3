"""Rules on IGF-1 against the document's limits and against outside reference ranges."""

from typing import Final

from app.domain.conditions.combine import AllOf, AnyKnown
from app.domain.conditions.compare import Above, Within
from app.domain.facts.registry.labs import IGF1_BASELINE, IGF1_LATEST, REFERENCE_HIGH, Z_SCORE
from app.domain.facts.registry.patient import AGE
from app.domain.message import When
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.thresholds import (
    BASELINE_IGF1_HIGH,
    BASELINE_IGF1_VERY_HIGH,
    IGF1_STOP,
    IGF1_SUPRAPHYSIOLOGIC,
    UPPER_QUARTER_IGF1,
    UPPER_QUARTER_IGF1_END,
    Z_TOLERATED,
    Z_USUAL,
    ZONE_OLDEST,
    ZONE_YOUNGEST,
)
from app.domain.words import spelled

_ABOVE_OWN_RANGE: Final = Above(IGF1_LATEST, REFERENCE_HIGH)
_FIXED_LIMIT: Final = f"A fixed limit of {IGF1_STOP} can miss this."

IGF1_OVER_STOP: Final = Rule(
    id="igf1-over-300",
    title=f"Latest IGF-1 is above {IGF1_STOP}",
    category="lab-interpretation",
    origin="document",
    severity="warning",
    contraindication="relative",
    applies_to=("sermorelin",),
    condition=Within(IGF1_LATEST, IGF1_STOP, IGF1_SUPRAPHYSIOLOGIC, "(]"),
    message=f"The latest IGF-1 of {IGF1_LATEST} is above {IGF1_STOP}, where the document says to "
    "stop or to reduce the dose.",
    cites=(claim("retest-6-8-stop-300"), claim("supraphysiologic-300-350")),
)

IGF1_OVER_SUPRAPHYSIOLOGIC: Final = Rule(
    id="igf1-over-350",
    title=f"Latest IGF-1 is above {IGF1_SUPRAPHYSIOLOGIC}",
    category="lab-interpretation",
    origin="document",
    severity="critical",
    contraindication="relative",
    applies_to=("sermorelin",),
    condition=Above(IGF1_LATEST, IGF1_SUPRAPHYSIOLOGIC),
    message=f"The latest IGF-1 of {IGF1_LATEST} is above the whole band of {IGF1_STOP:bare} to "
    f"{IGF1_SUPRAPHYSIOLOGIC} that the document calls supraphysiologic. We read this as a reason "
    "to stop and refer.",
    cites=(claim("supraphysiologic-300-350"), claim("high-igf1-cancer-theory")),
    assumptions=(
        (
            f"Critical above {IGF1_SUPRAPHYSIOLOGIC} is our reading of the band of "
            f"{IGF1_STOP:bare} to {IGF1_SUPRAPHYSIOLOGIC:bare}; the document itself stops or "
            f"reduces above {IGF1_STOP:bare}."
        ),
    ),
)

EXT_IGF1_Z_OVER_3: Final = Rule(
    id="ext-igf1-z-over-3",
    title=f"Latest IGF-1 is more than {spelled(Z_TOLERATED.value)} standard deviations high",
    category="lab-interpretation",
    origin="external",
    severity="critical",
    contraindication="relative",
    applies_to=("sermorelin",),
    condition=Above(Z_SCORE, Z_TOLERATED),
    message=f"The latest IGF-1 of {IGF1_LATEST} is {Z_SCORE} standard deviations above the mean of "
    f"its age. Past {spelled(Z_TOLERATED.value)}, the label of a related drug is a reason to stop; "
    "we add referral.",
    cites=(claim("supraphysiologic-300-350"), reference("egrifta-label")),
    shows=(IGF1_LATEST,),
)

EXT_IGF1_ABOVE_ULN: Final = Rule(
    id="ext-igf1-above-uln",
    title="Latest IGF-1 is above its own reference range",
    category="lab-interpretation",
    origin="external",
    severity="warning",
    contraindication="relative",
    applies_to=("sermorelin",),
    condition=AnyKnown(_ABOVE_OWN_RANGE, Above(Z_SCORE, Z_USUAL)),
    message=(
        When(
            _ABOVE_OWN_RANGE,
            f"The latest IGF-1 of {IGF1_LATEST} is above its own reference range, which ends at "
            f"{REFERENCE_HIGH}. ",
            f"The latest IGF-1 of {IGF1_LATEST} is {Z_SCORE} standard deviations above the mean of "
            "its age. ",
        ),
        _FIXED_LIMIT,
    ),
    cites=(
        claim("high-baseline-220-250"),
        claim("supraphysiologic-300-350"),
        reference("igf1-mayo"),
        reference("igf1-arup"),
        reference("igf1-roche"),
    ),
    note="Ranges differ by assay, age and sex, so the entry's own range counts and no table does.",
    suppressed_by=(EXT_IGF1_Z_OVER_3.id,),
)

EXT_IGF1_QUARTILE_MISLABEL: Final = Rule(
    id="ext-igf1-quartile-mislabel",
    title="Baseline IGF-1 may be in the true upper quarter",
    category="lab-interpretation",
    origin="external",
    severity="info",
    condition=AllOf(
        Within(AGE, ZONE_YOUNGEST, ZONE_OLDEST),
        Within(IGF1_BASELINE, UPPER_QUARTER_IGF1, BASELINE_IGF1_HIGH, "[)"),
    ),
    message=f"The baseline IGF-1 of {IGF1_BASELINE} may already be in the upper quarter at {AGE}, "
    f"which begins near {UPPER_QUARTER_IGF1:bare} to {UPPER_QUARTER_IGF1_END}. The document puts "
    f"it at {BASELINE_IGF1_HIGH:bare} to {BASELINE_IGF1_VERY_HIGH}, which is closer to the 97.5th "
    "percentile.",
    cites=(
        claim("high-baseline-220-250"),
        reference("igf1-bidlingmaier"),
        reference("igf1-mayo"),
        reference("igf1-mortality"),
    ),
    assumptions=(
        (
            f"The upper quarter from {UPPER_QUARTER_IGF1} is general knowledge, not one assay's "
            "figure."
        ),
    ),
)

RULES: Final = (
    IGF1_OVER_STOP,
    IGF1_OVER_SUPRAPHYSIOLOGIC,
    EXT_IGF1_ABOVE_ULN,
    EXT_IGF1_Z_OVER_3,
    EXT_IGF1_QUARTILE_MISLABEL,
)
