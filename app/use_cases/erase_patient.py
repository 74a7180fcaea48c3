"""Erase everything that is stored about one patient."""

from datetime import datetime

from app.use_cases.caller import Caller
from app.use_cases.erase_assessment import erasures
from app.use_cases.ports import UnitOfWork


async def erase_patient(
    patient_ref: str, *, caller: Caller, now: datetime, unit_of_work: UnitOfWork
) -> None:
    """Erase all of the patient's assessments; there need not be any.

    The trail keeps which and how many there were, and not whose.
    """
    async with unit_of_work(caller.tenant_id) as repositories:
        erased = await repositories.assessments.remove_of_patient(patient_ref)
        await repositories.audit.append(
            *erasures(erased, caller=caller, now=now),
            caller.did("patient.erased", at=now, count=len(erased)),
        )
