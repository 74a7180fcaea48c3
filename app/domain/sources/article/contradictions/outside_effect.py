"""Outside evidence on trials, IGF-1 limits, GLP-1 drugs, training and protein."""

from typing import Final

from app.domain.sources.types import Arithmetic, Contradiction

OUTSIDE_EFFECT: Final[tuple[Contradiction, ...]] = (
    Contradiction(
        id="E1",
        title="The cited trials cannot be found",
        claims=(
            "jama-2014-design",
            "intro-jcem-78-62",
            "ajp-92-73",
            "eje-2019-gh-peaks",
            "jhu-2021-pilot",
        ),
        finding=(
            "No trace was found of the 2014 JAMA, the JCEM, the AJP, the 2019 EJE or the 2021 "
            "Johns Hopkins study of sermorelin. The GHRH-analogue trial that JAMA did print in "
            "2014 gave tesamorelin 2 mg to about 50 people with HIV, without a diet."
        ),
        reading="The figures are claims of the document, not results.",
        software=(
            "Each is marked unverifiable or contradicted, and the projection says that its drug "
            "effect rests on the document alone."
        ),
        references=("search-null", "stanley-2014"),
    ),
    Contradiction(
        id="E2",
        title="The nearest evidence",
        claims=("reduction-30-50", "lean-gain-12-16", "only-in-deficit"),
        finding=(
            "Injected GH with a diet gave +1.13 against -2.62 kg of lean mass over 12 weeks in one "
            "trial, and no lasting difference over 11 weeks in another, where nitrogen sparing was "
            "gone after day 33. GHRH analogues without a diet gave small gains, in one trial in "
            "men only."
        ),
        reading="Related drugs conflict; none is sermorelin in an energy deficit.",
        software="The outside increment for the drug is none.",
        references=("kim-1999", "snyder-1988", "makimura-2012", "khorram-1997"),
    ),
    Contradiction(
        id="E3",
        title="IGF-1 limits depend on the assay",
        claims=(
            "high-baseline-220-250",
            "retest-6-8-stop-300",
            "supraphysiologic-300-350",
            "response-example-180",
            "high-igf1-cancer-theory",
        ),
        finding=(
            "Upper limits at 50 years run from 205 to 259 ng/mL by assay and sex, and to 317 on "
            "one older assay. 300 ng/mL is above the limit for men from 36 years on one assay and "
            "from 40 years for both sexes on two others, yet inside the older one. The lowest "
            "mortality lies at 120-160 ng/mL."
        ),
        reading="A limit in ng/mL means little without its assay and age.",
        software=(
            "The upper limit or z-score of the assay is asked for, and has outside rules of its "
            "own."
        ),
        references=(
            "igf1-arup",
            "igf1-roche",
            "igf1-mayo",
            "igf1-quest",
            "igf1-bidlingmaier",
            "igf1-mortality",
        ),
    ),
    Contradiction(
        id="E4",
        title="GLP-1 drugs: share and speed",
        claims=("table-glp1-15-20-6mo", "table-retention-glp1", "glp1-over-25"),
        finding=(
            "The lean share is about 25% on tirzepatide and 35-39% on semaglutide. Losses of "
            "15-20% took 68-72 weeks, not 6 months; semaglutide gave about 10% in 7 months."
        ),
        reading="The share of the document fits tirzepatide; its speed fits neither.",
        software=(
            "Outside shares are shown beside the band, and the default weight loss comes with a "
            "rule that doubts it."
        ),
        references=(
            "look-2025",
            "glp1-meta-20rct",
            "step1-dxa",
            "step1-main",
            "surmount1-main",
            "semalean",
            "glp1-6mo",
        ),
    ),
    Contradiction(
        id="E5",
        title="Training alone does as much",
        claims=("jama-2014-placebo-kg", "ajp-92-73", "prerequisite-training-protein"),
        finding=(
            "Diet with resistance training gave a lean share of 9.2% in one trial and 17.5% "
            "pooled; in older people training averted 93.5% of the lean loss of a diet. The "
            "trained placebo arm of the document, 24%, is implausibly bad."
        ),
        reading="The drug arm of the document equals real training without a drug.",
        software="Outside trials credit training; that row stands beside the band.",
        arithmetic=(
            Arithmetic(
                "lean share of the trained placebo arm",
                "{jama-2014-placebo-kg.lean} / {jama-2014-placebo-kg.total} * 100",
                24,
                "%",
            ),
            Arithmetic(
                "lean share of the trained AJP arm on the drug",
                "(1 - {ajp-92-73.fat_share_sermorelin}) * 100",
                8,
                "%",
            ),
        ),
        references=("beavers-2017", "glp1-meta-20rct", "sardeli-2018"),
    ),
    Contradiction(
        id="E6",
        title="Protein",
        claims=("protein-range", "protein-below-1-2"),
        finding=(
            "High protein spares 0.43 kg of fat-free mass in a pooled analysis. Without exercise "
            "it made no difference in postmenopausal women."
        ),
        reading="A small help, and with training more than alone.",
        software=(
            "Protein scales the drug effect as the document has it. The outside figures stand here "
            "only: no answer reckons with them."
        ),
        references=("wycherley-2012", "englert-2021"),
    ),
)
