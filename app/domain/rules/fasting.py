"""Rules on the empty stomach around the injection."""

from typing import Final

from app.domain.conditions.combine import AllOf
from app.domain.conditions.compare import Below, Is, Within
from app.domain.facts.registry.injection import FASTING_HOURS_BEFORE, FASTING_MINUTES_AFTER
from app.domain.facts.registry.support import ON_GLP1
from app.domain.rules.rule import Rule
from app.domain.sources.cite import claim, reference
from app.domain.thresholds import FAST_AFTER, FAST_BEFORE, FAST_ON_GLP1, LONGEST_PLAUSIBLE_FAST
from app.domain.units import MINUTES_PER_HOUR

_IMPLAUSIBLE_NOTE: Final = (
    f"By the clock, a meal more than {LONGEST_PLAUSIBLE_FAST.value / MINUTES_PER_HOUR:g} hours "
    "away is taken for a slip and leaves this unknown."
)

FASTING_BEFORE_SHORT: Final = Rule(
    id="fasting-before-short",
    title="Fast before the injection is short",
    category="fasting",
    origin="document",
    severity="warning",
    condition=Below(FASTING_HOURS_BEFORE, FAST_BEFORE),
    message=f"The fast before the injection is {FASTING_HOURS_BEFORE}, under the document's "
    f"{FAST_BEFORE}. It holds that food, carbohydrate above all, blunts the pulse of growth "
    "hormone.",
    cites=(claim("fast-2h-before"), claim("carbs-blunt")),
    note=_IMPLAUSIBLE_NOTE,
)

FASTING_AFTER_SHORT: Final = Rule(
    id="fasting-after-short",
    title="Food follows the injection too soon",
    category="fasting",
    origin="document",
    severity="advisory",
    condition=Below(FASTING_MINUTES_AFTER, FAST_AFTER),
    message=f"Food follows {FASTING_MINUTES_AFTER} after the injection; the document asks for "
    f"{FAST_AFTER} without.",
    cites=(claim("fast-30min-after"),),
    note=_IMPLAUSIBLE_NOTE,
)

EXT_FASTING_GLP1: Final = Rule(
    id="ext-fasting-glp1",
    title="On a GLP-1 the stomach may not be empty yet",
    category="fasting",
    origin="external",
    severity="info",
    condition=AllOf(Is(ON_GLP1), Within(FASTING_HOURS_BEFORE, FAST_BEFORE, FAST_ON_GLP1, "[)")),
    message=f"GLP-1 drugs slow the emptying of the stomach: after {FASTING_HOURS_BEFORE} it may "
    "not be empty.",
    cites=(claim("fast-2h-before"), reference("wegovy-dose")),
    assumptions=(f"The end at {FAST_ON_GLP1.value:g} hours is our choice; no trial gives one.",),
    note=_IMPLAUSIBLE_NOTE,
)

RULES: Final = (FASTING_BEFORE_SHORT, FASTING_AFTER_SHORT, EXT_FASTING_GLP1)
