"""Where the document contradicts itself, arithmetic or outside evidence, and what is done there."""

from typing import Final

from app.domain.sources.article.contradictions.control_share import CONTROL_SHARE
from app.domain.sources.article.contradictions.effect_size import EFFECT_SIZE
from app.domain.sources.article.contradictions.evidence_wording import EVIDENCE_WORDING
from app.domain.sources.article.contradictions.igf1_kinetics import IGF1_KINETICS
from app.domain.sources.article.contradictions.igf1_limits import IGF1_LIMITS
from app.domain.sources.article.contradictions.metric import METRIC
from app.domain.sources.article.contradictions.metric_examples import METRIC_EXAMPLES
from app.domain.sources.article.contradictions.metric_names import METRIC_NAMES
from app.domain.sources.article.contradictions.outside_effect import OUTSIDE_EFFECT
from app.domain.sources.article.contradictions.outside_use import OUTSIDE_USE
from app.domain.sources.article.contradictions.plausibility import PLAUSIBILITY
from app.domain.sources.article.contradictions.protocol import PROTOCOL
from app.domain.sources.article.contradictions.scope import SCOPE
from app.domain.sources.types import Contradiction

CONTRADICTIONS: Final[tuple[Contradiction, ...]] = (
    *METRIC,
    *METRIC_EXAMPLES,
    *METRIC_NAMES,
    *EFFECT_SIZE,
    *PLAUSIBILITY,
    *CONTROL_SHARE,
    *EVIDENCE_WORDING,
    *IGF1_LIMITS,
    *IGF1_KINETICS,
    *PROTOCOL,
    *SCOPE,
    *OUTSIDE_EFFECT,
    *OUTSIDE_USE,
)
