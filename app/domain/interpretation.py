"""What of a case was not used: entries that are ignored, leaves that nothing judges."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.analytes import ANALYTES
from app.domain.case import Case, LabEntry


@dataclass(frozen=True, slots=True)
class Unused:
    """A place in the case, and why it was not used."""

    path: str
    reason: str


def ignored(case: Case) -> tuple[Unused, ...]:
    """Measurements dated after as_of."""
    reason = "dated after as_of"
    labs = (
        Unused(f"labs[{index}]", reason)
        for index, lab in enumerate(case.labs or ())
        if lab.collected_on > case.as_of
    )
    composition = (
        Unused(f"body_composition[{index}]", reason)
        for index, entry in enumerate(case.body_composition or ())
        if entry.measured_on > case.as_of
    )
    return (*labs, *composition)


def not_judged(case: Case) -> tuple[Unused, ...]:
    """Leaves that were given but that no rule and no number reads."""
    return (
        *_unread_lists(case),
        *(
            unused
            for index, lab in enumerate(case.labs or ())
            if lab.collected_on <= case.as_of
            for unused in _of_lab(f"labs[{index}]", lab)
        ),
        *_of_glp1(case),
        *(() if case.external_evidence else _of_outside_evidence(case)),
    )


def _unread_lists(case: Case) -> Iterator[Unused]:
    if "other" in (case.patient.medications or ()):
        yield Unused("patient.medications", "no rule reads the medication `other`")
    if "other" in (case.patient.symptoms or ()):
        yield Unused("patient.symptoms", "no rule reads the symptom `other`")


def _of_lab(path: str, lab: LabEntry) -> Iterator[Unused]:
    if not ANALYTES[lab.analyte].judged:
        yield Unused(path, f"{lab.analyte} is recorded, but no rule reads it")
        return
    if lab.reference_low is not None:
        yield Unused(f"{path}.reference_low", "no rule reads a lower reference bound")
    if lab.analyte == "igf1":
        return
    if lab.reference_high is not None:
        yield Unused(f"{path}.reference_high", "only IGF-1 is judged against its reference")
    if lab.z_score is not None:
        yield Unused(f"{path}.z_score", "only IGF-1 is judged by its z-score")


def _of_glp1(case: Case) -> Iterator[Unused]:
    drug = case.glp1.drug
    if case.glp1.dose_mg_per_week is not None and drug in ("none", "liraglutide", "other"):
        yield Unused("glp1.dose_mg_per_week", "the document gives no dose for this drug")


def _of_outside_evidence(case: Case) -> Iterator[Unused]:
    reason = "only outside evidence reads it, and that is switched off"
    if set(case.patient.medications or ()) - {"other"}:
        yield Unused("patient.medications", reason)
    if case.patient.conditions.tested_athlete is not None:
        yield Unused("patient.conditions.tested_athlete", reason)
