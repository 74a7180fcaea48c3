"""Which rule silences which, as the catalogue says, and no other."""

from typing import Any, Final

import pytest

from app.domain.rules import RULES
from tests.domain.evaluated import evaluated, raised, suppressed
from tests.domain.given import day

BY_ID: Final = {rule.id: rule for rule in RULES}

WEEK_10: Final[dict[str, Any]] = {"started_on": day(-70), "dose_mcg": 250}


def igf1(*draws: tuple[int, float], **more: object) -> list[dict[str, Any]]:
    return [
        {"analyte": "igf1", "unit": "ng/mL", "value": value, "collected_on": day(offset), **more}
        for offset, value in draws
    ]


JUDGED_BY_DOSE: Final = (
    "dose-below-range",
    "dose-above-ceiling",
    "start-dose-high",
    "combo-dose",
    "cost-estimate",
    "cost-outside-dose",
    "ext-dose-vs-studied",
    "titrate-up-option",
)


@pytest.mark.parametrize("dose", [5, 250_000])
def test_a_dose_that_looks_like_a_unit_mistake_silences_what_would_judge_it(dose: float) -> None:
    found = evaluated(
        sermorelin={"dose_mcg": dose, "status": "planned", "planned_weeks": 26},
        glp1={"drug": "semaglutide"},
    )
    expected = {"combo-dose", "cost-outside-dose"}
    if dose == 5:
        expected |= {"dose-below-range", "ext-dose-vs-studied"}
    else:
        expected |= {"dose-above-ceiling", "start-dose-high"}
    assert suppressed(found) == {rule_id: {"dose-unit-implausible"} for rule_id in expected}
    assert "dose-unit-implausible" in raised(found)
    assert not set(JUDGED_BY_DOSE).intersection(raised(found))


def test_the_silenced_are_in_the_catalogue_s_order_whatever_their_severity() -> None:
    found = evaluated(
        sermorelin=WEEK_10 | {"dose_mcg": 5, "planned_weeks": 26},
        patient={"age_years": 50},
        labs=igf1((-80, 230), (-1, 229)),
    )
    assert [rule.id for rule, _ in found.suppressed] == [
        "dose-below-range",
        "ext-dose-vs-studied",
        "response-none",
        "cost-outside-dose",
    ]
    severities = [rule.severity for rule, _ in found.suppressed]
    assert severities == ["advisory", "info", "warning", "info"]


def test_what_a_rule_silences_is_what_the_catalogue_says() -> None:
    by_dose = {rule.id for rule in RULES if "dose-unit-implausible" in rule.suppressed_by}
    assert by_dose == set(JUDGED_BY_DOSE)
    others = {
        rule.id: rule.suppressed_by
        for rule in RULES
        if rule.suppressed_by and rule.id not in JUDGED_BY_DOSE
    }
    assert others == {
        "response-none": ("titrate-high-baseline-no-rise",),
        "ext-igf1-above-uln": ("ext-igf1-z-over-3",),
    }
    assert [r.id for r in RULES if r.yields_to_contraindications] == ["titrate-up-option"]
    assert set(BY_ID["titrate-up-option"].suppressed_by) == {
        "safety-symptoms",
        "glucose-raised",
        "ext-glucose-prediabetes",
        "ext-glucose-diabetes",
        "ext-glucose-diabetes-known",
        "ext-igf1-above-uln",
        "ext-igf1-z-over-3",
        "dose-unit-implausible",
        "timing-window",
        "timing-daytime",
        "fasting-before-short",
        "fasting-after-short",
        "frequency-not-nightly",
        "frequency-poor",
    }


def test_no_rise_from_a_high_baseline_silences_that_there_is_no_response() -> None:
    found = evaluated(
        patient={"age_years": 50}, sermorelin=WEEK_10, labs=igf1((-80, 230), (-7, 230))
    )
    assert suppressed(found) == {"response-none": {"titrate-high-baseline-no-rise"}}
    assert "titrate-high-baseline-no-rise" in raised(found)


def test_three_standard_deviations_silence_two() -> None:
    found = evaluated(labs=igf1((-7, 280), z_score=3.1, reference_high=240))
    assert suppressed(found) == {"ext-igf1-above-uln": {"ext-igf1-z-over-3"}}
    only_two = evaluated(labs=igf1((-7, 280), z_score=3))
    assert suppressed(only_two) == {}
    assert "ext-igf1-above-uln" in raised(only_two)


OPTION: Final[dict[str, Any]] = {
    "sermorelin": WEEK_10,
    "labs": igf1((-80, 180), (-7, 190), z_score=0.5),
}


def test_a_weak_rise_with_room_is_an_option_where_nothing_stands_against_it() -> None:
    found = evaluated(**OPTION)
    assert "titrate-up-option" in raised(found)
    assert suppressed(found) == {}


GLUCOSE: Final[dict[str, Any]] = {"analyte": "fasting_glucose", "unit": "mg/dL"}


@pytest.mark.parametrize(
    ("blocks", "by"),
    [
        ({"sermorelin": WEEK_10 | {"minutes_before_sleep": 20}}, {"timing-window"}),
        (
            {"sermorelin": WEEK_10 | {"minutes_before_sleep": 300}},
            {"timing-window", "timing-daytime"},
        ),
        ({"sermorelin": WEEK_10 | {"fasting_hours_before": 1}}, {"fasting-before-short"}),
        ({"sermorelin": WEEK_10 | {"fasting_minutes_after": 1}}, {"fasting-after-short"}),
        ({"sermorelin": WEEK_10 | {"nights_per_week": 6}}, {"frequency-not-nightly"}),
        ({"sermorelin": WEEK_10 | {"nights_per_week": 4}}, {"frequency-poor"}),
        ({"sermorelin": WEEK_10 | {"dose_mcg": 19}}, {"dose-unit-implausible"}),
        ({"patient": {"symptoms": ["oedema"]}}, {"safety-symptoms"}),
        ({"patient": {"conditions": {"diabetes": True}}}, {"safety-glucose-risk"}),
        ({"patient": {"conditions": {"untreated_hypothyroidism": True}}}, {"ext-thyroid"}),
        ({"patient": {"conditions": {"pregnant": True}}}, {"ext-pregnancy-lactation"}),
        (
            {
                "glp1": {"drug": "semaglutide"},
                "patient": {"conditions": {"mtc_or_men2_history": True}},
            },
            {"ext-glp1-mtc"},
        ),
        (
            {"labs": [*OPTION["labs"], GLUCOSE | {"value": 100, "collected_on": day(-1)}]},
            {"ext-glucose-prediabetes"},
        ),
        (
            {
                "labs": [
                    *OPTION["labs"],
                    GLUCOSE | {"value": 80, "collected_on": day(-80)},
                    GLUCOSE | {"value": 90, "collected_on": day(-1)},
                ]
            },
            {"glucose-raised"},
        ),
        ({"labs": igf1((-80, 180), (-7, 190), z_score=2.1)}, {"ext-igf1-above-uln"}),
        (
            {"labs": igf1((-80, 180), (-7, 190), z_score=3.1)},
            {"ext-igf1-z-over-3", "ext-igf1-above-uln"},
        ),
        ({"labs": [*OPTION["labs"], *igf1((-6, 301))]}, None),
        ({"labs": igf1((-80, 180), (-7, 207))}, None),
        ({"labs": igf1((-80, 220), (-7, 221))}, None),
        ({"labs": igf1((-80, 180), (-29, 190))}, None),
        ({"sermorelin": WEEK_10 | {"dose_mcg": 500}}, None),
        ({"sermorelin": WEEK_10 | {"stopped_on": day(0), "nights_per_week": 4}}, None),
    ],
)
def test_the_option_is_silenced_by_what_stands_against_it_and_clear_where_it_fails_itself(
    blocks: dict[str, Any], by: set[str] | None
) -> None:
    found = evaluated(**(OPTION | blocks))
    assert "titrate-up-option" not in raised(found)
    if by is None:
        assert "titrate-up-option" in [rule.id for rule in found.clear]
    else:
        assert suppressed(found)["titrate-up-option"] == by


def test_without_the_layer_a_rule_that_is_dropped_silences_nothing() -> None:
    blocks = {"labs": [*OPTION["labs"], GLUCOSE | {"value": 100, "collected_on": day(-1)}]}
    found = evaluated(**(OPTION | blocks), options={"external_evidence": False})
    assert "titrate-up-option" in raised(found)
