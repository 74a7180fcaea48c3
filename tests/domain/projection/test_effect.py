"""Every factor of the realised effect, at and around each of its boundaries."""

from typing import Any

import pytest

from app.domain.projection.effect import Effect, Factor, effect_of
from tests.domain.given import day
from tests.domain.projection.made import facts, of

NO_TIMES = {"minutes_before_sleep": None}
NO_FASTS = {"fasting_hours_before": None, "fasting_minutes_after": None}


def effect(**blocks: Any) -> Effect:  # noqa: ANN401 # a body is JSON
    return effect_of(facts(**blocks))


def factor(name: str, **blocks: Any) -> Factor:  # noqa: ANN401 # a body is JSON
    [found] = [one for one in effect(**blocks).factors if one.id == name]
    return found


def given(name: str, **blocks: Any) -> float:  # noqa: ANN401 # a body is JSON
    found = factor(name, **blocks)
    assert found.status == "given"
    assert found.basis
    assert found.missing == ()
    return found.value


def test_the_full_plan_realises_everything() -> None:
    found = effect()
    names = ["protein", "training", "adherence", "dose", "timing", "fasting", "baseline-igf1"]
    assert [one.id for one in found.factors] == names
    assert of(found.realised) == (1, 1, 1)
    assert found.missing == ()


@pytest.mark.parametrize(
    ("protein", "value"),
    [
        *((0, 0), (1.19, 0), (1.2, 0), (1.21, 0.025), (1.3, 0.25)),
        *((1.4, 0.5), (1.59, 0.975), (1.6, 1), (1.61, 1), (2.3, 1), (5, 1)),
    ],
)
def test_protein(protein: float, value: float) -> None:
    found = given("protein", nutrition={"protein_g_per_kg": protein})
    assert found == pytest.approx(value, abs=1e-12)


def test_protein_a_day_is_divided_by_the_body_weight() -> None:
    per_day = {"protein_g_per_kg": None, "protein_g_per_day": 126}
    assert given("protein", nutrition=per_day) == pytest.approx(0.5, abs=1e-12)
    unweighed = factor("protein", nutrition=per_day, patient={"weight_kg": None})
    assert (unweighed.status, unweighed.missing) == ("assumed", ("patient.weight_kg",))


@pytest.mark.parametrize(("sessions", "value"), [(0, 0), (1, 1 / 3), (2, 2 / 3), (3, 1), (9, 1)])
def test_training(sessions: int, value: float) -> None:
    assert given("training", training={"resistance_sessions_per_week": sessions}) == value


@pytest.mark.parametrize("nights", range(8))
def test_adherence(nights: int) -> None:
    assert given("adherence", sermorelin={"nights_per_week": nights}) == nights / 7


@pytest.mark.parametrize(
    ("dose", "value"),
    [(0, 0), (50, 0.25), (199, 0.995), (200, 1), (201, 1), (500, 1), (501, 1), (1_000_000, 1)],
)
def test_dose(dose: float, value: float) -> None:
    assert given("dose", sermorelin={"dose_mcg": dose}) == value


@pytest.mark.parametrize(
    ("times", "value"),
    [
        ({"minutes_before_sleep": 240}, 1),
        ({"minutes_before_sleep": 240.5}, 0),
        ({"minutes_before_sleep": 1440}, 0),
        ({"minutes_before_sleep": 0}, 1),
        ({"minutes_before_sleep": -90}, 1),
        ({**NO_TIMES, "time_of_day": "morning"}, 0),
        ({**NO_TIMES, "time_of_day": "afternoon"}, 0),
        ({**NO_TIMES, "time_of_day": "evening"}, 1),
        ({**NO_TIMES, "time_of_day": "bedtime"}, 1),
        ({"minutes_before_sleep": 45, "time_of_day": "morning"}, 1),
        ({"minutes_before_sleep": 300, "time_of_day": "bedtime"}, 0),
        ({**NO_TIMES, "injection_time": "19:00", "sleep_time": "23:00"}, 1),
        ({**NO_TIMES, "injection_time": "18:59", "sleep_time": "23:00"}, 0),
        ({**NO_TIMES, "injection_time": "06:59", "sleep_time": "23:00"}, 1),
        ({**NO_TIMES, "injection_time": "07:00", "sleep_time": "23:00"}, 0),
    ],
)
def test_timing(times: dict[str, Any], value: float) -> None:
    assert given("timing", sermorelin=times) == value


def test_the_timing_says_what_it_assumes() -> None:
    by_minutes = factor("timing").basis
    assert "240" in by_minutes
    assert "[assumption]" in by_minutes
    named = {**NO_TIMES, "time_of_day": "bedtime"}
    assert "[assumption]" not in factor("timing", sermorelin=named).basis
    by_clock = {**NO_TIMES, "injection_time": "22:00", "sleep_time": "23:00"}
    assert "8 h" in factor("timing", sermorelin=by_clock).basis
    awake = {**by_clock, "wake_time": "07:00"}
    assert "8 h" not in factor("timing", sermorelin=awake).basis


@pytest.mark.parametrize(
    ("before", "after", "value"),
    [
        (2, 30, 1),
        (1.99, 30, 0.5),
        (2, 29, 0.75),
        (1.99, 29, 0.375),
        (0, 0, 0.375),
        (16, 960, 1),
        (None, 30, 1),
        (None, 29, 0.75),
        (2, None, 1),
        (1.99, None, 0.5),
    ],
)
def test_fasting_with_a_part_known(before: float | None, after: float | None, value: float) -> None:
    fasts = {"fasting_hours_before": before, "fasting_minutes_after": after}
    assert given("fasting", sermorelin=fasts) == value


def test_a_fast_by_the_clock_of_over_16_hours_is_unknown_and_never_a_pass() -> None:
    times = {**NO_TIMES, **NO_FASTS, "injection_time": "22:00", "last_meal_end": "05:59"}
    assert factor("fasting", sermorelin=times).status == "assumed"
    assert given("fasting", sermorelin={**times, "last_meal_end": "06:00"}) == 1
    assert given("fasting", sermorelin={**times, "next_meal_start": "22:29"}) == 0.75


@pytest.mark.parametrize(
    ("name", "blocks", "asked"),
    [
        ("protein", {"nutrition": None}, "nutrition.protein_g_per_kg"),
        ("training", {"training": None}, "training.resistance_sessions_per_week"),
        ("adherence", {"sermorelin": {"nights_per_week": None}}, "sermorelin.nights_per_week"),
        ("dose", {"sermorelin": {"dose_mcg": None}}, "sermorelin.dose_mcg"),
        ("timing", {"sermorelin": NO_TIMES}, "sermorelin.time_of_day"),
        ("fasting", {"sermorelin": NO_FASTS}, "sermorelin.fasting_hours_before"),
    ],
)
def test_an_unknown_factor_is_full_in_best_and_central_and_nothing_in_worst(
    name: str, blocks: dict[str, Any], asked: str
) -> None:
    found = factor(name, **blocks)
    assert (found.status, found.value) == ("assumed", 1)
    assert asked in found.missing
    assert of(effect(**blocks).realised) == (1, 1, 0)
    assert asked in effect(**blocks).missing


def test_the_product_of_the_factors_is_the_effect() -> None:
    found = effect(
        nutrition={"protein_g_per_kg": 1.4},
        training={"resistance_sessions_per_week": 2},
        sermorelin={"nights_per_week": 6, "dose_mcg": 150, "fasting_minutes_after": 10},
    )
    expected = 0.5 * (2 / 3) * (6 / 7) * 0.75 * 1 * 0.75 * 1
    assert of(found.realised) == pytest.approx((expected,) * 3, rel=1e-12)


def igf1(*draws: tuple[float, int], unit: str = "ng/mL") -> list[dict[str, Any]]:
    return [
        {"analyte": "igf1", "unit": unit, "value": value, "collected_on": day(on)}
        for value, on in draws
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(100, 1), (219, 1), (220, 1), (221, 29 / 30), (235, 0.5), (249, 1 / 30), (250, 0), (300, 0)],
)
@pytest.mark.parametrize("age", [40, 60])
def test_baseline_igf1_between_40_and_60_years(age: int, value: float, expected: float) -> None:
    found = given("baseline-igf1", labs=igf1((value, -1)), patient={"age_years": age})
    assert found == pytest.approx(expected, abs=1e-12)


def test_baseline_igf1_in_another_unit() -> None:
    found = given("baseline-igf1", labs=igf1((30, -1), unit="nmol/L"))
    assert found == pytest.approx((250 - 30 * 7.649) / 30, rel=1e-9)


@pytest.mark.parametrize("age", [18, 39, 61, 90])
def test_baseline_igf1_is_left_out_at_other_ages_and_not_asked_for(age: int) -> None:
    found = effect(labs=igf1((240, -1)), patient={"age_years": age})
    assert "baseline-igf1" not in [one.id for one in found.factors]
    assert of(found.realised) == (1, 1, 1)
    assert found.missing == ()


@pytest.mark.parametrize(
    ("blocks", "asked"),
    [
        ({"labs": None}, ("labs",)),
        ({"labs": []}, ("labs",)),
        ({"labs": igf1((240, -1)), "patient": {"age_years": None}}, ("patient.age_years",)),
        ({"labs": None, "patient": {"age_years": None}}, ("patient.age_years", "labs")),
        (
            {"sermorelin": {"started_on": None, "status": "active"}},
            ("sermorelin.started_on",),
        ),
    ],
)
def test_an_unknown_baseline_igf1_is_left_out_and_asked_for(
    blocks: dict[str, Any], asked: tuple[str, ...]
) -> None:
    found = effect(**blocks)
    assert "baseline-igf1" not in [one.id for one in found.factors]
    assert of(found.realised) == (1, 1, 1)
    assert found.missing == asked


RESPONDING = {"started_on": day(-56)}


@pytest.mark.parametrize(
    ("current", "value"),
    [(130, 0), (150, 0), (151.5, 0.05), (165, 0.5), (179.7, 0.99), (180, 1), (220, 1)],
)
def test_igf1_response(current: float, value: float) -> None:
    labs = igf1((150, -57), (current, -1))
    found = given("igf1-response", sermorelin=RESPONDING, labs=labs)
    assert found == pytest.approx(value, abs=1e-12)


def test_igf1_response_replaces_five_factors() -> None:
    """Not even an unknown or a bad one of them counts any more."""
    bad = {"nights_per_week": 1, "dose_mcg": None, "minutes_before_sleep": 600, **NO_FASTS}
    labs = igf1((240, -57), (252, -1))
    found = effect(sermorelin=RESPONDING | bad, labs=labs, nutrition={"protein_g_per_kg": 1.4})
    assert [one.id for one in found.factors] == ["protein", "training", "igf1-response"]
    assert of(found.realised) == pytest.approx((0.125,) * 3, rel=1e-12)
    assert found.missing == ()


@pytest.mark.parametrize(
    ("drawn_after", "replaces"), [(35, False), (41, False), (42, True), (48, True)]
)
def test_a_response_counts_from_week_6_on(drawn_after: int, *, replaces: bool) -> None:
    labs = igf1((150, -57), (165, drawn_after - 56))
    names = [one.id for one in effect(sermorelin=RESPONDING, labs=labs).factors]
    assert ("igf1-response" in names) is replaces
    assert ("dose" in names) is not replaces


def test_a_response_needs_a_baseline() -> None:
    names = [one.id for one in effect(sermorelin=RESPONDING, labs=igf1((165, -1))).factors]
    assert "igf1-response" not in names
    assert "adherence" in names
