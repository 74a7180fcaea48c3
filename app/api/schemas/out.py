"""What every answer of an evaluation shares.

The shapes of answers are TypedDicts, from typing_extensions because pydantic, which makes the
OpenAPI document of them, reads Python's own only from 3.12 on.
"""

from functools import cache
from typing import Annotated, Final

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from app.domain.projection.band import Band
from app.use_cases.ruleset import current_ruleset

NOTICE: Final = (
    "Decision support built on one article and on outside evidence that is marked as such. "
    "Not medical advice, not a prescription; the article's trials could not be found."
)


BOUNDARY_NOTE: Final = (
    "For each limit of the condition, which side the limit itself is on, whatever else it asks for."
)


class RulesetOut(TypedDict):
    """Which rule book and knowledge gave the answer; the hash changes with any meaning."""

    version: str
    sha256: str


class BandOut(TypedDict):
    """Best, central, worst by the lean share of the loss: an envelope, no confidence interval."""

    best: float
    central: float
    worst: float


@with_config(ConfigDict(extra="ignore"))  # else it is as closed as the case that it stands in
class UnusedOut(TypedDict):
    """A place in the case that was not used, and why."""

    path: str
    reason: str


class EvaluationOut(TypedDict):
    """Carried by every answer of an evaluation."""

    ruleset: RulesetOut
    notice: Annotated[str, Field(examples=[NOTICE])]


@cache
def plain_ruleset() -> RulesetOut:
    """The current rule set."""
    ruleset = current_ruleset()
    return {"version": ruleset.version, "sha256": ruleset.sha256}


@cache
def plain_header() -> EvaluationOut:
    """The current rule set and the notice; to be copied, not changed."""
    return {"ruleset": plain_ruleset(), "notice": NOTICE}


def plain_band(band: Band) -> BandOut:
    """The shape of a band."""
    return {"best": band.best, "central": band.central, "worst": band.worst}
