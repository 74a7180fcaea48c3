"""Rules on the GLP-1 drug itself: its dose, its warning, the pair, its weight loss."""

from typing import Final

from app.domain.conditions.combine import Account, AllOf, AnyOf, Decide, Not
from app.domain.conditions.compare import Is, IsIn, Within
from app.domain.conditions.condition import compiled
from app.domain.facts.facts import Facts
from app.domain.facts.registry.figures import TRIAL_LOSS
from app.domain.facts.registry.patient import (
    AGE,
    BMI,
    BREASTFEEDING,
    MTC_OR_MEN2_HISTORY,
    PREGNANT,
    SEX,
    WEIGHT,
)
from app.domain.facts.registry.sermorelin import PLANNED_OR_ACTIVE
from app.domain.facts.registry.support import (
    DEFICIT_KCAL,
    DEFICIT_PCT,
    DRUG,
    GLP1_DOSE,
    HORIZON,
    ON_GLP1,
    WEIGHT_LOSS_STATED,
)
from app.domain.message import When
from app.domain.projection import weight_source
from app.domain.projection_thresholds import (
    GLP1_LOSS_HIGH,
    GLP1_LOSS_LOW,
    GLP1_LOSS_MONTHS,
    SEMAGLUTIDE_TRIAL_WEEKS,
    TIRZEPATIDE_TRIAL_WEEKS,
)
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.threshold import Threshold
from app.domain.thresholds import (
    SEMAGLUTIDE_HIGH,
    SEMAGLUTIDE_LOW,
    SEMAGLUTIDE_STEPS,
    TIRZEPATIDE_HIGH,
    TIRZEPATIDE_LOW,
    TIRZEPATIDE_STEPS,
    TRIAL_LOSS_HIGH,
    TRIAL_LOSS_LOW,
)
from app.domain.units import PERCENT

_SEMAGLUTIDE: Final = Is(DRUG, "semaglutide")
_TIRZEPATIDE: Final = Is(DRUG, "tirzepatide")


def _table(low: Threshold, high: Threshold) -> str:
    return (
        f"{GLP1_DOSE:bare} mg of {DRUG:text} a week is outside the document's table "
        f"({low:bare} to {high:bare} mg)."
    )


def _steps(doses: tuple[Threshold, ...]) -> str:
    return (
        f"{GLP1_DOSE:bare} mg a week is not a step of the {DRUG:text} label "
        f"({', '.join(f'{dose:bare}' for dose in doses)} mg): a compounded product is likely, or a "
        "typing error."
    )


GLP1_DOSE_OUTSIDE: Final = Rule(
    id="glp1-dose-outside",
    title="GLP-1 dose is outside the document's table",
    category="combination",
    origin="document",
    severity="info",
    # Every dose is outside one drug's range: without the drug the answer is open.
    condition=AnyOf(
        AllOf(_SEMAGLUTIDE, Not(Within(GLP1_DOSE, SEMAGLUTIDE_LOW, SEMAGLUTIDE_HIGH))),
        AllOf(_TIRZEPATIDE, Not(Within(GLP1_DOSE, TIRZEPATIDE_LOW, TIRZEPATIDE_HIGH))),
    ),
    message=(
        When(
            _SEMAGLUTIDE,
            f"{_table(SEMAGLUTIDE_LOW, SEMAGLUTIDE_HIGH)} The table leaves out this drug's "
            "starting doses.",
            _table(TIRZEPATIDE_LOW, TIRZEPATIDE_HIGH),
        ),
    ),
    cites=(claim("table-glp1-doses"),),
)

EXT_GLP1_ESCALATION: Final = Rule(
    id="ext-glp1-escalation",
    title="GLP-1 dose is not a step of the label",
    category="combination",
    origin="external",
    severity="advisory",
    # No dose is a step of both drugs: without the drug the answer is open.
    condition=AnyOf(
        AllOf(_SEMAGLUTIDE, Not(IsIn(GLP1_DOSE, SEMAGLUTIDE_STEPS))),
        AllOf(_TIRZEPATIDE, Not(IsIn(GLP1_DOSE, TIRZEPATIDE_STEPS))),
    ),
    message=(When(_SEMAGLUTIDE, _steps(SEMAGLUTIDE_STEPS), _steps(TIRZEPATIDE_STEPS)),),
    cites=(claim("table-glp1-doses"), reference("wegovy-dose"), reference("zepbound-dose")),
    note="Labels change; a higher dose of semaglutide may exist.",
)

EXT_GLP1_MTC: Final = Rule(
    id="ext-glp1-mtc",
    title="The GLP-1 drug's boxed warning applies",
    category="combination",
    origin="external",
    severity="critical",
    contraindication="absolute",
    applies_to=("glp1",),
    condition=AllOf(Is(ON_GLP1), Is(MTC_OR_MEN2_HISTORY)),
    message="There is a history of medullary thyroid cancer or MEN 2, a boxed-warning "
    "contraindication of the GLP-1 drug.",
    cites=(claim("faq-combo-safe"), reference("wegovy-dose")),
)

EXT_COMBO_UNTESTED: Final = Rule(
    id="ext-combo-untested",
    title="The pair of drugs is untested",
    category="combination",
    origin="external",
    severity="info",
    condition=AllOf(Is(ON_GLP1), Is(PLANNED_OR_ACTIVE)),
    message="No trial of sermorelin together with a GLP-1 was found. That the pair is safe is the "
    "document's opinion.",
    cites=(
        claim("faq-combo-safe"),
        claim("table-combination-compatible"),
        claim("combo-90-10"),
        reference("search-null"),
        reference("wegovy-dose"),
    ),
)

_barred: Final = compiled(EXT_GLP1_MTC.is_raised)


def _is_projected(facts: Facts) -> bool:
    return weight_source.is_projected_from_glp1_document(facts, glp1_barred=_barred(facts) is True)


def _account(facts: Facts) -> Account:
    return (
        (
            "the weight loss is the document's on a GLP-1",
            weight_source.intended_source(facts, glp1_barred=_barred(facts) is True)
            == "glp1-document",
        ),
        ("a projection is made from it", _is_projected(facts)),
    )


EXT_GLP1_6MONTH_WEIGHT: Final = Rule(
    id="ext-glp1-6month-weight",
    title="The document's six-month GLP-1 loss is faster than in trials",
    category="combination",
    origin="external",
    severity="warning",
    condition=Decide(
        decide=_is_projected,
        why="It hangs on which source the projection takes and on all that refuses a projection.",
        told="a projection is made, and its weight loss is the document's on a GLP-1",
        read=(
            DRUG,
            WEIGHT,
            BMI,
            SEX,
            AGE,
            PREGNANT,
            BREASTFEEDING,
            MTC_OR_MEN2_HISTORY,
            DEFICIT_KCAL,
            DEFICIT_PCT,
            WEIGHT_LOSS_STATED,
            HORIZON,
        ),
        account=_account,
    ),
    message=f"The projection uses the document's loss of {GLP1_LOSS_LOW.value * PERCENT:g} to "
    f"{GLP1_LOSS_HIGH.value * PERCENT:g} % in {GLP1_LOSS_MONTHS}. Trials took "
    f"{SEMAGLUTIDE_TRIAL_WEEKS:bare} to {TIRZEPATIDE_TRIAL_WEEKS} for that; nearer "
    f"{TRIAL_LOSS_LOW.value * PERCENT:g} to {TRIAL_LOSS_HIGH.value * PERCENT:g} % "
    f"({TRIAL_LOSS[0]:.1f,bare} to {TRIAL_LOSS[1]:.1f}) is to be expected.",
    computed={"trial_weight_loss_at_6_months": TRIAL_LOSS},
    cites=(
        claim("table-glp1-15-20-6mo"),
        reference("step1-main"),
        reference("surmount1-main"),
        reference("semalean"),
        reference("glp1-6mo"),
    ),
)

RULES: Final = (
    GLP1_DOSE_OUTSIDE,
    EXT_GLP1_ESCALATION,
    EXT_GLP1_MTC,
    EXT_COMBO_UNTESTED,
    EXT_GLP1_6MONTH_WEIGHT,
)
