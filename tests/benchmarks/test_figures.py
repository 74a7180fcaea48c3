"""The table of the benchmarks says what was measured, and whether a goal is met."""

from pathlib import Path

import pytest

from benchmarks.__main__ import write_page
from benchmarks.figures import Figure, Row, table


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([3.0, 1.0, 2.0], "2.00 ms (1.00–3.00)"),
        ([12.34], "12.3 ms"),
        ([1234.5, 99.96, 2000.0], "1,234 ms (100.0–2,000)"),
    ],
)
def test_a_figure_shows_its_median_and_spread(values: list[float], shown: str) -> None:
    assert Figure.of(values).shown(" ms") == shown


@pytest.mark.parametrize(
    ("kind", "bound", "met"),
    [("≥", 2.0, True), ("≥", 2.1, False), ("≤", 2.0, True), ("≤", 1.9, False)],
)
def test_a_goal_is_met_at_its_bound(kind: str, bound: float, met: bool) -> None:  # noqa: FBT001 - a case
    row = Row("x", Figure.of([2.0]), goal=(kind, bound))  # type: ignore[arg-type] # a literal
    assert row.met() is met


def test_the_table_is_markdown() -> None:
    rows = [Row("a", Figure.of([1.0]), " s"), Row("b", Figure.of([2.0]), goal=("≥", 3.0), note="c")]
    assert table(rows).splitlines() == [
        "| what | median (least–most) | goal | met | note |",
        "| --- | --- | --- | --- | --- |",
        "| a | 1.00 s |  |  |  |",
        "| b | 2.00 | ≥ 3.00 | no | c |",
    ]


def test_a_page_keeps_all_but_its_figures(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    marks = Path("docs/performance.md").read_text("utf-8").split("\n<!-- ")
    begin, end = (f"<!-- {mark.partition(chr(10))[0]}\n" for mark in marks[1:])
    page.write_text(f"above\n{begin}old\n{end}below\n", "utf-8")
    write_page(page, "new\n")
    write_page(page, "newer\n")
    assert page.read_text("utf-8") == f"above\n{begin}\nnewer\n\n{end}below\n"
    page.write_text("no marks", "utf-8")
    with pytest.raises(ValueError, match="no place"):
        write_page(page, "new")
