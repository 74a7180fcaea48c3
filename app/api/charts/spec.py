"""A projection as a Vega-Lite specification: two stacked panels, narrow enough for a phone.

Everything in it is inline: no address, no patient, nothing that the picture does not show.
"""

from typing import Any, Final, Literal

from app.api.charts import words
from app.api.charts.panel import AXIS_WIDTH, INK, Arm, Mark, View, panel
from app.api.charts.scale import PLOT_WIDTH
from app.api.charts.series import ChartSeries
from app.domain.projection.project import DOCUMENT_WEEKS

_LABELS_WIDTH: Final = 94
"""Pixels right of the plots; enough in the widest of the usual fonts."""

_CONTROL: Final = ("control", "#D55E00", (7, 4))
_SERMORELIN: Final = ("sermorelin", "#0072B2", (1, 0))
_NOTE_LINE: Final = 14
_FONT: Final = "sans-serif"

_CONFIG: Final[dict[str, Any]] = {
    "aria": False,  # the picture as a whole has a title and a description
    "font": _FONT,
    "background": "white",
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 12,
        "titleFontSize": 12,
        "labelColor": INK,
        "titleColor": INK,
        "gridColor": "#e3e3e3",
        "domainColor": "#888888",
        "tickColor": "#888888",
    },
    "axisY": {
        "titleAngle": 0,
        "titleAlign": "left",
        "titleBaseline": "bottom",
        "titleX": -AXIS_WIDTH,
        "titleY": -6,
        "domain": False,
        "ticks": False,
        "labelPadding": 5,
    },
    "axisX": {"titleFontWeight": "normal", "labelFlush": False},
    "concat": {"spacing": 14},
    "title": {
        "anchor": "start",
        "fontSize": 16,
        "subtitleFontSize": 12.5,
        "subtitleLineHeight": 16,
        "subtitlePadding": 5,
        "color": INK,
        "subtitleColor": INK,
        "offset": 12,
    },
}


def chart(series: ChartSeries) -> View:
    """The picture of a projection that was made."""
    window = _window(series)
    notes = words.footnotes(series, window_is_shown=window is not None)
    return {
        "title": {"text": words.TITLE, "subtitle": words.subtitle(series)},
        "vconcat": [
            panel(
                _arms(series, "lean_loss_kg"),
                [window] if window else [],
                weeks=series.horizon_weeks,
                title=words.LEAN_AXIS,
                weeks_title=None,
            ),
            panel(
                _arms(series, "fat_loss_kg"),
                [*_unlabelled(window), *_extrapolated(series)],
                weeks=series.horizon_weeks,
                title=words.FAT_AXIS,
                weeks_title=words.WEEKS_AXIS,
            ),
            _footer(notes),
        ],
        "padding": {"left": 8, "top": 10, "right": 8, "bottom": 8},
        "config": _CONFIG,
    }


def _arms(series: ChartSeries, quantity: Literal["lean_loss_kg", "fat_loss_kg"]) -> list[Arm]:
    control = tuple(week["control"][quantity] for week in series.trajectory)
    treated = tuple(arm[quantity] for week in series.trajectory if (arm := week["sermorelin"]))
    name, colour, dash = _CONTROL
    arms = [Arm(name, control, colour, dash)]
    if treated:
        name, colour, dash = _SERMORELIN
        arms.append(Arm(name, treated, colour, dash))
    return arms


def _window(series: ChartSeries) -> Mark | None:
    """The weeks of treatment in which a change can first be measured, as far as they are shown."""
    if series.sermorelin_reason is not None:
        return None
    weeks = series.detectable_from_week
    start = max(0.0, weeks["low"] - series.weeks_on_treatment)
    end = min(float(series.horizon_weeks), weeks["high"] - series.weeks_on_treatment)
    if start >= end:
        return None
    return Mark(start, end, words.window_words(weeks))


def _unlabelled(window: Mark | None) -> list[Mark]:
    return [] if window is None else [Mark(window.start, window.end, ())]


def _extrapolated(series: ChartSeries) -> list[Mark]:
    if not series.extrapolated:
        return []
    lines = (f"after week {DOCUMENT_WEEKS}:", "extrapolated")
    return [Mark(DOCUMENT_WEEKS, DOCUMENT_WEEKS, lines)]


def _footer(notes: list[str]) -> View:
    """The notes, on a clear field that makes every picture equally wide."""
    height = _NOTE_LINE * len(notes)
    return {
        "width": PLOT_WIDTH,
        "height": height,
        "data": {"values": [{}]},
        "layer": [
            {
                "mark": {"type": "rect", "fill": "white"},
                "encoding": {
                    "x": {"value": -AXIS_WIDTH},
                    "x2": {"value": PLOT_WIDTH + _LABELS_WIDTH},
                    "y": {"value": 0},
                    "y2": {"value": height},
                },
            },
            {
                "mark": {
                    "type": "text",
                    "text": notes,
                    "align": "left",
                    "baseline": "top",
                    "fontSize": 11,
                    "lineHeight": _NOTE_LINE,
                    "fill": "#444444",
                },
                "encoding": {"x": {"value": -AXIS_WIDTH}, "y": {"value": 0}},
            },
        ],
    }
