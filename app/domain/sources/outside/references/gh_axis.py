"""Trials of GHRH analogues, GH secretagogues and GH itself."""

from typing import Final

from app.domain.sources.types import Reference

GH_AXIS: Final[tuple[Reference, ...]] = (
    Reference(
        id="stanley-2014",
        citation="Stanley 2014 JAMA 312:380 (tesamorelin, HIV)",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            (
                "the GHRH-analogue RCT in JAMA 2014: 54 randomised/50 assessed, 2 mg, 6 mo, VAT "
                "treatment effect -42 cm2; no diet, no sermorelin"
            ),
        ),
    ),
    Reference(
        id="falutz-2007",
        citation="Falutz 2007 NEJM",
        url="https://pubmed.ncbi.nlm.nih.gov/18057338",
        tier="seen",
        confidence="high",
        numbers=("tesamorelin 2 mg 26 wk, n=412: VAT -15.2% vs +5.0%; IGF-1 +81%",),
    ),
    Reference(
        id="makimura-2012",
        citation="Makimura 2012 JCEM, obese with low GH",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            (
                "n=60, 12 mo: VAT -35 cm2; lean better (P=.03); weight unchanged; IGF-1 +92 ug/L; "
                "no weight-loss diet"
            ),
        ),
    ),
    Reference(
        id="baker-2012",
        citation="Baker 2012 Arch Neurol (tesamorelin 1 mg, 20 wk, n=137 completers)",
        url="http://pubmed.ncbi.nlm.nih.gov/22869065/",
        tier="seen",
        confidence="medium",
        numbers=(
            (
                "given 30 min before bed; IGF-1 about +117% and body fat about -7.4% (figures "
                "general knowledge)"
            ),
        ),
    ),
    Reference(
        id="corpas-1992",
        citation="Corpas 1992 JCEM: GHRH(1-29) 0.5 and 1 mg twice daily, 14 d, old men",
        url=None,
        tier="general",
        confidence="high",
        numbers=(
            (
                "raised 24-h GH and IGF-1 with morning and evening dosing, against the claim that "
                "daytime doses suppress the night pulse"
            ),
        ),
    ),
    Reference(
        id="vittone-1997",
        citation="Vittone 1997 Metabolism: GHRH(1-29) 2 mg nightly, 6 wk, 11 men 64-76 y",
        url=None,
        tier="general",
        confidence="medium",
        numbers=("GH doubled; no significant IGF-1 or body-composition change",),
    ),
    Reference(
        id="khorram-1997",
        citation="Khorram 1997 JCEM: [Nle27]GHRH(1-29) 10 mcg/kg nightly, 16 wk",
        url=None,
        tier="general",
        confidence="medium",
        numbers=("lean mass +1.26 kg in men only; not in women; no calorie restriction",),
    ),
    Reference(
        id="sigalos-2017",
        citation="Sigalos 2017 Am J Mens Health",
        url=(
            "https://pure.johnshopkins.edu/en/publications/growth-hormone-secretagogue-treatment-in-hypogonadal-men-raises-s"
        ),
        tier="seen",
        confidence="high",
        numbers=(
            (
                "retrospective, 14 of 105 compliant men; sermorelin + GHRP-2 + GHRP-6 100 mcg "
                "three times daily: IGF-1 159.5 -> 239.0 (+50%)"
            ),
        ),
    ),
    Reference(
        id="ghs-inbody",
        citation="GHS in men body-composition abstract (AUA)",
        url=None,
        tier="secondary",
        confidence="medium",
        numbers=("145 men: only ibutamoren associated with a significant composition change",),
    ),
    Reference(
        id="ghs-reviews",
        citation="Sigalos 2018 Sex Med Rev; Sinha 2020 Transl Androl Urol; Hersch & Merriam 2008",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC7108996/",
        tier="seen",
        confidence="high",
        numbers=("few long-term controlled data; benefit/risk uncertain; glucose concern",),
    ),
    Reference(
        id="kim-1999",
        citation="Kim 1999 Horm Res: low-dose rhGH + diet",
        url="https://pubmed.ncbi.nlm.nih.gov/10352397/",
        tier="seen",
        confidence="high",
        numbers=("n=24, 12 wk: lean +1.13 kg (rhGH) vs -2.62 kg; IGF-1 1.6-fold",),
    ),
    Reference(
        id="snyder-1988",
        citation="Snyder 1988 JCEM: rhGH + diet, 11 wk",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            (
                "n=20: no difference in weight or fat lost; nitrogen sparing only in first 33 "
                "days, gone in last 44"
            ),
        ),
    ),
    Reference(
        id="mekala-2009",
        citation="Mekala & Tritos 2009 JCEM meta-analysis (24 trials, n=539)",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            (
                "rhGH: lean +1.8 kg, fat -0.9 kg, no weight loss; arthralgia OR 6, oedema OR 5; "
                "glucose +3 mg/dL"
            ),
        ),
    ),
    Reference(
        id="gh-withdrawal",
        citation="GH withdrawal in obese women",
        url=None,
        tier="secondary",
        confidence="medium",
        numbers=("lean and fat changes reverted to baseline 6 months after stopping rhGH",),
    ),
)
