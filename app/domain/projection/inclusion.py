"""Whether there is a sermorelin arm at all."""

from dataclasses import dataclass

from app.domain.facts.facts import Facts


@dataclass(frozen=True, slots=True)
class Barriers:
    """What the rule book raised, as far as the projection asks for it.

    `sermorelin`: raised rules that rule it out; `glp1`: a raised rule rules the GLP-1 out;
    `dose_implausible`: the dose looks like a unit
    mistake; `any_contraindication`: some rule with a contraindication is raised.
    """

    sermorelin: tuple[str, ...]
    glp1: bool
    dose_implausible: bool
    any_contraindication: bool


def why_control_only(facts: Facts, barriers: Barriers) -> str | None:
    """Why no sermorelin arm is projected, or None where one is."""
    if not facts.has_sermorelin:
        return "No sermorelin plan is given."
    if facts.treatment.stopped:
        return "Sermorelin is stopped."
    if barriers.sermorelin:
        return f"Sermorelin is ruled out by {', '.join(barriers.sermorelin)}."
    if barriers.dose_implausible:
        return "The dose looks like a unit mistake (dose-unit-implausible)."
    deficit = facts.energy_facts.deficit
    if deficit is not None and deficit <= 0:
        return "No energy deficit: the document sees no effect outside one (only-in-deficit)."
    return None
