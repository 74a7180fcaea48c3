"""Dose, titration and pharmacokinetics as the document gives them."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

DOSING: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="timing-30-60",
        locators=("dosing.p1",),
        topic="timing",
        statement="Inject under the skin 30-60 minutes before sleep.",
        figures=(
            Figure("before_sleep", "min", low=30, high=60),
            Figure("route", "route", value="subcutaneous"),
        ),
        consistency=("Repeated in takeaways.p3.",),
        external=ExternalStatus(
            "supported",
            note=(
                "Label says bedtime; tesamorelin trial used 30 min before bed. Exact window is "
                "convention."
            ),
            references=("geref-pk", "baker-2012"),
        ),
        used_for=("timing",),
    ),
    Claim(
        source=ARTICLE,
        id="dose-range-200-500",
        locators=("dosing.p1",),
        topic="dose",
        statement="Nightly dose range is 200-500 mcg.",
        figures=(Figure("dose", "mcg/night", low=200, high=500),),
        consistency=("faq.cost calls 200-300 the standard dose.",),
        external=ExternalStatus(
            "unverifiable",
            note=(
                "Matches compounding practice only. Label treatment dose in children 30 mcg/kg "
                "(2100 mcg at 70 kg); adult GHRH(1-29) studies used 1000-2000 mcg/day. 200 mcg is "
                "about 3 mcg/kg; SC bioavailability about 6%."
            ),
            references=("geref-pk", "corpas-1992", "vittone-1997", "geref-history"),
        ),
        used_for=("dose", "cost"),
    ),
    Claim(
        source=ARTICLE,
        id="dose-start-200-300",
        locators=("dosing.p1",),
        topic="titration",
        statement="Most protocols begin at 200-300 mcg.",
        figures=(Figure("start_dose", "mcg/night", low=200, high=300),),
        consistency=("The described 2014 trial used a fixed 200 mcg.",),
        external=ExternalStatus(
            "unverifiable",
            note="A convention only.",
            references=("geref-history",),
        ),
        used_for=("dose", "titration"),
    ),
    Claim(
        source=ARTICLE,
        id="titrate-igf1-6-8wk",
        locators=("dosing.p1",),
        topic="titration",
        statement="Raise the dose according to IGF-1 drawn at 6-8 weeks.",
        figures=(Figure("check", "weeks", low=6, high=8),),
        consistency=(
            (
                "The heading of what-if.no-response says 8 weeks, what-if.high-igf1 and "
                "faq.blood-markers say 6-8: compatible."
            ),
            "IGF-1 said to peak only at 8-12 weeks, so a 6-week value may be sub-peak.",
        ),
        external=ExternalStatus(
            "supported",
            note="Timing reasonable clinically.",
            references=("egrifta-label",),
        ),
        used_for=("titration", "monitoring"),
    ),
    Claim(
        source=ARTICLE,
        id="half-life-8-12",
        locators=("dosing.p1",),
        topic="pharmacokinetics",
        statement="Plasma half-life is about 8-12 minutes.",
        figures=(Figure("half_life", "min", low=8, high=12),),
        consistency=("faq.skipping-nights says under 12.",),
        external=ExternalStatus(
            "supported",
            note="Label: 11-12 min.",
            references=("geref-pk",),
        ),
        used_for=("explanation",),
    ),
    Claim(
        source=ARTICLE,
        id="igf1-persist-16-24h",
        locators=("dosing.p1",),
        topic="pharmacokinetics",
        statement="IGF-1 elevation lasts 16-24 hours per dose.",
        figures=(Figure("duration", "h", low=16, high=24),),
        consistency=(
            (
                "Incompatible with return to baseline taking 2-4 weeks after stopping "
                "(stop-igf1-baseline)."
            ),
        ),
        external=ExternalStatus(
            "unverifiable",
            note="Ternary-complex IGF-1 half-life about 12 h; steady state moves over days.",
            references=("igf1-mayo",),
        ),
        used_for=("frequency", "explanation"),
    ),
    Claim(
        source=ARTICLE,
        id="ceiling-500",
        locators=("dosing.p2",),
        topic="dose",
        statement="Above 500 mcg per night gives no proportional gain (ceiling).",
        figures=(Figure("ceiling", "mcg/night", value=500),),
        consistency=("500 itself is inside the range: boundary is strictly greater than 500.",),
        external=ExternalStatus(
            "contradicted",
            note=(
                "Published IGF-1 and GH responses come from 1-2 mg; 500 mcg is not a demonstrated "
                "plateau."
            ),
            references=("falutz-2007", "corpas-1992"),
        ),
        used_for=("dose",),
    ),
    Claim(
        source=ARTICLE,
        id="overdose-side-effects",
        locators=("dosing.p2",),
        topic="safety",
        statement=(
            "Too much raises risk of joint stiffness, mild oedema and fasting hyperglycaemia."
        ),
        consistency=("faq.risks lists the same minus oedema, plus site reactions.",),
        external=ExternalStatus(
            "supported",
            note="Class effect: arthralgia OR 6, oedema OR 5, glucose +3 mg/dL with rhGH.",
            references=("mekala-2009", "egrifta-label"),
        ),
        used_for=("safety", "dose"),
    ),
    Claim(
        source=ARTICLE,
        id="insulin-sensitivity",
        locators=("dosing.p2",),
        topic="safety",
        statement="GH release briefly lowers insulin sensitivity.",
        external=ExternalStatus(
            "supported",
            note="Class effect.",
            references=("mekala-2009", "stanley-2014"),
        ),
        used_for=("safety", "monitoring"),
    ),
)
