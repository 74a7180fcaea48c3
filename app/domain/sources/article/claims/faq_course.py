"""Frequent questions on the length, the combination and the cost of a course."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

FAQ_COURSE: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="faq-4-months",
        locators=("faq.timeline",),
        topic="duration",
        statement="Meaningful shift only after 4 months with training and protein above 1.6.",
        figures=(
            Figure("duration", "months", value=4),
            Figure("protein", "g/kg/day, exceeded", value=1.6),
        ),
        consistency=("4 months is 17.4 weeks versus 12-16.",),
        external=ExternalStatus(
            "unverifiable",
        ),
        used_for=("expectation",),
    ),
    Claim(
        source=ARTICLE,
        id="faq-combo-safe",
        locators=("faq.glp1",),
        topic="combination",
        statement=(
            "Combination with semaglutide or tirzepatide is called safe and increasingly common."
        ),
        external=ExternalStatus(
            "unverifiable",
            note=(
                "No safety data; opposing glucose effects, slowed gastric emptying, appetite and "
                "protein shortfall. Wegovy not established with other weight products."
            ),
            references=("wegovy-dose", "search-null"),
        ),
        used_for=("combination", "safety"),
    ),
    Claim(
        source=ARTICLE,
        id="cost-monthly",
        locators=("faq.cost",),
        topic="cost",
        statement="Compounded supply 250-450 USD a month at 200-300 mcg.",
        figures=(
            Figure("monthly", "USD/month", low=250, high=450),
            Figure("dose", "mcg/night", low=200, high=300),
        ),
        consistency=("No price for 301-500 mcg.",),
        external=ExternalStatus(
            "unverifiable",
            note="Not verified; plausible market range.",
        ),
        used_for=("cost",),
    ),
    Claim(
        source=ARTICLE,
        id="cost-6-month",
        locators=("faq.cost",),
        topic="cost",
        statement="Six months 1500-2700 USD, includes water and syringes, excludes labs.",
        figures=(
            Figure("total", "USD", low=1500, high=2700),
            Figure("months", "months", value=6),
        ),
        consistency=(
            "6x250=1500 and 6x450=2700: correct. Labs extra: two draws 1660-3000, three 1740-3150.",
        ),
        external=ExternalStatus(
            "unverifiable",
        ),
        used_for=("cost",),
    ),
    Claim(
        source=ARTICLE,
        id="cost-igf1-draw",
        locators=("faq.cost",),
        topic="cost",
        statement="IGF-1 test 80-150 USD per draw.",
        figures=(Figure("per_draw", "USD", low=80, high=150),),
        consistency=("DEXA cost is never given though two scans are required.",),
        external=ExternalStatus(
            "unverifiable",
        ),
        used_for=("cost",),
    ),
    Claim(
        source=ARTICLE,
        id="offlabel-insurance",
        locators=("faq.cost",),
        topic="regulatory",
        statement="Use is off-label and seldom insured.",
        consistency=("Sits badly with the approval of intro.p1 (intro-fda-1997).",),
        external=ExternalStatus(
            "supported",
            note="Compounded product is not FDA-approved at all.",
            references=("geref-history", "fda-503a"),
        ),
        used_for=("cost", "safety"),
    ),
)
