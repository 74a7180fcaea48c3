"""Every quantitative or rule-like claim of the document, in the order in which it makes them."""

from typing import Final

from app.domain.sources.article.claims.dosing import DOSING
from app.domain.sources.article.claims.faq_course import FAQ_COURSE
from app.domain.sources.article.claims.faq_markers import FAQ_MARKERS
from app.domain.sources.article.claims.faq_safety import FAQ_SAFETY
from app.domain.sources.article.claims.faq_support import FAQ_SUPPORT
from app.domain.sources.article.claims.glp1_table import GLP1_TABLE
from app.domain.sources.article.claims.high_igf1 import HIGH_IGF1
from app.domain.sources.article.claims.mechanism import MECHANISM
from app.domain.sources.article.claims.no_response import NO_RESPONSE
from app.domain.sources.article.claims.on_glp1 import ON_GLP1
from app.domain.sources.article.claims.opening import OPENING
from app.domain.sources.article.claims.outcomes import OUTCOMES
from app.domain.sources.article.claims.takeaways import TAKEAWAYS
from app.domain.sources.article.claims.timing import TIMING
from app.domain.sources.article.claims.trial_2014 import TRIAL_2014
from app.domain.sources.article.claims.trial_summary import TRIAL_SUMMARY
from app.domain.sources.article.claims.truth import TRUTH
from app.domain.sources.types import Claim

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
