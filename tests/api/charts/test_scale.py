"""The axes: from nought to just above the bands, with few and round ticks."""

import pytest

from app.api.charts.scale import HEIGHT, PLOT_WIDTH, Scale
from app.api.schemas.out import BandOut


def scale(*kilograms: float, headroom: int = 45) -> Scale:
    bands = [BandOut(best=kg, central=kg, worst=kg) for kg in kilograms]
    return Scale.around(bands, 26, headroom=headroom)


def test_the_highest_band_ends_where_the_headroom_begins() -> None:
    found = scale(0.0, 6.8, headroom=45)
    assert found.y(6.8) == pytest.approx(45)
    assert found.y(0.0) == pytest.approx(HEIGHT)
    assert found.kg(found.y(3.0)) == pytest.approx(3.0)
    assert found.x(26) == PLOT_WIDTH


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (1.84, [0.0, 0.5, 1.0, 1.5]),
        (2.0, [0.0, 0.5, 1.0, 1.5, 2.0]),
        (6.8, [0.0, 2.0, 4.0, 6.0]),
        (5.0, [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]),
        (17.2, [0.0, 5.0, 10.0, 15.0]),
        (0.08, [0.0, 0.02, 0.04, 0.06, 0.08]),
        (160.0, [0.0, 50.0, 100.0, 150.0]),
    ],
)
def test_ticks_are_round_and_few(highest: float, ticks: list[float]) -> None:
    assert scale(0.0, highest).ticks() == pytest.approx(ticks)


def test_a_gain_is_below_nought() -> None:
    found = scale(-1.0, 2.0)
    assert found.low == -1.0
    assert found.ticks() == pytest.approx([-1.0, 0.0, 1.0, 2.0])


@pytest.mark.parametrize("kg", [0.0, 1e-300, 1e-9])
def test_next_to_no_loss_still_has_an_axis(kg: float) -> None:
    found = scale(kg)
    assert len(found.ticks()) >= 2
    assert found.y(kg) == pytest.approx(HEIGHT)
