"""The opening promise of the document: trial, approval, experience."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

OPENING: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="intro-untreated-30lb-lean",
        locators=("intro.p1",),
        topic="baseline lean loss",
        statement=(
            "Of a 30 lb loss without protection, roughly a quarter to two fifths is presented as "
            '"muscle".'
        ),
        figures=(
            Figure("total_loss", "lb", value=30),
            Figure("muscle_lost", "lb", low=8, high=12),
            Figure("lean_share", "fraction of weight lost", low=0.267, high=0.4),
        ),
        consistency=(
            (
                "The implied 26.7-40% exceeds the 24-30% behind the control figure of 70-76% "
                "(takeaways.p2) and the 25% of the 75:25 split (what-if.on-glp1)."
            ),
            "30 lb at the 75% of truth.p2 gives 7.5 lb, below this range.",
            'Calls all lean tissue "muscle".',
        ),
        external=ExternalStatus(
            "supported",
            note=(
                "Upper end matches STEP 1 (about 39%) and a 12-month standard-protein diet (35%); "
                'a typical diet value is nearer 20-27%. Only about half of lean mass is "muscle" '
                "in the strict sense."
            ),
            references=("heymsfield-2014", "glp1-meta-20rct", "step1-dxa", "wycherley-2012-52wk"),
        ),
        used_for=("projection.control_diet_only", "expectation"),
    ),
    Claim(
        source=ARTICLE,
        id="intro-fda-1997",
        locators=("intro.p1",),
        topic="regulatory",
        statement="Describes sermorelin as FDA-approved from 1997 onward, in the present tense.",
        figures=(Figure("year", "year", value=1997),),
        consistency=(
            (
                "faq.cost says it is compounded and the use off-label, which the approval wording "
                "hides."
            ),
        ),
        external=ExternalStatus(
            "contradicted",
            note=(
                "Approved 1997 only for children with idiopathic GH deficiency; discontinued 2008, "
                "approvals withdrawn 2009. No FDA-approved sermorelin product exists; adult "
                "body-composition use was never approved."
            ),
            references=("fr-2013-geref", "geref-history"),
        ),
        used_for=("safety", "expectation"),
    ),
    Claim(
        source=ARTICLE,
        id="intro-jcem-78-62",
        locators=("intro.p1",),
        topic="trial result",
        statement=(
            "A JCEM report is said to show 78% of starting lean mass kept with sermorelin against "
            "62% on diet only."
        ),
        figures=(
            Figure("sermorelin_retained", "% as labelled", value=78),
            Figure("control_retained", "% as labelled", value=62),
            Figure("difference", "percentage points", value=16),
            Figure("lean_share_sermorelin", "fraction of weight lost, reinterpreted", value=0.22),
            Figure("lean_share_control", "fraction of weight lost, reinterpreted", value=0.38),
            Figure("relative_reduction", "fraction", value=0.421),
        ),
        consistency=(
            (
                "Read literally, a person with 50 kg lean mass would lose 11 kg vs 19 kg of lean: "
                "impossible."
            ),
            (
                "78% lies outside the document's own 85-90% treated range and 62% outside its "
                "70-76% control range."
            ),
            (
                "Reinterpreted as fat share of weight lost the relative reduction (42%) fits the "
                "30-50% claim."
            ),
            (
                "Does not say whether patients trained; conflicts with the no-training rule if "
                "they did not."
            ),
        ),
        external=ExternalStatus(
            "unverifiable",
            note=(
                "No such sermorelin study known or found; the real JCEM diet trials used rhGH and "
                "were small with mixed results."
            ),
            references=("search-null", "snyder-1988", "kim-1999"),
        ),
        used_for=("projection.check_only",),
    ),
    Claim(
        source=ARTICLE,
        id="intro-clinic-experience",
        locators=("intro.p2",),
        topic="authority",
        statement=(
            "The authors cite experience with hundreds of patients and say the effect is not "
            "speculative."
        ),
        external=ExternalStatus(
            "unverifiable",
            note="Anecdote; no data.",
        ),
        used_for=("expectation",),
    ),
)
