"""The what-if scenario of a person on a GLP-1 drug."""

from typing import Final

from app.domain.sources.article.source import ARTICLE
from app.domain.sources.types import Claim, ExternalStatus, Figure

ON_GLP1: Final[tuple[Claim, ...]] = (
    Claim(
        source=ARTICLE,
        id="glp1-over-25",
        locators=("what-if.on-glp1",),
        topic="baseline lean loss",
        statement=(
            "Many GLP-1 users lose over 25% of weight as lean because they eat too little protein."
        ),
        figures=(Figure("lean_share", "fraction of weight lost, exceeded", value=0.25),),
        consistency=("Table 70-80% implies 20-30%.",),
        external=ExternalStatus(
            "supported",
            note=(
                "25% tirzepatide, 35-39% semaglutide; 20-40% overall. The share is that of a loss "
                "by diet, so nothing clearly speeds it up."
            ),
            references=("look-2025", "glp1-meta-20rct", "glp1-ffml-2024", "sargeant-2019"),
        ),
        used_for=("projection.control_glp1", "combination"),
    ),
    Claim(
        source=ARTICLE,
        id="combo-dose-200-300",
        locators=("what-if.on-glp1",),
        topic="combination",
        statement="With GLP-1 add 200-300 mcg nightly.",
        figures=(Figure("dose", "mcg/night", low=200, high=300),),
        consistency=("Narrower than the 200-500 mcg of dosing.p1.",),
        external=ExternalStatus(
            "unverifiable",
            note="No trial of the combination was found.",
            references=("search-null",),
        ),
        used_for=("combination", "dose"),
    ),
    Claim(
        source=ARTICLE,
        id="combo-90-10",
        locators=("what-if.on-glp1",),
        topic="combination",
        statement=(
            "Adding sermorelin with protein over 1.6 g/kg can move fat:lean loss from 75:25 toward "
            "90:10."
        ),
        figures=(
            Figure("control_lean_share", "fraction of weight lost", value=0.25),
            Figure("combo_lean_share", "fraction of weight lost", value=0.1),
            Figure("relative_reduction", "fraction", value=0.6),
            Figure("protein", "g/kg/day, exceeded", value=1.6),
        ),
        consistency=(
            "60% relative reduction exceeds 30-50%; 30-50% would give 82.5:17.5 to 87.5:12.5.",
        ),
        external=ExternalStatus(
            "unverifiable",
            note="No trial of the combination.",
            references=("search-null",),
        ),
        used_for=("projection.combo", "projection.check"),
    ),
)
