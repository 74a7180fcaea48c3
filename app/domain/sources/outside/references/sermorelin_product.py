"""Regulatory texts and labels: sermorelin, its class comparator and the GLP-1 drugs."""

from typing import Final

from app.domain.sources.types import Reference

SERMORELIN_PRODUCT: Final[tuple[Reference, ...]] = (
    Reference(
        id="fr-2013-geref",
        citation="FDA determination on GEREF, 78 FR 14095 (4 Mar 2013), docket FDA-2012-P-1071",
        url="http://www.gpo.gov/fdsys/pkg/FR-2013-03-04/html/2013-04827.htm",
        tier="seen",
        confidence="high",
        numbers=(
            (
                "0.05, 0.5 and 1.0 mg presentations no longer sold; not withdrawn for safety or "
                "effectiveness"
            ),
        ),
    ),
    Reference(
        id="geref-history",
        citation=(
            "Approval chronology: diagnostic 1990, paediatric GHD treatment 1997, discontinued "
            "2008, approvals withdrawn 2009"
        ),
        url=None,
        tier="secondary",
        confidence="high",
        numbers=(
            "1990 diagnostic",
            "1997 therapeutic (children with idiopathic GHD and growth failure)",
            "2008 discontinued (API supply/manufacturing)",
            "2009 approvals withdrawn",
        ),
    ),
    Reference(
        id="geref-us-label",
        citation="US Geref prescribing text (mirror copies)",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            "hypothyroidism during therapy 6.5%",
            "untreated hypothyroidism can jeopardise response",
            "not recommended in GHD secondary to intracranial lesion (not studied)",
            "pregnancy category C",
            "local/systemic allergic reactions possible",
            "no carcinogenicity studies",
        ),
    ),
    Reference(
        id="geref-pk",
        citation="Geref clinical pharmacology (mirror) and MIMS monograph",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            "SC bioavailability ~6%",
            "half-life ~11-12 min",
            "Tmax 5-20 min after 2 mg SC in adults",
            "paediatric treatment dose 30 mcg/kg once nightly SC",
            "diagnostic dose 1 mcg/kg IV",
        ),
    ),
    Reference(
        id="geref-ddi",
        citation="MIMS sermorelin interactions/precautions",
        url=None,
        tier="seen",
        confidence="medium",
        numbers=(
            (
                "interfere (diagnostic): somatostatin-acting drugs, insulin, glucocorticoids, COX "
                "inhibitors"
            ),
            "raise GH: clonidine, levodopa",
            "reduce effect: antimuscarinics, antithyroid drugs",
            (
                "precautions: diabetes, epilepsy, obesity, raised free fatty acids, uncontrolled "
                "hypothyroidism, pregnancy, lactation"
            ),
        ),
    ),
    Reference(
        id="geref-ch-smpc",
        citation="Swiss Geref professional information (Merck Serono)",
        url="https://ch.oddb.org/en/gcc/fachinfo/reg/50643/chapter/restrictions",
        tier="seen",
        confidence="high",
        numbers=(
            "contraindicated: hypersensitivity to sermorelin/excipients",
            "must not be given in pregnancy or lactation",
            (
                "obesity, hyperglycaemia, raised free fatty acids, high somatostatin, untreated "
                "hypothyroidism blunt response"
            ),
        ),
    ),
    Reference(
        id="fda-503a",
        citation=(
            "503A eligibility as component of a formerly FDA-approved drug; no approved product now"
        ),
        url=None,
        tier="secondary",
        confidence="medium",
        numbers=(
            (
                "compounded by prescription only; the product itself is not FDA-approved; "
                "secondary sources disagree on the bulks-list category, so it needs a regulatory "
                "check before it is relied on"
            ),
        ),
    ),
    Reference(
        id="wada-s2",
        citation="WADA Prohibited List S2 (2.3) names sermorelin",
        url=(
            "http://list.wada-ama.org/list/s2-peptide-hormones-growth-factors-and-related-substances/"
        ),
        tier="seen",
        confidence="high",
        numbers=("prohibited at all times",),
    ),
    Reference(
        id="egrifta-label",
        citation="Egrifta (tesamorelin) US label - class comparator",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            (
                "contraindicated: hypothalamic-pituitary disruption, active malignancy, pregnancy, "
                "hypersensitivity"
            ),
            "not for weight loss (weight neutral)",
            "consider stopping if IGF-1 persistently > +3 SDS",
            "monitor glucose",
        ),
    ),
    Reference(
        id="wegovy-dose",
        citation="Wegovy escalation and contraindications",
        url=None,
        tier="seen",
        confidence="high",
        numbers=(
            "0.25/0.5/1/1.7 mg 4 weeks each, 2.4 mg from week 17",
            "contraindicated MTC / MEN2 history; not studied with pancreatitis history",
        ),
    ),
    Reference(
        id="zepbound-dose",
        citation="Zepbound strengths 2.5-15 mg weekly, start 2.5 mg x4 wk",
        url=(
            "https://medical.lilly.com/us/products/answers/what-effect-does-zepbound-tirzepatide-have-on-body-composition-192995"
        ),
        tier="seen",
        confidence="high",
        numbers=("2.5, 5, 7.5, 10, 12.5, 15 mg; 2.5 mg is an initiation dose (general knowledge)",),
    ),
)
