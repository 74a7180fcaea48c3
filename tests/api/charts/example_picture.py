"""Draws the committed picture anew: `python -m tests.api.charts.example_picture`."""

import asyncio
from pathlib import Path

from app.api.charts.picture import picture_of
from tests.api.charts.cases import drawn, example

FILE = Path(__file__).parents[3] / "docs" / "pictures" / "projection.svg"


async def example_picture() -> bytes:
    return await picture_of(drawn(example()), "image/svg+xml")


if __name__ == "__main__":
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_bytes(asyncio.run(example_picture()))
