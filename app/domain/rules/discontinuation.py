"""Rules on stopping sermorelin."""

from typing import Final

from app.domain.facts import missing
from app.domain.facts.facts import Facts
from app.domain.rules.rule import CLEAR, Raised, Rule, Unknown, Verdict

_STOPPING: Final = ("sermorelin.stopping",)
_FADES: Final = (
    "The document puts IGF-1 back at baseline 2 to 4 weeks after the last dose, and the protection "
    "with it. It counts on training and protein to hold what was kept."
)
_STOPPED: Final = Raised(f"Sermorelin has been stopped. {_FADES}")
_BEING_STOPPED: Final = Raised(f"Sermorelin is being stopped. {_FADES}")


def _effect_fades(facts: Facts) -> Verdict:
    stopping, stopped = facts.sermorelin.stopping, facts.treatment.stopped
    if stopped:
        return _STOPPED
    if stopping:
        return _BEING_STOPPED
    if stopping is None or stopped is None:
        ask_stopping = _STOPPING if stopping is None else ()
        return Unknown(ask_stopping + (missing.status(facts) if stopped is None else ()))
    return CLEAR


def _in_maintenance(facts: Facts) -> Verdict:
    active, deficit = facts.treatment.active, facts.energy_facts.deficit
    if active is False or (deficit is not None and deficit > 0):
        return CLEAR
    if active is None or deficit is None:
        ask_status = missing.status(facts) if active is None else ()
        ask_deficit = missing.deficit(facts) if deficit is None else ()
        return Unknown(ask_status + ask_deficit)
    balance = "at maintenance" if deficit == 0 else "in an energy surplus"
    return Raised(
        f"Sermorelin is taken {balance}. The document ties its effect to a deficit and notes that "
        "many leave it out between phases of weight loss."
    )


STOP_EFFECT_FADES: Final = Rule(
    id="stop-effect-fades",
    title="The effect fades after stopping",
    category="discontinuation",
    origin="document",
    severity="advisory",
    when="sermorelin.stopping or status is stopped",
    boundary="either is enough",
    reads=("sermorelin.stopping", "sermorelin.status"),
    claims=("stop-igf1-baseline", "stop-lean-kept"),
    note=(
        "Outside the document, lean mass gained on injected GH was lost within 6 months of "
        "stopping in obese women: a lasting benefit is not shown."
    ),
    decide=_effect_fades,
)

STOP_IN_MAINTENANCE: Final = Rule(
    id="stop-in-maintenance",
    title="Sermorelin is taken without an energy deficit",
    category="discontinuation",
    origin="document",
    severity="info",
    when="status is active and the energy deficit <= 0",
    boundary="0 raises; a surplus is a negative deficit",
    reads=("sermorelin.status", "energy.deficit_kcal_per_day", "energy.deficit_pct"),
    claims=("cycle-with-phases", "only-in-deficit"),
    decide=_in_maintenance,
)

RULES: Final = (STOP_EFFECT_FADES, STOP_IN_MAINTENANCE)
