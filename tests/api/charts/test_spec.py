"""The specification: the projection's own numbers, the marks of time, and nothing else."""

import json
from typing import Any

import pytest

from app.api.charts import series
from app.api.charts.series import NotMade
from app.api.charts.spec import chart
from app.domain.projection.band import Band
from tests.api.answers import whole_answer
from tests.api.charts.cases import (
    TRAINING_UNKNOWN,
    UNUSED_DAY,
    drawable,
    drawn,
    example,
    over,
    projected,
)

PATHS = {
    "inside": example(),
    "outside": example("outside"),
    "energy balance": example(projection_options={"weight_loss_kg": None}, **TRAINING_UNKNOWN),
    "document's GLP-1 loss": example(
        glp1={"drug": "semaglutide"}, energy=None, projection_options={"weight_loss_kg": None}
    ),
    "two years": example(projection_options=over(104, 20.0)),
    "one week": example(projection_options=over(1, 0.3)),
}


def panels(case: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = chart(drawn(case))["vconcat"]
    return found[:2]


def notes(case: dict[str, Any]) -> str:
    return " ".join(chart(drawn(case))["vconcat"][2]["layer"][1]["mark"]["text"])


def subtitle(case: dict[str, Any]) -> str:
    return " ".join(chart(drawn(case))["title"]["subtitle"])


def marks(panel: dict[str, Any]) -> list[tuple[float, float]]:
    """The weeks where each marked time starts and ends."""
    layers = [layer for layer in panel["layer"] if layer["mark"]["type"] == "rect"]
    rows = [layer["data"]["values"][0] for layer in layers]
    return [(row["start"], row["end"]) for row in rows]


def row(week: int, **arms: Band) -> dict[str, float]:
    bands = {
        f"{arm} {end}": getattr(band, end)
        for arm, band in arms.items()
        for end in ("best", "central", "worst")
    }
    return {"week": week, **bands}


@pytest.mark.parametrize("case", PATHS.values(), ids=PATHS)
def test_the_rows_are_the_projection_s_own_numbers_at_every_week(case: dict[str, Any]) -> None:
    projection, _ = projected(case)
    assert len(projection.trajectory) == projection.horizon_weeks + 1
    lean, fat = panels(case)
    for panel, quantity in ((lean, "lean_loss_kg"), (fat, "fat_loss_kg")):
        assert panel["data"]["values"] == [
            row(
                week.week,
                control=getattr(week.control, quantity),
                sermorelin=getattr(week.sermorelin, quantity),
            )
            for week in projection.trajectory
        ]


def test_a_stored_assessment_gives_the_very_same_picture() -> None:
    for case in PATHS.values():
        stored = series.of_document(whole_answer(case, today=UNUSED_DAY))
        assert stored == drawn(case)


def test_both_panels_say_what_they_show_and_in_which_unit() -> None:
    lean, fat = panels(example())
    titles = [panel["layer"][-5]["encoding"]["y"] for panel in (lean, fat)]
    assert len(titles) == 2
    axes = [
        [layer["encoding"][axis]["axis"]["title"] for layer in panel["layer"] if _has_axis(layer)]
        for panel in (lean, fat)
        for axis in ("y", "x")
    ]
    assert axes == [
        ["Lean mass lost (kg)"] * 2,
        [None] * 2,
        ["Fat lost (kg)"] * 2,
        ["Weeks from the day of the case"] * 2,
    ]


def _has_axis(layer: dict[str, Any]) -> bool:
    return "axis" in layer["encoding"].get("y", {})


def test_the_arms_differ_in_colour_and_in_dash() -> None:
    for panel in panels(example()):
        lines = [layer["mark"] for layer in panel["layer"] if layer["mark"]["type"] == "line"]
        # The dashed line lies above the whole one, so that both show where they coincide.
        assert [line["stroke"] for line in lines] == ["#0072B2", "#D55E00"]
        assert [list(line["strokeDash"]) for line in lines] == [[1, 0], [7, 4]]


def test_without_sermorelin_there_is_one_arm_and_the_title_says_why() -> None:
    case = example("contraindicated")
    for panel in panels(case):
        assert set(panel["data"]["values"][0]) == {
            "week",
            "control best",
            "control central",
            "control worst",
        }
        assert marks(panel) == []
    reason = projected(case)[0].sermorelin_reason
    assert reason is not None
    assert subtitle(case) == f"6.8 kg lost in 26 weeks, without sermorelin {reason}"
    assert "of treatment" not in notes(case)


@pytest.mark.parametrize(
    ("started_on", "weeks", "marked"),
    [
        ("2026-06-01", 26, [(12.0, 16.0)]),
        ("2026-03-30", 26, [(3.0, 7.0)]),
        ("2026-07-01", 26, [(12 + 30 / 7, 16 + 30 / 7)]),
        ("2026-06-01", 14, [(12.0, 14.0)]),
        ("2026-02-23", 26, [(0.0, 2.0)]),
        ("2026-06-01", 12, []),
        ("2026-02-09", 26, []),
        (None, 26, [(12.0, 16.0)]),
    ],
    ids=[
        "starting today",
        "nine weeks on treatment",
        "start ahead",
        "cut by the horizon",
        "under way",
        "after the horizon",
        "over",
        "start unknown",
    ],
)
def test_the_weeks_when_an_effect_is_detectable_count_from_the_start_of_treatment(
    started_on: str | None, weeks: int, marked: list[tuple[float, float]]
) -> None:
    plan = {"started_on": started_on, "planned_weeks": 52}
    case = example(sermorelin=plan, projection_options=over(weeks))
    for panel in panels(case):
        assert marks(panel) == [pytest.approx(mark) for mark in marked]
    assert ("from weeks 12–16 of treatment, which lie outside" in notes(case)) is (marked == [])


def test_what_lies_beyond_the_document_s_weeks_is_marked() -> None:
    at_the_end = panels(example(projection_options=over(26)))[1]
    beyond = panels(example(projection_options=over(27)))[1]
    assert (26, 26) not in marks(at_the_end)
    assert (26, 26) in marks(beyond)
    assert "extrapolated" in json.dumps(beyond)


def test_the_notes_name_the_sources_and_what_the_service_is_not() -> None:
    stated = notes(example())
    assert "article's figures" in stated
    assert "not a confidence interval" in stated
    assert "Weight loss: as stated in the case." in stated
    assert stated.endswith("Decision support, not medical advice and not a prescription.")
    assert "body-weight model" in notes(PATHS["energy balance"])
    assert "GLP-1" in notes(PATHS["document's GLP-1 loss"])


def test_the_subtitle_says_how_much_is_lost_and_saved() -> None:
    assert subtitle(example()) == (
        "6.8 kg lost in 26 weeks Lean mass saved with sermorelin, by the article alone: "
        "0.74 kg (0.52–1.08)"
    )
    # 15-20 % of 84 kg.
    assert subtitle(PATHS["document's GLP-1 loss"]).startswith("14.7 kg (12.6–16.8) lost")
    assert subtitle(PATHS["one week"]).startswith("0.30 kg lost in 1 week ")


def test_nothing_is_fetched_and_nobody_is_named() -> None:
    for case in PATHS.values():
        text = json.dumps(chart(drawn(case)))
        assert "url" not in text
        assert "://" not in text
        assert case["patient_ref"] not in text


def test_a_projection_that_is_not_made_gives_its_reason() -> None:
    surplus = example(
        energy={"deficit_kcal_per_day": 0}, projection_options={"weight_loss_kg": None}
    )
    found = drawable(surplus)
    assert isinstance(found, NotMade)
    assert found.status == "not_applicable"
    assert found.reason == projected(surplus)[0].reason


def test_a_stored_start_is_read_as_a_day() -> None:
    answer = whole_answer(example(), today=UNUSED_DAY)
    found = series.of_document(answer.replace(b"2026-03-30", b"2026-05-25"))
    assert not isinstance(found, NotMade)
    assert found.weeks_on_treatment == 1.0
