"""The pilot of 2021 and the size of effect that the document draws from its trials."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

TRIAL_SUMMARY: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="jhu-2021-pilot",
        locators=("trials.p3",),
        topic="trial result",
        statement=(
            "A 2021 Johns Hopkins pilot in postmenopausal women: 16 weeks, protein 2.0 g/kg, 12% "
            "weight loss, 96% lean preservation."
        ),
        figures=(
            Figure("duration", "weeks", value=16),
            Figure("protein", "g/kg/day", value=2.0),
            Figure("weight_loss", "% of body weight", value=12),
            Figure("lean_preserved", "% (metric ambiguous)", value=96),
            Figure("lean_share_if_baseline", "fraction of weight lost", low=0.167, high=0.2),
            Figure("lean_share_if_fat_share", "fraction of weight lost", value=0.04),
        ),
        consistency=(
            (
                "As % of baseline lean (the only figure where that is physically possible) it "
                "means 4% of lean, about 1.7 kg of 42 kg: 17-20% of weight lost, worse than the "
                "13% in the JAMA arm, not essentially none."
            ),
            "As fat share it means 4% lean share, better than every other figure.",
            "No control arm; training not stated.",
        ),
        external=ExternalStatus(
            "contradicted",
            note=(
                "No such study found. A real protein-only trial in postmenopausal women showed no "
                "lean sparing."
            ),
            references=("search-null", "englert-2021"),
        ),
        used_for=("projection.check_only", "expectation"),
    ),
    Claim(
        source=ARTICLE,
        id="igf1-retention-correlation",
        locators=("trials.p3",),
        topic="IGF-1 response",
        statement="IGF-1 level is said to correlate with lean retention at r 0.72.",
        figures=(
            Figure("r", "Pearson r", value=0.72),
            Figure("r2", "fraction of variance", value=0.518),
        ),
        consistency=(
            "Correlation in an uncontrolled pilot; about half the variance is unexplained.",
        ),
        external=ExternalStatus(
            "unverifiable",
            note="Snyder 1988: IGF-1 stayed high while nitrogen sparing vanished.",
            references=("snyder-1988",),
        ),
        used_for=("projection.e_igf1",),
    ),
    Claim(
        source=ARTICLE,
        id="reduction-30-50",
        locators=("trials.p4",),
        topic="effect size",
        statement="Lean loss is reduced by 30-50% against diet plus exercise.",
        figures=(Figure("relative_reduction", "fraction", low=0.3, high=0.5),),
        consistency=(
            (
                "JAMA 40% by kg, 45% by share and JCEM 42% fit; AJP 70%, GLP-1 combo 60%, 25/30 lb "
                "example 80% do not."
            ),
            "Repeated in takeaways.p4.",
        ),
        external=ExternalStatus(
            "unverifiable",
            note=(
                "No sermorelin trial. rhGH (much stronger) ranged from no sustained effect to full "
                "prevention."
            ),
            references=("snyder-1988", "kim-1999"),
        ),
        used_for=("projection.k",),
    ),
    Claim(
        source=ARTICLE,
        id="saved-2-4-lb",
        locators=("trials.p4",),
        topic="effect size",
        statement="Benefit put at 2-4 lb of extra lean mass kept over 6 months.",
        figures=(
            Figure("saved", "lb", low=2, high=4),
            Figure("saved_kg", "kg", low=0.91, high=1.81),
            Figure("duration", "months", value=6),
        ),
        consistency=(
            "The only kilogram trial saves 1.3 lb.",
            "With 30-50% it needs a control lean loss of 6.7-8 lb, i.e. 27-32 lb total at 25%.",
            "The 6 lb example of truth.p2 exceeds it.",
        ),
        external=ExternalStatus(
            "unverifiable",
        ),
        used_for=("projection.check_only", "expectation"),
    ),
    Claim(
        source=ARTICLE,
        id="claims-consistent-robust",
        locators=("trials.p4", "truth.p4"),
        topic="authority",
        statement="Evidence is called consistent, robust and reproducible in several populations.",
        consistency=(
            (
                "Five cited studies give 11-20 point effects and mixed metrics; one is a "
                "self-described small pilot without controls."
            ),
        ),
        external=ExternalStatus(
            "contradicted",
            note="Reviews describe few controlled long-term data.",
            references=("ghs-reviews",),
        ),
        used_for=("expectation",),
    ),
)
