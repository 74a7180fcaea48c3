"""No two labels overlap, and none leaves its panel."""

from itertools import product

import pytest

from app.api.charts.labels import LINE_HEIGHT, Label, placed
from app.api.charts.scale import HEIGHT, Scale
from app.api.schemas.out import BandOut

SCALE = Scale(low=0.0, high=10.0, top=10.2, weeks=26)
ROUNDING = 1e-9
LEVELS = (0.0, 0.1, 2.0, 4.9, 5.0, 5.1, 9.9, 10.0)


def band(central: float) -> BandOut:
    return BandOut(best=central, central=central, worst=central)


def edges(label: Label) -> tuple[float, float]:
    heights = [SCALE.y(kg) for kg, _ in label.lines]
    return min(heights) - LINE_HEIGHT / 2, max(heights) + LINE_HEIGHT / 2


@pytest.mark.parametrize(("control", "sermorelin"), list(product(LEVELS, LEVELS)))
def test_two_labels_keep_apart_inside_the_panel_and_in_the_order_of_their_lines(
    control: float, sermorelin: float
) -> None:
    labels = placed([("control", band(control)), ("sermorelin", band(sermorelin))], SCALE)
    upper, lower = sorted(edges(label) for label in labels)
    assert upper[0] >= -ROUNDING
    assert upper[1] < lower[0]
    assert lower[1] <= HEIGHT + ROUNDING
    if control != sermorelin:
        assert (control > sermorelin) == (labels[0].middle_kg > labels[1].middle_kg)


@pytest.mark.parametrize("central", LEVELS)
def test_one_label_stands_at_the_end_of_its_line_or_at_the_edge(central: float) -> None:
    [label] = placed([("control", band(central))], SCALE)
    top, bottom = edges(label)
    assert top >= -ROUNDING
    assert bottom <= HEIGHT + ROUNDING
    assert label.line_kg == pytest.approx(central)
    if 2.0 <= central <= 5.1:
        assert label.middle_kg == pytest.approx(central)


def test_a_label_gives_the_name_the_central_figure_and_the_band() -> None:
    ends = [("control", BandOut(best=1.632, central=1.734, worst=1.836))]
    [label] = placed(ends, Scale(low=0.0, high=1.836, top=2.0, weeks=26))
    assert [text for _, text in label.lines] == ["Control", "1.73 kg", "(1.63–1.84)"]


def test_fat_is_lost_most_at_best_so_its_band_is_turned_round() -> None:
    [label] = placed([("control", BandOut(best=5.2, central=5.1, worst=5.0))], SCALE)
    assert label.lines[2][1] == "(5.0–5.2)"
