"""The ceiling: a bare FastAPI endpoint with models in and out, as large as a case, and no work.

The answer is as large as that of a projection, 11 kB, or as that of an assessment, 30 kB.
"""

import json
import sys
from typing import Annotated, Final

import uvicorn
from fastapi import Body, FastAPI
from pydantic import BaseModel

_NOTE: Final = "Decision support, not advice: "


class Measured(BaseModel):
    """Part of what is sent."""

    low: float
    central: float
    high: float


class Sent(BaseModel):
    """As large as a case."""

    name: str
    items: list[Measured]


class Both(BaseModel):
    """Part of what is answered."""

    week: int
    control: Measured
    other: Measured


class Answered(BaseModel):
    """As large as an answer."""

    rows: list[Both]
    notes: list[str]


BODY: Final = json.dumps(
    {"name": "x", "items": [{"low": 1.5, "central": 2.5, "high": 3.5}] * 56}
).encode()


def answer(rows: int, notes: int) -> Answered:
    """The same shape, in another size."""
    return Answered(
        rows=[
            Both(
                week=week,
                control=Measured(low=week / 7, central=week / 3, high=week / 9),
                other=Measured(low=week / 11, central=week / 13, high=week / 17),
            )
            for week in range(rows)
        ],
        notes=[_NOTE * 2] * notes,
    )


SMALL: Final = answer(50, 20)
LARGE: Final = answer(120, 80)

app: Final = FastAPI()


@app.post("/small")
async def small(sent: Annotated[Sent, Body()]) -> Answered:
    """11 kB."""
    assert sent.items
    return SMALL


@app.post("/large")
async def large(sent: Annotated[Sent, Body()]) -> Answered:
    """30 kB."""
    assert sent.items
    return LARGE


if __name__ == "__main__":
    uvicorn.run(
        app,
        port=int(sys.argv[1]),
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
    )
