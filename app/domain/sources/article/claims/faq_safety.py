"""Frequent questions on risks, injected GH and missed nights."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

FAQ_SAFETY: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="side-effects-common",
        locators=("faq.risks",),
        topic="safety",
        statement=(
            "Common effects: reactions at the injection site, brief joint stiffness, now and then "
            "raised fasting glucose."
        ),
        external=ExternalStatus(
            "supported",
            note="Label also: flushing, headache, hypothyroidism 6.5%, allergy - omitted.",
            references=("geref-us-label", "geref-ddi"),
        ),
        used_for=("safety",),
    ),
    Claim(
        source=ARTICLE,
        id="supraphysiologic-300-350",
        locators=("faq.risks",),
        topic="lab",
        statement="Supraphysiologic IGF-1 means above 300-350 ng/mL for long periods.",
        figures=(Figure("threshold", "ng/mL", low=300, high=350),),
        consistency=("what-if.high-igf1 says 300 alone.",),
        external=ExternalStatus(
            "contradicted",
            note="Above ULN for every adult over 40 on three assays; use age/assay z-score.",
            references=("igf1-mayo", "igf1-arup", "igf1-roche"),
        ),
        used_for=("lab-interpretation.ceiling", "safety"),
    ),
    Claim(
        source=ARTICLE,
        id="cancer-contraindication",
        locators=("faq.risks",),
        topic="safety",
        statement="Active or past cancer: do not use without oncology clearance.",
        consistency=(
            "Same rule for active and past disease, so clearance could permit active cancer.",
        ),
        external=ExternalStatus(
            "supported",
            note=(
                "Class label: active malignancy is an absolute contraindication; history needs "
                "inactive and completed treatment."
            ),
            references=("egrifta-label",),
        ),
        used_for=("safety",),
    ),
    Claim(
        source=ARTICLE,
        id="serious-ae-rare",
        locators=("faq.risks",),
        topic="safety",
        statement="Tolerability is called good and serious events rare.",
        external=ExternalStatus(
            "unverifiable",
            note=(
                "Label-era data were in children; long-term controlled adult safety data are "
                "sparse."
            ),
            references=("ghs-reviews", "geref-us-label"),
        ),
        used_for=("safety",),
    ),
    Claim(
        source=ARTICLE,
        id="rhgh-comparison",
        locators=("faq.rhgh",),
        topic="comparison",
        statement="Injected GH is faster and stronger, riskier, and 5-10 times the price.",
        figures=(
            Figure("cost_multiple", "x sermorelin", low=5, high=10),
            Figure("implied_monthly", "USD/month", low=1250, high=4500),
        ),
        external=ExternalStatus(
            "unverifiable",
            note=(
                "Price 1000-5000 USD/month quoted publicly. Long-term safety advantage of "
                "sermorelin is unproven."
            ),
            references=("ghs-reviews",),
        ),
        used_for=("expectation", "cost"),
    ),
    Claim(
        source=ARTICLE,
        id="nightly-no-skip",
        locators=("faq.skipping-nights",),
        topic="frequency",
        statement="Every night; missed doses let breakdown resume.",
        figures=(Figure("nights", "nights/week", value=7),),
        consistency=("Breakdown resuming overnight clashes with IGF-1 taking 2-4 weeks to fall.",),
        external=ExternalStatus(
            "unverifiable",
            note="The former label was nightly.",
            references=("geref-pk",),
        ),
        used_for=("frequency", "projection.e_adherence"),
    ),
    Claim(
        source=ARTICLE,
        id="skip-weekend-30",
        locators=("faq.skipping-nights",),
        topic="frequency",
        statement="Skipping two nights cuts weekly IGF-1 exposure about 30%.",
        figures=(
            Figure("loss", "fraction", value=0.3),
            Figure("dose_loss", "fraction of doses", value=0.2857),
        ),
        consistency=(
            (
                "2/7 = 28.6%: right for doses or for the drug-induced increment if effect lasts "
                "only a day."
            ),
            "Total IGF-1 exposure falls just 4.8-7.4% with a 20-35% rise.",
        ),
        external=ExternalStatus(
            "contradicted",
            note="The arithmetic of the document itself.",
        ),
        used_for=("frequency", "projection.e_adherence"),
    ),
)
