"""Rules on medicines, sport, age and approval: what the document leaves out."""

from typing import Final

from app.domain.conditions.combine import AllOf, AnyOf, Not
from app.domain.conditions.compare import Above, AtLeast, Below, Includes, Is
from app.domain.facts.registry.patient import AGE, MEDICATIONS, TESTED_ATHLETE
from app.domain.facts.registry.sermorelin import PLANNED_OR_ACTIVE
from app.domain.facts.registry.support import DEFICIT, DRUG
from app.domain.message import Listing, Names
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.thresholds import ADULT_AGE, OLDER_AGE

_INTERACTING: Final = ("glucocorticoid", "somatostatin_analogue", "insulin")
_INTERACTING_LESS: Final = (
    "cox_inhibitor",
    "antimuscarinic",
    "antithyroid",
    "clonidine",
    "levodopa",
)
"""References geref-ddi, egrifta-label."""
_GLUCOSE_LOWERING: Final = ("insulin", "sulfonylurea")
"""Reference wegovy-dose."""
_ON_A_GLP1: Final = Not(Is(DRUG, "none"))
_IN_DEFICIT: Final = Above(DEFICIT, 0)

EXT_DRUG_INTERACTIONS: Final = Rule(
    id="ext-drug-interactions",
    title="A medicine that interacts with sermorelin",
    category="safety",
    origin="external",
    severity="warning",
    condition=Includes(MEDICATIONS, _INTERACTING),
    message=(
        "Taking ",
        Names(MEDICATIONS, _INTERACTING),
        (
            ": listed as able to blunt or alter the response of growth hormone. Drugs of this "
            "axis may also change the need for glucocorticoid replacement."
        ),
    ),
    cites=(reference("geref-ddi"), reference("egrifta-label")),
)

EXT_DRUG_INTERACTIONS_MINOR: Final = Rule(
    id="ext-drug-interactions-minor",
    title="A medicine that may blunt the response",
    category="safety",
    origin="external",
    severity="info",
    condition=Includes(MEDICATIONS, _INTERACTING_LESS),
    message=(
        "Taking ",
        Names(MEDICATIONS, _INTERACTING_LESS),
        ": listed as able to blunt or alter the response of growth hormone.",
    ),
    cites=(reference("geref-ddi"),),
)

EXT_HYPOGLYCAEMIA_RISK: Final = Rule(
    id="ext-hypoglycaemia-risk",
    title="Risk of low glucose overnight",
    category="safety",
    origin="external",
    severity="warning",
    condition=AllOf(Includes(MEDICATIONS, _GLUCOSE_LOWERING), AnyOf(_ON_A_GLP1, _IN_DEFICIT)),
    message=(
        "Taking ",
        Names(MEDICATIONS, _GLUCOSE_LOWERING),
        " with ",
        Listing(((_ON_A_GLP1, "a GLP-1"), (_IN_DEFICIT, "a deficit"))),
        ", and fasting before the injection: glucose may fall too low overnight.",
    ),
    cites=(claim("fast-2h-before"), reference("wegovy-dose")),
)

EXT_TESTED_ATHLETE: Final = Rule(
    id="ext-tested-athlete",
    title="Prohibited in sport",
    category="safety",
    origin="external",
    severity="warning",
    condition=Is(TESTED_ATHLETE),
    message="An athlete under doping control: sermorelin is on the WADA list (S2), in and out of "
    "competition.",
    cites=(claim("intro-fda-1997"), reference("wada-s2")),
)

EXT_AGE_UNDER_18: Final = Rule(
    id="ext-age-under-18",
    title=f"Under {ADULT_AGE}",
    category="safety",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("sermorelin", "weight_loss"),
    condition=Below(AGE, ADULT_AGE),
    message=f"At age {AGE:bare}, use for weight loss is outside the document and any evidence. The "
    "only treatment ever approved was of children who lack growth hormone.",
    cites=(reference("geref-history"),),
)

EXT_OLDER_ADULT: Final = Rule(
    id="ext-older-adult",
    title="Older adult",
    category="safety",
    origin="external",
    severity="advisory",
    condition=AllOf(AtLeast(AGE, OLDER_AGE), Is(PLANNED_OR_ACTIVE)),
    message=f"At {AGE}: expert criteria for older adults advise against growth hormone to change "
    "body composition, and resistance training comes first.",
    cites=(
        claim("older-without-deficit"),
        claim("training-primary-sarcopenia"),
        reference("beers-gh"),
    ),
)

EXT_REGULATORY_STATUS: Final = Rule(
    id="ext-regulatory-status",
    title="No approved product is sold",
    category="safety",
    origin="external",
    severity="info",
    standing=True,
    condition=Is(PLANNED_OR_ACTIVE),
    message="No FDA-approved sermorelin product is sold; the last was discontinued in 2008. What "
    "is used now is compounded, and use for body composition in adults is off-label.",
    cites=(
        claim("intro-fda-1997"),
        claim("offlabel-insurance"),
        reference("fr-2013-geref"),
        reference("geref-history"),
        reference("fda-503a"),
    ),
    note="A standing notice, left out of the highest severity.",
)

RULES: Final = (
    EXT_DRUG_INTERACTIONS,
    EXT_DRUG_INTERACTIONS_MINOR,
    EXT_HYPOGLYCAEMIA_RISK,
    EXT_TESTED_ATHLETE,
    EXT_AGE_UNDER_18,
    EXT_OLDER_ADULT,
    EXT_REGULATORY_STATUS,
)
