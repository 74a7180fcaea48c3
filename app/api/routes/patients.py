"""Patients: all that is stored about one is erased at once."""

from typing import Annotated

from fastapi import APIRouter, Path, Request

from app.api.access import Eraser
from app.api.dependencies import services
from app.api.openapi import declare
from app.api.problem_codes import ProblemCode
from app.api.schemas.case import PatientRef
from app.api.strict_route import StrictRoute
from app.use_cases.erase_patient import erase_patient

router = APIRouter(tags=["assessments"], route_class=StrictRoute)


@router.delete(
    "/patients/{patient_ref}",
    operation_id="erasePatient",
    summary="Erase everything that is stored about a patient",
    status_code=204,
    responses=declare(ProblemCode.STORAGE_UNAVAILABLE),
)
async def erase(
    patient_ref: Annotated[PatientRef, Path()], caller: Eraser, request: Request
) -> None:
    """Gone for good; 204 also where there was nothing."""
    wired = services(request)
    await erase_patient(
        patient_ref, caller=caller, now=wired.now(), unit_of_work=wired.unit_of_work
    )
