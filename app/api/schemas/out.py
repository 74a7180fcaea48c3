"""What every answer of an evaluation shares."""

from functools import cache
from typing import Final, TypedDict

from pydantic import BaseModel, ConfigDict, Field

from app.api.json_answer import Plain
from app.use_cases.ruleset import current_ruleset

NOTICE: Final = (
    "Decision support built on one article and on outside evidence that is marked as such. "
    "Not medical advice, not a prescription; the article's trials could not be found."
)


class OutModel(BaseModel):
    """An answer's shape; reads domain values by attribute."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class RulesetOut(OutModel):
    """Which rule book and knowledge gave the answer; the hash changes with any meaning."""

    version: str
    sha256: str


class BandOut(OutModel):
    """Best, central, worst by the lean share of the loss: an envelope, no confidence interval."""

    best: float
    central: float
    worst: float


class UnusedOut(OutModel):
    """A place in the case that was not used, and why."""

    path: str
    reason: str


class EvaluationOut(OutModel):
    """Carried by every answer of an evaluation."""

    ruleset: RulesetOut
    notice: str = Field(examples=[NOTICE])


class EvaluationHeader(TypedDict):
    """The fields that every evaluation's answer carries."""

    ruleset: RulesetOut
    notice: str


def evaluation_header() -> EvaluationHeader:
    """The current rule set and the notice."""
    return {"ruleset": RulesetOut.model_validate(current_ruleset()), "notice": NOTICE}


@cache
def plain_header() -> Plain:
    """The same as plain values; to be copied, not changed."""
    ruleset = current_ruleset()
    return {
        "ruleset": {"version": ruleset.version, "sha256": ruleset.sha256},
        "notice": NOTICE,
    }
