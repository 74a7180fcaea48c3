"""IGF-1 reference ranges, and safety."""

from typing import Final

from app.domain.sources.types import Reference

IGF1: Final[tuple[Reference, ...]] = (
    Reference(
        id="igf1-mayo",
        citation="Mayo LC/MS IGF-1, males",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            (
                "41-45 44-275; 46-50 40-259; 51-55 37-245; 56-60 34-232; 61-65 33-220; 66-70 "
                "32-209 ng/mL"
            ),
        ),
    ),
    Reference(
        id="igf1-arup",
        citation="ARUP IGF-1 chemiluminescent",
        url="http://ltd.aruplab.com/tests/pub/2007698",
        tier="seen",
        confidence="high",
        numbers=(
            (
                "age 40 82-237 / 76-271; 45 74-227 (page misprint 277) / 66-249; 50 67-225 / "
                "57-236; 53 64-218 / 52-233 ng/mL (two sex columns)"
            ),
        ),
    ),
    Reference(
        id="igf1-roche",
        citation="Roche IGF-1, Univ. Iowa",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            (
                "age 40 98.5-229 (M) / 91.4-227 (F); 50 78.7-205 / 75.7-215; 58 63.7-193 / "
                "64.6-194 ng/mL"
            ),
        ),
    ),
    Reference(
        id="igf1-quest",
        citation="Quest IGF-1 LC/MS adult ranges quoted by ODX",
        url=None,
        tier="secondary",
        confidence="medium",
        numbers=("40-49.9 52-328; 50-59.9 50-317; 60-69.9 41-279 ng/mL: assay matters",),
    ),
    Reference(
        id="igf1-bidlingmaier",
        citation="Bidlingmaier 2014 JCEM IDS-iSYS (15 014 subjects)",
        url=None,
        tier="general",
        confidence="medium",
        numbers=(
            (
                "about 95% range 75-230 at 41-45, 64-210 at 51-55, 58-200 at 56-60 ng/mL; median "
                "~125-140"
            ),
        ),
    ),
    Reference(
        id="igf1-mortality",
        citation="Rahmani 2022 meta-analysis (PMC8844108), n=30 876",
        url="https://pmc.ncbi.nlm.nih.gov/articles/PMC8844108",
        tier="seen",
        confidence="high",
        numbers=("U-shape; lowest mortality 120-160 ng/mL; high vs middle HR 1.23 (1.06-1.44)",),
    ),
    Reference(
        id="igf1-cancer",
        citation="UK Biobank 2020 (n=412 645); Renehan 2004 Lancet; Rowlands 2009",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            (
                "HR 1.03 per 5 nmol/L overall; breast 1.10, prostate 1.09, colorectal 1.07; "
                "observational"
            ),
        ),
    ),
    Reference(
        id="ada-glucose",
        citation="ADA Standards of Care glucose thresholds",
        url=None,
        tier="general",
        confidence="high",
        numbers=("prediabetes FPG 100-125 mg/dL, A1c 5.7-6.4; diabetes FPG >=126, A1c >=6.5",),
    ),
    Reference(
        id="beers-gh",
        citation="American Geriatrics Society, Beers criteria on GH in older adults (Medscape)",
        url=None,
        tier="seen",
        confidence="medium",
        numbers=(
            (
                "GH strongly discouraged outside deficiency: oedema, arthralgia, carpal tunnel, "
                "impaired fasting glucose"
            ),
        ),
    ),
    Reference(
        id="dxa-water",
        citation="DXA lean mass includes water; GH retains sodium/water",
        url=None,
        tier="general",
        confidence="high",
        numbers=(
            (
                "1-2 kg of apparent lean gain on GH-axis drugs can be fluid; Snyder 1987 saw fluid "
                "mask weight loss"
            ),
        ),
    ),
    Reference(
        id="search-null",
        citation="Our own search: no record found",
        url=None,
        tier="seen",
        confidence="medium",
        numbers=(
            (
                "targeted searches found no trace of the cited sermorelin weight-loss trials; "
                "absence is not proof, but we know of none either"
            ),
        ),
    ),
)
