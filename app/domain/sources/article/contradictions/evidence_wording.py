"""Results and words that are too good."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

EVIDENCE_WORDING: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="B8",
        title="No loss from the limbs",
        claims=("jama-2014-no-limb-loss", "jama-2014-sermorelin-kg", "reduction-30-50"),
        turns_on=("jama-2014-no-limb-loss",),
        finding=(
            "With no change in the arms and legs, all 0.9 kg of lean loss would come from the "
            "trunk, although the document grants that part of the lean mass is lost anyway."
        ),
        reading="Unexplained.",
        software="Limb lean mass is not modelled.",
    ),
    Contradiction(
        id="B9",
        title="Evidence called robust",
        claims=(
            "claims-consistent-robust",
            "igf1-retention-correlation",
            "jhu-2021-pilot",
            "jama-2014-87-76",
            "example-25-30-lb",
        ),
        finding=(
            "Effects vary from 11 to 20 points, metrics are mixed, and one study is an "
            "uncontrolled pilot. A correlation of 0.72 explains about half of the variance."
        ),
        reading="A few mixed and unverified reports.",
        software="No answer calls the evidence robust or consistent.",
        arithmetic=(
            Arithmetic(
                "least effect",
                "{jama-2014-87-76.true_sermorelin} - {jama-2014-87-76.true_placebo}",
                11.0,
                "percentage points",
            ),
            Arithmetic(
                "greatest effect",
                "{example-25-30-lb.keep_a} - {example-25-30-lb.keep_b}",
                20,
                "percentage points",
            ),
            Arithmetic(
                "variance explained",
                "{igf1-retention-correlation.r} * {igf1-retention-correlation.r}",
                0.518,
                "fraction of variance",
            ),
        ),
        references=("ghs-reviews",),
    ),
)
