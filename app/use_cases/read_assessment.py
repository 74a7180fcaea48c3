"""Read one stored assessment."""

from app.use_cases.ports import StoredAssessment, UnitOfWork


async def read_assessment(assessment_id: str, *, unit_of_work: UnitOfWork) -> StoredAssessment:
    """The assessment of this id. Raises AssessmentNotFoundError."""
    async with unit_of_work() as repositories:
        return await repositories.assessments.get(assessment_id)
