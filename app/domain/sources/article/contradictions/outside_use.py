"""Outside evidence on dose, time of day, response, safety and stopping."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

OUTSIDE_USE: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="E7",
        title="Dose against what was studied",
        claims=("dose-range-200-500", "ceiling-500"),
        finding=(
            "The former label gave children 30 mcg/kg a night, about 6% of a dose under the skin "
            "reaches the blood, and adult studies used 1-2 mg a day. 200 mcg is about 3 mcg/kg. "
            "Nothing supports a ceiling at 500 mcg."
        ),
        reading="The range is a custom of compounding.",
        software="A standing outside note; it is no reason to raise the dose.",
        arithmetic=(
            Arithmetic("200 mcg at 70 kg", "{dose-range-200-500.dose.low} / 70", 2.9, "mcg/kg"),
        ),
        references=("geref-pk", "corpas-1992", "vittone-1997", "falutz-2007"),
    ),
    Contradiction(
        id="E8",
        title="Morning doses do release GH",
        claims=("daytime-negates",),
        finding=(
            "GHRH given in the morning raised GH, and given twice a day raised GH over 24 hours "
            "and IGF-1."
        ),
        reading="A daytime dose is outside the document, not without effect.",
        software="The document rule stays, with the outside evidence beside it.",
        references=("corpas-1992", "ghrh-morning"),
    ),
    Contradiction(
        id="E9",
        title="Other reasons for a change of IGF-1",
        claims=("igf1-rise-20-35", "response-20-30", "nonresponse-15-20", "needs-deficient-axis"),
        finding=(
            "Weight loss alone raised IGF-1 by 10-19%; a severe deficit lowered it by 18-27%. "
            "Obesity blunts the response to GHRH."
        ),
        reading="A rise or its absence is not proof of response or failure.",
        software=(
            "A note of the response rules says so; outside rules name weight loss and obesity "
            "where the case shows them."
        ),
        references=("redman-2010", "gh-resistance", "obesity-gh"),
    ),
    Contradiction(
        id="E10",
        title="Label safety that the document leaves out",
        claims=("side-effects-common", "serious-ae-rare", "cancer-contraindication"),
        finding=(
            "Hypersensitivity, pregnancy and lactation, untreated hypothyroidism (and a 6.5% "
            "incidence under treatment), intracranial lesions, interactions (glucocorticoids, "
            "somatostatin analogues, insulin, COX inhibitors, antithyroid and antimuscarinic "
            "drugs) and the doping ban are missing."
        ),
        reading="The labels count.",
        software=(
            "Outside rules, which stay on where they name a contraindication even if outside "
            "evidence is switched off."
        ),
        rules=(
            "ext-hypersensitivity",
            "ext-pregnancy-lactation",
            "ext-thyroid",
            "ext-pituitary-lesion",
            "ext-drug-interactions",
            "ext-drug-interactions-minor",
            "ext-tested-athlete",
        ),
        references=("geref-us-label", "geref-ch-smpc", "geref-ddi", "egrifta-label", "wada-s2"),
    ),
    Contradiction(
        id="E11",
        title="After stopping",
        claims=("stop-lean-kept",),
        finding=(
            "Obese women lost the lean mass gained on injected GH within 6 months after it was "
            "stopped."
        ),
        reading="Lasting benefit is not shown.",
        software="A note of the rule on stopping says so.",
        references=("gh-withdrawal",),
    ),
)
