"""How each kind of condition is told: as it stands, the other way round, and of a case."""

from typing import Any, Final

import pytest

from app.domain.conditions.boundary import boundary
from app.domain.conditions.combine import (
    AllOf,
    AnyKnown,
    AnyOf,
    Certainly,
    Decide,
    FirstKnown,
    IsRaised,
    Not,
)
from app.domain.conditions.compare import (
    Above,
    AtLeast,
    AtMost,
    Below,
    Given,
    Includes,
    Is,
    IsIn,
    Known,
    Within,
)
from app.domain.conditions.condition import Condition
from app.domain.conditions.telling import OfCase, Plain
from app.domain.facts.registry.labs import IGF1_LATEST, REFERENCE_HIGH
from app.domain.facts.registry.patient import DIABETES, SYMPTOMS
from app.domain.facts.registry.sermorelin import DOSE, ROUTE
from app.domain.facts.registry.support import DEXA_BASELINE, DRUG, GLP1_DOSE, SESSIONS
from app.domain.threshold import Threshold
from app.domain.thresholds import DOSE_HIGH, DOSE_LOW
from tests.domain.given import facts_of

_STEPS: Final = tuple(Threshold(dose, "mg/wk", DOSE_LOW.cites) for dose in (0.5, 1))
_OVER: Final = Above(DOSE, DOSE_HIGH)
_DECIDED: Final = Decide(
    decide=lambda facts: facts.glp1.drug == "none",
    why="To be tried.",
    told="it is none",
    read=(DRUG,),
    account=lambda facts: (("it is none", facts.glp1.drug == "none"),),
)

WORDS: Final[list[tuple[Condition, str, str]]] = [
    (_OVER, "dose is above 500 mcg", "dose is at most 500 mcg"),
    (AtLeast(DOSE, DOSE_LOW), "dose is at least 200 mcg", "dose is below 200 mcg"),
    (Below(DOSE, DOSE_LOW), "dose is below 200 mcg", "dose is at least 200 mcg"),
    (AtMost(DOSE, 0), "dose is at most 0 mcg", "dose is above 0 mcg"),
    (
        Above(IGF1_LATEST, REFERENCE_HIGH),
        "latest IGF-1 is above the upper limit of IGF-1",
        "latest IGF-1 is at most the upper limit of IGF-1",
    ),
    (
        Within(DOSE, DOSE_LOW, DOSE_HIGH),
        "dose is at least 200 and at most 500 mcg",
        "dose is below 200 or above 500 mcg",
    ),
    (
        Within(DOSE, 0, DOSE_HIGH, "()"),
        "dose is above 0 and below 500 mcg",
        "dose is at most 0 or at least 500 mcg",
    ),
    (Is(DIABETES), "the patient has diabetes", "the patient has no diabetes"),
    (Is(DIABETES, value=False), "the patient has no diabetes", "the patient has diabetes"),
    (Is(DEXA_BASELINE), "DEXA from the start is yes", "DEXA from the start is no"),
    (Is(ROUTE, "nasal"), "route is nasal", "route is not nasal"),
    (Is(SESSIONS, 0), "resistance sessions a week is 0", "resistance sessions a week is not 0"),
    (Is(DOSE, 0), "dose is 0 mcg", "dose is not 0 mcg"),
    (
        IsIn(GLP1_DOSE, _STEPS),
        "GLP-1 dose is one of 0.5, 1 mg a week",
        "GLP-1 dose is none of 0.5, 1 mg a week",
    ),
    (Includes(SYMPTOMS, ("oedema",)), "symptoms include oedema", "symptoms do not include oedema"),
    (
        Includes(SYMPTOMS, ("oedema", "other", "joint_stiffness")),
        "symptoms include oedema, other or joint_stiffness",
        "symptoms do not include oedema, other or joint_stiffness",
    ),
    (Known(DOSE), "dose is known", "dose is not known"),
    (Given(DOSE), "dose is given", "dose is not given"),
    (AllOf(), "always", "never"),
    (
        AllOf(_OVER, Is(DIABETES)),
        "dose is above 500 mcg and the patient has diabetes",
        "dose is at most 500 mcg or the patient has no diabetes",
    ),
    (
        AnyOf(_OVER, Known(DRUG), Is(DIABETES)),
        "dose is above 500 mcg, GLP-1 drug is known or the patient has diabetes",
        "dose is at most 500 mcg, GLP-1 drug is not known and the patient has no diabetes",
    ),
    (
        AllOf(Known(DRUG), AnyOf(_OVER, Is(DIABETES))),
        "GLP-1 drug is known and (dose is above 500 mcg or the patient has diabetes)",
        "GLP-1 drug is not known or (dose is at most 500 mcg and the patient has no diabetes)",
    ),
    (
        AnyKnown(_OVER, Is(DIABETES)),
        "dose is above 500 mcg or the patient has diabetes; one that is known is enough",
        "dose is at most 500 mcg and the patient has no diabetes; one that is known is enough",
    ),
    (
        FirstKnown(_OVER, Is(DIABETES)),
        "dose is above 500 mcg; or, where that cannot be told, the patient has diabetes",
        "dose is at most 500 mcg; or, where that cannot be told, the patient has no diabetes",
    ),
    (Not(_OVER), "dose is at most 500 mcg", "dose is above 500 mcg"),
    (
        Certainly(_OVER),
        "it is known that dose is above 500 mcg",
        "it is not known that dose is above 500 mcg",
    ),
    (IsRaised("a-rule", _OVER), "a-rule is raised", "a-rule is not raised"),
    (_DECIDED, "it is none", "not: it is none"),
]
OF_CASE: Final[list[tuple[Condition, str, str]]] = [
    (_OVER, "dose [600 mcg] is above 500 mcg (holds)", "is at most 500 mcg (does not hold)"),
    (
        Above(IGF1_LATEST, REFERENCE_HIGH),
        "latest IGF-1 [not known] is above the upper limit of IGF-1 [not known] (cannot be told)",
        "(cannot be told)",
    ),
    (
        Is(DIABETES),
        "the patient has diabetes (does not hold)",
        "the patient has no diabetes (holds)",
    ),
    (
        Certainly(Is(DIABETES)),
        "it is known that the patient has diabetes [no] (does not hold)",
        "it is not known that the patient has diabetes [no] (holds)",
    ),
    (
        Certainly(Above(IGF1_LATEST, REFERENCE_HIGH)),
        "above the upper limit of IGF-1 [not known] (does not hold)",
        "above the upper limit of IGF-1 [not known] (holds)",
    ),
    (Is(DEXA_BASELINE), "[not known] is yes (cannot be told)", "is no (cannot be told)"),
    (Is(ROUTE, "nasal"), "route [oral] is nasal (does not hold)", "is not nasal (holds)"),
    (
        IsIn(GLP1_DOSE, _STEPS),
        "[0.5 mg a week] is one of 0.5, 1 mg a week (holds)",
        "(does not hold)",
    ),
    (Includes(SYMPTOMS, ("oedema",)), "symptoms [none] include oedema (does not hold)", "(holds)"),
    (Known(DOSE), "dose [600 mcg] is known (holds)", "is not known (does not hold)"),
    (Given(DEXA_BASELINE), "is given (does not hold)", "is not given (holds)"),
    (IsRaised("a-rule", _OVER), "a-rule is raised (holds)", "is not raised (does not hold)"),
    (_DECIDED, "it is none (does not hold)", "not: it is none (holds)"),
]


@pytest.mark.parametrize(("condition", "told", "denied"), WORDS)
def test_a_condition_in_words(condition: Condition, told: str, denied: str) -> None:
    assert str(condition) == condition.words(Plain()) == told
    assert condition.words(Plain(), denied=True) == denied


@pytest.mark.parametrize(("condition", "told", "denied"), OF_CASE)
def test_a_condition_of_a_case(condition: Any, told: str, denied: str) -> None:  # noqa: ANN401 # of any kind
    telling = OfCase(
        facts_of(
            sermorelin={"dose_mcg": 600, "route": "oral"},
            patient={"conditions": {"diabetes": False}, "symptoms": []},
            glp1={"drug": "semaglutide", "dose_mg_per_week": 0.5},
        )
    )
    assert condition.words(telling).endswith(told)
    assert condition.words(telling, denied=True).endswith(denied)


def test_the_boundary_of_a_comparison_with_another_fact() -> None:
    told = boundary(AnyOf(Above(IGF1_LATEST, REFERENCE_HIGH), AtMost(DOSE, 0)))
    assert told == (
        "latest IGF-1 of exactly the upper limit of IGF-1 does not raise; "
        "dose of exactly 0 mcg raises"
    )
    assert boundary(Is(DIABETES)) == "none"
