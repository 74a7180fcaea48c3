"""How the document says the drug works."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

MECHANISM: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="gh-foxo-direct",
        locators=("mechanism.p1",),
        topic="mechanism",
        statement=(
            "Two routes are given: direct GH action on lean tissue (blocking FOXO), and IGF-1 made "
            "by the liver."
        ),
        consistency=(
            "Credits GH receptors of lean tissue with fat breakdown in adipose tissue: muddled.",
        ),
        external=ExternalStatus(
            "contradicted",
            note=(
                "In fasting GH mainly mobilises fat and causes insulin resistance; FOXO is "
                "restrained by insulin/IGF-1-Akt signalling."
            ),
            references=("gh-resistance",),
        ),
        used_for=("explanation",),
    ),
    Claim(
        source=ARTICLE,
        id="pulsatile-feedback",
        locators=("mechanism.p2",),
        topic="mechanism",
        statement=(
            "Sermorelin amplifies the person's own GH pulses under intact feedback, unlike "
            "injected GH."
        ),
        external=ExternalStatus(
            "supported",
            note="Pharmacologically sound for GHRH analogues.",
            references=("ghs-reviews",),
        ),
        used_for=("explanation",),
    ),
    Claim(
        source=ARTICLE,
        id="eje-2019-gh-peaks",
        locators=("mechanism.p2",),
        topic="trial result",
        statement=(
            "A 2019 EJE study is cited for 40-60% higher night-time GH peaks with preserved "
            "pulsatility."
        ),
        figures=(
            Figure("nocturnal_gh_peak_rise", "% of baseline", low=40, high=60),
            Figure("year", "year", value=2019),
        ),
        external=ExternalStatus(
            "unverifiable",
            note="Citation not found. Direction plausible for GHRH analogues.",
            references=("search-null",),
        ),
        used_for=("explanation",),
    ),
    Claim(
        source=ARTICLE,
        id="protein-range",
        locators=("mechanism.p3",),
        topic="nutrition",
        statement="Adequate protein is 1.6 to 2.2 g per kg body weight per day.",
        figures=(Figure("protein", "g/kg/day", low=1.6, high=2.2),),
        consistency=(
            (
                "Repeated in takeaways.p5 and faq.protein. Elsewhere 1.6 is a minimum "
                "(what-if.no-response) or must be exceeded (what-if.on-glp1, faq.timeline): "
                "boundary ambiguous."
            ),
        ),
        external=ExternalStatus(
            "supported",
            note=(
                "Consistent with dieting-athlete trials (2.3-2.4 better than 1.0-1.2). Without "
                "exercise 1.5 vs 0.8 made no difference in postmenopausal women. For BMI>=30 "
                "actual weight overstates need."
            ),
            references=("longland-2016", "mettler-2010", "englert-2021", "wycherley-2012"),
        ),
        used_for=("nutrition", "projection.e_protein"),
    ),
    Claim(
        source=ARTICLE,
        id="ajp-92-73",
        locators=("mechanism.p3",),
        topic="trial result",
        statement=(
            "Resistance-trained people on a 500 kcal deficit are said to lose 92% of weight as fat "
            "on sermorelin against 73% on placebo."
        ),
        figures=(
            Figure("fat_share_sermorelin", "fraction of weight lost", value=0.92),
            Figure("fat_share_placebo", "fraction of weight lost", value=0.73),
            Figure("difference", "percentage points", value=19),
            Figure("deficit", "kcal/day", value=500),
            Figure("lean_share_sermorelin", "fraction of weight lost", value=0.08),
            Figure("lean_share_placebo", "fraction of weight lost", value=0.27),
            Figure("relative_reduction", "fraction", value=0.704),
        ),
        consistency=(
            "92-73=19 is right and the metric is stated correctly (only place it is).",
            "70% relative reduction exceeds the document's own 30-50%.",
        ),
        external=ExternalStatus(
            "unverifiable",
            note=(
                "Not found. Real diet+resistance arm without drug: 9.2% lean share, i.e. about the "
                "claimed drug result."
            ),
            references=("search-null", "beavers-2017"),
        ),
        used_for=("projection.k_high", "projection.check_only"),
    ),
    Claim(
        source=ARTICLE,
        id="prerequisite-training-protein",
        locators=("mechanism.p3",),
        topic="prerequisite",
        statement=(
            "Benefit depends on structured resistance training plus adequate protein; the drug "
            "does not make up for their absence."
        ),
        consistency=(
            (
                "what-if.no-response strengthens it: no signal at zero training. The JCEM claim of "
                "intro.p1 ignores training."
            ),
        ),
        external=ExternalStatus(
            "supported",
            note=(
                "Training and protein have the strong independent evidence; the drug increment "
                "does not."
            ),
            references=("sardeli-2018", "beavers-2017", "longland-2016"),
        ),
        used_for=("training", "nutrition", "projection.e_training"),
    ),
)
