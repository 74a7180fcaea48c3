"""The words of a picture: title, notes and sources, short enough for a phone."""

from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import Final

from app.api.charts.series import ChartSeries
from app.api.schemas.out import BandOut
from app.api.schemas.outside_evidence import RangeOut
from app.domain.projection.weight_source import Source

TITLE: Final = "Projected lean and fat loss"
SHORT_NOTICE: Final = "Decision support, not medical advice and not a prescription."
WEEKS_AXIS: Final = "Weeks from the day of the case"
LEAN_AXIS: Final = "Lean mass lost (kg)"
FAT_AXIS: Final = "Fat lost (kg)"

_LETTERS_A_NOTE: Final = 70
_LETTERS_A_SUBTITLE: Final = 58
_BAND: Final = (
    "Line: central figure. Shaded: best to worst of the article's figures at the central weight "
    "loss, not a confidence interval."
)
_NO_TRIAL: Final = "No trial outside it shows a saving by sermorelin."
_SOURCE: Final[Mapping[Source, str]] = {
    "stated": "as stated in the case",
    "energy-balance": "body-weight model, from the energy deficit",
    "glp1-document": "the article's figure for GLP-1 drugs",
}
_SCENARIO: Final[Mapping[str, str]] = {
    "diet": "diet alone",
    "diet-and-training": "diet and training",
    "diet-and-some-training": "diet and some training",
    "diet-training-unknown": "diet, training unknown",
    "glp1": "a GLP-1 drug",
}
_FINE_BELOW: Final = 2.0
"""kg: where the largest number is smaller, a second decimal is shown."""


def kilograms(value: float, largest: float) -> str:
    """A number of kilograms, finer where the largest beside it is small.

    >>> kilograms(1.734, 1.836), kilograms(5.066, 6.8), kilograms(-0.04, 6.8)
    ('1.73', '5.1', '0.0')
    """
    decimals = 1 if largest >= _FINE_BELOW else 2
    rounded = round(value, decimals) + 0.0  # no minus before a nought
    return f"{rounded:.{decimals}f}".replace("-", "−")


def span(low: float, high: float, largest: float) -> str:
    """From the least to the greatest.

    >>> span(1.6, 1.8, 1.8), span(-0.5, 4.1, 4.1)
    ('1.60–1.80', '−0.5 to 4.1')
    """
    between = " to " if low < 0 else "–"
    return f"{kilograms(low, largest)}{between}{kilograms(high, largest)}"


def subtitle(series: ChartSeries) -> list[str]:
    """How much weight is lost, and what sermorelin saves or why it is not drawn."""
    loss, saved = series.weight_loss, series.lean_saved_kg
    largest = loss["high_kg"]
    around = f" ({span(loss['low_kg'], largest, largest)})" if largest > loss["low_kg"] else ""
    plural = "s" if series.horizon_weeks > 1 else ""
    lost = f"{kilograms(loss['central_kg'], largest)} kg{around} lost in {series.horizon_weeks}"
    lines = [f"{lost} week{plural}"]
    if series.sermorelin_reason is not None:
        lines[0] += ", without sermorelin"
        lines.append(series.sermorelin_reason)
    if saved is not None:
        most = saved["high"]
        around = span(saved["low"], most, most)
        lines.append(
            "Lean mass saved with sermorelin, by the article alone: "
            f"{kilograms(saved['central'], most)} kg ({around})"
        )
    return _wrapped(lines, _LETTERS_A_SUBTITLE)


def footnotes(series: ChartSeries, *, window_is_shown: bool) -> list[str]:
    """What the marks mean, where the figures come from, and the notice."""
    scenario = series.control["scenario"]
    control = f"Control: {_SCENARIO.get(scenario, scenario)}, no sermorelin."
    source = _SOURCE[series.weight_loss["source"]]
    sources = f"Lean share of the loss: the article's figures. Weight loss: {source}."
    effect = "" if series.sermorelin_reason else f" {_NO_TRIAL}"
    notes = [_BAND, f"{control} {sources}{effect}"]
    if not window_is_shown and series.sermorelin_reason is None:
        window = series.detectable_from_week
        notes.append(f"{' '.join(window_words(window))}, which lie outside the chart.".capitalize())
    return _wrapped([*notes, SHORT_NOTICE], _LETTERS_A_NOTE)


def window_words(window: RangeOut) -> tuple[str, ...]:
    """What the marked weeks mean, a line each."""
    return (
        "effect detectable",
        f"from weeks {window['low']:.0f}–{window['high']:.0f}",
        "of treatment",
    )


def _wrapped(lines: Iterable[str], letters: int) -> list[str]:
    # The names of rules keep their hyphens on one line.
    return [part for line in lines for part in wrap(line, letters, break_on_hyphens=False)]


def description(series: ChartSeries) -> str:
    """The picture in words, for those who cannot see it."""
    last = series.trajectory[-1]
    arms = (("without sermorelin", last["control"]), ("with sermorelin", last["sermorelin"]))
    said = [
        f"{name}, lean mass {_figure(arm['lean_loss_kg'])} and fat {_figure(arm['fat_loss_kg'])}"
        for name, arm in arms
        if arm is not None
    ]
    return f"Lost after {last['week']} weeks: {'; '.join(said)}. {_BAND} {SHORT_NOTICE}"


def _figure(band: BandOut) -> str:
    low, high = min(band["best"], band["worst"]), max(band["best"], band["worst"])
    return f"{kilograms(band['central'], high)} kg ({span(low, high, high)})"
