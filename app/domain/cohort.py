"""The answers on many cases at once, for a cohort on one machine.

NumPy is needed here, which comes with the project's extra named "batch".
"""

from collections.abc import Iterable, Iterator

from app.domain.assessment import Assessment, assessment_of, barriers_of, facts_of
from app.domain.case import Case
from app.domain.errors import ConflictingCaseError
from app.domain.evaluation import Evaluation, evaluate
from app.domain.facts.facts import Facts
from app.domain.projection.project_batch import project_batch


def assess_many(cases: Iterable[Case]) -> Iterator[Assessment | ConflictingCaseError]:
    """`assess` for each, or why not; projections at the horizon alone, as `project_batch` says.

    All are evaluated and projected when the first answer is asked for.
    """
    found = [_evaluated(case) for case in cases]
    good = [each for each in found if not isinstance(each, ConflictingCaseError)]
    projections = iter(project_batch([(facts, barriers_of(one)) for facts, one in good]))
    for each in found:
        if isinstance(each, ConflictingCaseError):
            yield each
        else:
            yield assessment_of(*each, next(projections))


def _evaluated(case: Case) -> tuple[Facts, Evaluation] | ConflictingCaseError:
    try:
        facts = facts_of(case)
    except ConflictingCaseError as error:
        return error
    return facts, evaluate(facts)
