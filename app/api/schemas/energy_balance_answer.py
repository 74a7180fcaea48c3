"""Wire shapes of what the dynamic body-weight model answers."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from app.api.schemas.energy_balance import PersonIn
from app.api.schemas.out import EvaluationOut, plain_header
from app.domain.energy_balance.baseline import Baseline
from app.domain.energy_balance.goal import Goal
from app.domain.energy_balance.state import State
from app.use_cases.simulate_energy_balance import Simulation


class BaselineOut(TypedDict):
    """The balanced state that every change starts from.

    Weight is fat + lean tissue + extracellular fluid + 3.7 times the dry glycogen (itself and its
    water); fat-free mass is all of it but fat. Nothing here is muscle.
    """

    resting_metabolic_rate_kcal_per_day: float
    maintenance_kcal_per_day: float
    maintenance_basis: Literal["given", "activity-level-times-mifflin"]
    weight_kg: float
    fat_mass_kg: float
    body_fat_pct: float
    fat_mass_basis: Annotated[
        Literal["given", "jackson-2002"],
        Field(
            description="jackson-2002 is an estimate from age, sex and body-mass index; its "
            "standard error is several points of body fat."
        ),
    ]
    lean_tissue_kg: float
    extracellular_fluid_kg: float
    glycogen_kg: float
    fat_free_mass_kg: float
    activity_kcal_per_kg_per_day: Annotated[
        float,
        Field(
            description="The activity parameter: what moving costs, per kilogram of body weight."
        ),
    ]


class StateOut(TypedDict):
    """The body at the start of a day, which is after that many days.

    Lean tissue leaves out extracellular fluid and glycogen with its water. Intake and expenditure
    are those of the day that begins.
    """

    day: int
    weight_kg: float
    fat_mass_kg: float
    lean_tissue_kg: float
    extracellular_fluid_kg: float
    glycogen_kg: float
    fat_free_mass_kg: float
    adaptive_thermogenesis_kcal_per_day: float
    energy_intake_kcal_per_day: float
    energy_expenditure_kcal_per_day: float


class EnergyBalanceAnswer(EvaluationOut):
    """Answer of POST /v1/energy-balance."""

    baseline: BaselineOut
    states: Annotated[list[StateOut], Field(description="In the order of report_days.")]


class EnergyBalanceGoalAnswer(EvaluationOut):
    """Answer of POST /v1/energy-balance/goal."""

    intake_to_reach_goal_kcal: Annotated[float, Field(description="kcal a day, from day 0 on.")]
    final_weight_kg: float
    final_fat_mass_kg: float
    maintenance_intake_at_end_kcal: Annotated[
        float,
        Field(description="kcal a day that hold the body reached, once adaptation has settled."),
    ]
    baseline_maintenance_kcal: Annotated[
        float, Field(description="kcal a day that held it before.")
    ]


def plain_energy_balance(asked: PersonIn, simulation: Simulation) -> EnergyBalanceAnswer:
    """The shape of a course that was followed."""
    return {
        **plain_header(),
        "baseline": _baseline(asked, simulation.baseline),
        "states": [_state(state) for state in simulation.states],
    }


def _baseline(asked: PersonIn, baseline: Baseline) -> BaselineOut:
    measured = asked.fat_mass_kg is not None or asked.body_fat_pct is not None
    given = asked.maintenance_kcal_per_day is not None
    return {
        "resting_metabolic_rate_kcal_per_day": baseline.resting_metabolic_rate_kcal_per_day,
        "maintenance_kcal_per_day": baseline.energy_intake_kcal_per_day,
        "maintenance_basis": "given" if given else "activity-level-times-mifflin",
        "weight_kg": baseline.weight_kg,
        "fat_mass_kg": baseline.fat_mass_kg,
        "body_fat_pct": 100 * baseline.fat_mass_kg / baseline.weight_kg,
        "fat_mass_basis": "given" if measured else "jackson-2002",
        "lean_tissue_kg": baseline.lean_tissue_kg,
        "extracellular_fluid_kg": baseline.extracellular_fluid_kg,
        "glycogen_kg": baseline.glycogen_kg,
        "fat_free_mass_kg": baseline.weight_kg - baseline.fat_mass_kg,
        "activity_kcal_per_kg_per_day": baseline.activity_kcal_per_kg_per_day,
    }


def _state(state: State) -> StateOut:
    return {
        "day": state.day,
        "weight_kg": state.weight_kg,
        "fat_mass_kg": state.fat_mass_kg,
        "lean_tissue_kg": state.lean_tissue_kg,
        "extracellular_fluid_kg": state.extracellular_fluid_kg,
        "glycogen_kg": state.glycogen_kg,
        "fat_free_mass_kg": state.fat_free_mass_kg,
        "adaptive_thermogenesis_kcal_per_day": state.adaptive_thermogenesis_kcal_per_day,
        "energy_intake_kcal_per_day": state.energy_intake_kcal_per_day,
        "energy_expenditure_kcal_per_day": state.energy_expenditure_kcal_per_day,
    }


def plain_goal(goal: Goal) -> EnergyBalanceGoalAnswer:
    """The shape of a goal that was solved."""
    return {
        **plain_header(),
        "intake_to_reach_goal_kcal": goal.intake_to_reach_goal_kcal,
        "final_weight_kg": goal.final_weight_kg,
        "final_fat_mass_kg": goal.final_fat_mass_kg,
        "maintenance_intake_at_end_kcal": goal.maintenance_intake_at_end_kcal,
        "baseline_maintenance_kcal": goal.baseline_maintenance_kcal,
    }
