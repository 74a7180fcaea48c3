"""All that is measured, in one run: `make bench`, or `python -m benchmarks --help`."""

import argparse
import gc
import os
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

from app.cli import GC_THRESHOLDS
from benchmarks import alone, http
from benchmarks.figures import Row, table
from benchmarks.load import CONNECTIONS, client
from benchmarks.processes import cores

_BEGIN: Final = "<!-- figures: written by `make bench ARGS='--page docs/performance.md'` -->\n"
_END: Final = "<!-- end of the figures -->\n"
_PACKAGES: Final = ("fastapi", "pydantic", "uvicorn", "sqlalchemy", "numpy", "zen-engine")


def machine() -> str:
    """Where and with what it ran."""
    server, load = cores()
    beside = "on another" if server != load else "on the same one, which distorts them"
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}; {versions}. The server on one core, the load by "
        f"{client()} over {CONNECTIONS} connections {beside}.\n"
    )


def _processor() -> str:
    found = Path("/proc/cpuinfo")
    lines = found.read_text().splitlines() if found.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def write_page(place: Path, text: str) -> None:
    """Put the figures between the two marks of a page; raises ValueError without them."""
    before, begin, rest = place.read_text("utf-8").partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"{place} has no place for the figures")
    place.write_text(f"{before}{begin}\n{text}\n{end}{after}", "utf-8")


def _rows(wanted: argparse.Namespace) -> Iterator[Row]:
    if wanted.only != "alone":
        yield from http.rows(wanted.rounds, wanted.seconds)
    if wanted.only != "http":
        gc.freeze()  # as the service does, so that what was imported is not walked again
        gc.set_threshold(*GC_THRESHOLDS)
        yield from alone.rows(wanted.rounds)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write the page if one is named."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="of each, in turns")
    parser.add_argument("--seconds", type=int, default=3, help="of load in each round")
    parser.add_argument("--only", choices=("http", "alone"), help="requests, or all else")
    parser.add_argument("--page", type=Path, help="a page to write the figures into")
    wanted = parser.parse_args(arguments)
    rows: list[Row] = []
    for row in _rows(wanted):
        print(*row.cells(), sep="  |  ", flush=True)
        rows.append(row)
    text = f"{table(rows)}\n{machine()}"
    print(f"\n{text}")
    if wanted.page is not None:
        write_page(wanted.page, text)


if __name__ == "__main__":
    main()
