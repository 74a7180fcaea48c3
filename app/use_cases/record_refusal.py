"""What is kept of a request for an assessment that the caller's tenant does not have."""

import re
from datetime import datetime
from typing import Final

from app.use_cases.caller import Caller
from app.use_cases.ports import AuditTrail

_ID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


async def record_refusal(
    audit: AuditTrail, assessment_id: str, *, caller: Caller, now: datetime
) -> None:
    """Who asked for which id.

    Another tenant's id and one that nobody has are not told apart, here as little as in the
    answer. A text that could be no id of ours is nobody's, and may say something about a patient:
    it is not kept.
    """
    if _ID.fullmatch(assessment_id):
        await audit.append(caller.did("assessment.refused", at=now, subject=assessment_id))
