"""Every quantitative or rule-like claim of the document, in the order in which it makes them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.domain.knowledge.claims.dosing import DOSING
from app.domain.knowledge.claims.faq_course import FAQ_COURSE
from app.domain.knowledge.claims.faq_markers import FAQ_MARKERS
from app.domain.knowledge.claims.faq_safety import FAQ_SAFETY
from app.domain.knowledge.claims.faq_support import FAQ_SUPPORT
from app.domain.knowledge.claims.glp1_table import GLP1_TABLE
from app.domain.knowledge.claims.high_igf1 import HIGH_IGF1
from app.domain.knowledge.claims.mechanism import MECHANISM
from app.domain.knowledge.claims.no_response import NO_RESPONSE
from app.domain.knowledge.claims.on_glp1 import ON_GLP1
from app.domain.knowledge.claims.opening import OPENING
from app.domain.knowledge.claims.outcomes import OUTCOMES
from app.domain.knowledge.claims.takeaways import TAKEAWAYS
from app.domain.knowledge.claims.timing import TIMING
from app.domain.knowledge.claims.trial_2014 import TRIAL_2014
from app.domain.knowledge.claims.trial_summary import TRIAL_SUMMARY
from app.domain.knowledge.claims.truth import TRUTH
from app.domain.knowledge.types import Claim

CLAIMS: Final[tuple[Claim, ...]] = (
    *OPENING,
    *OUTCOMES,
    *MECHANISM,
    *TRIAL_2014,
    *TRIAL_SUMMARY,
    *DOSING,
    *TIMING,
    *GLP1_TABLE,
    *TAKEAWAYS,
    *NO_RESPONSE,
    *ON_GLP1,
    *HIGH_IGF1,
    *TRUTH,
    *FAQ_COURSE,
    *FAQ_SAFETY,
    *FAQ_SUPPORT,
    *FAQ_MARKERS,
)
CLAIM_BY_ID: Final[Mapping[str, Claim]] = MappingProxyType({claim.id: claim for claim in CLAIMS})
