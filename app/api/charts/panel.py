"""One panel of a picture: the bands, lines and labels of both arms for one quantity."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.api.charts.labels import Label, placed
from app.api.charts.scale import ENDS, HEIGHT, PLOT_WIDTH, Scale
from app.api.schemas.out import BandOut

View = dict[str, Any]

INK: Final = "#222222"
AXIS_WIDTH: Final = 30
_WEEK_STEPS: Final = (1, 2, 4, 8, 13, 26)
_MOST_WEEK_TICKS: Final = 8
_MARK_FILL: Final = "#e6e6e6"
_LABEL_SIZE: Final = 12
_MARK_SIZE: Final = 11
_MARK_LINE: Final = 13
_HEADROOM: Final = 6
_WORDS_WIDTH: Final = 104
_LEADER: Final = (2, 9, 12)
"""Pixels right of the plot: where the line to a label begins and ends, and the label begins."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm as it is drawn: its band by week, a colour of Okabe and Ito, a dash of its own."""

    name: str
    bands: tuple[BandOut, ...]
    colour: str
    dash: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of time in weeks from week 0, marked over the height of the panel."""

    start: float
    end: float
    lines: tuple[str, ...]


def panel(
    arms: Sequence[Arm], marks: Sequence[Mark], *, weeks: int, title: str, weeks_title: str | None
) -> View:
    """A layered view; its rows hold every arm's own numbers."""
    bands = [band for arm in arms for band in arm.bands]
    lines = max((len(mark.lines) for mark in marks), default=0)
    scale = Scale.around(bands, weeks, headroom=_HEADROOM + lines * _MARK_LINE)
    rows = [
        {"week": week} | {f"{arm.name} {end}": arm.bands[week][end] for arm in arms for end in ENDS}
        for week in range(weeks + 1)
    ]
    axes = _axes(scale, title, weeks_title)
    return {
        "width": PLOT_WIDTH,
        "height": HEIGHT,
        "data": {"values": rows},
        "layer": [
            *(layer for mark in marks for layer in _marked(mark, scale)),
            *(_band(arm, axes) for arm in arms),
            # The dashed control comes last, so that both are seen where they coincide.
            *(_central(arm) for arm in reversed(arms)),
            *_labels(arms, scale),
        ],
    }


def _axes(scale: Scale, title: str, weeks_title: str | None) -> View:
    step = next(
        (step for step in _WEEK_STEPS if scale.weeks <= step * _MOST_WEEK_TICKS), _WEEK_STEPS[-1]
    )
    return {
        "x": {
            "field": "week",
            "type": "quantitative",
            "scale": {"domain": [0, scale.weeks], "nice": False},
            "axis": {
                "title": weeks_title,
                "format": "d",
                "values": list(range(0, scale.weeks + 1, step)),
                "grid": False,
            },
        },
        "y": {
            "type": "quantitative",
            "scale": {"domain": [scale.low, scale.top], "nice": False},
            "axis": {
                "title": title,
                "values": scale.ticks(),
                "minExtent": AXIS_WIDTH,
                "maxExtent": AXIS_WIDTH,
            },
        },
    }


def _band(arm: Arm, axes: View) -> View:
    return {
        "mark": {
            "type": "area",
            "fill": arm.colour,
            "fillOpacity": 0.22,
            "stroke": arm.colour,
            "strokeDash": arm.dash,
            "strokeWidth": 0.7,
        },
        "encoding": {
            "x": axes["x"],
            "y": axes["y"] | {"field": f"{arm.name} best"},
            "y2": {"field": f"{arm.name} worst"},
        },
    }


def _central(arm: Arm) -> View:
    return {
        "mark": {"type": "line", "stroke": arm.colour, "strokeDash": arm.dash, "strokeWidth": 2.6},
        "encoding": {
            "x": {"field": "week", "type": "quantitative"},
            "y": {"field": f"{arm.name} central", "type": "quantitative"},
        },
    }


def _labels(arms: Sequence[Arm], scale: Scale) -> list[View]:
    """Names and figures at the right end, each tied to the end of its line."""
    labels = placed([(arm.name, arm.bands[-1]) for arm in arms], scale)
    begins, ends, text = (PLOT_WIDTH + px for px in _LEADER)
    leaders = [
        {
            "data": {"values": [{"kg": label.line_kg, "label": label.middle_kg}]},
            "mark": {"type": "rule", "stroke": arm.colour, "strokeWidth": 1},
            "encoding": {
                "x": {"value": begins},
                "x2": {"value": ends},
                "y": {"field": "kg", "type": "quantitative"},
                "y2": {"field": "label"},
            },
        }
        for arm, label in zip(arms, labels, strict=True)
    ]
    return [*leaders, *(_text(labels, text, bold=bold) for bold in (True, False))]


def _text(labels: Sequence[Label], x: float, *, bold: bool) -> View:
    rows = [
        {"kg": kg, "text": text}
        for label in labels
        for kg, text in (label.lines[:1] if bold else label.lines[1:])
    ]
    return {
        "data": {"values": rows},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "middle",
            "fontSize": _LABEL_SIZE,
            "fontWeight": "bold" if bold else "normal",
            "fill": INK,
        },
        "encoding": {
            "x": {"value": x},
            "y": {"field": "kg", "type": "quantitative"},
            "text": {"field": "text"},
        },
    }


def _marked(mark: Mark, scale: Scale) -> list[View]:
    """The span, and its words on the side that has room for them."""
    align, week, dx = _words_place(mark, scale)
    row = {"start": mark.start, "end": mark.end, "words": week}
    return [
        {
            "data": {"values": [row]},
            "mark": {"type": "rect", "fill": _MARK_FILL, "stroke": "#999999", "strokeWidth": 0.5},
            "encoding": {
                "x": {"field": "start", "type": "quantitative"},
                "x2": {"field": "end"},
            },
        },
        {
            "data": {"values": [row]},
            "mark": {
                "type": "text",
                "text": list(mark.lines),
                "align": align,
                "baseline": "top",
                "dx": dx,
                "fontSize": _MARK_SIZE,
                "lineHeight": _MARK_LINE,
                "fill": INK,
            },
            "encoding": {
                "x": {"field": "words", "type": "quantitative"},
                "y": {"value": 2},
            },
        },
    ]


def _words_place(mark: Mark, scale: Scale) -> tuple[str, float, int]:
    """Alignment, week and shift of a mark's words: within it, or on the side with more room."""
    start, end = scale.x(mark.start), scale.x(mark.end)
    if end - start >= _WORDS_WIDTH:
        return "center", (mark.start + mark.end) / 2, 0
    if start <= PLOT_WIDTH - end:
        return "left", mark.end, 4
    return "right", mark.start, -4
