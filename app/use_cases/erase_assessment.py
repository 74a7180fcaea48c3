"""Erase one stored assessment."""

from app.use_cases.ports import UnitOfWork


async def erase_assessment(assessment_id: str, *, unit_of_work: UnitOfWork) -> None:
    """Erase the assessment of this id. Raises AssessmentNotFoundError."""
    async with unit_of_work() as repositories:
        await repositories.assessments.remove(assessment_id)
