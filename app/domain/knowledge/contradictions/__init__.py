"""Where the document contradicts itself, arithmetic or outside evidence, and what is done there."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.domain.knowledge.contradictions.control_share import CONTROL_SHARE
from app.domain.knowledge.contradictions.effect_size import EFFECT_SIZE
from app.domain.knowledge.contradictions.evidence_wording import EVIDENCE_WORDING
from app.domain.knowledge.contradictions.igf1_kinetics import IGF1_KINETICS
from app.domain.knowledge.contradictions.igf1_limits import IGF1_LIMITS
from app.domain.knowledge.contradictions.metric import METRIC
from app.domain.knowledge.contradictions.metric_examples import METRIC_EXAMPLES
from app.domain.knowledge.contradictions.metric_names import METRIC_NAMES
from app.domain.knowledge.contradictions.outside_effect import OUTSIDE_EFFECT
from app.domain.knowledge.contradictions.outside_use import OUTSIDE_USE
from app.domain.knowledge.contradictions.plausibility import PLAUSIBILITY
from app.domain.knowledge.contradictions.protocol import PROTOCOL
from app.domain.knowledge.contradictions.scope import SCOPE
from app.domain.knowledge.types import Contradiction

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
CONTRADICTION_BY_ID: Final[Mapping[str, Contradiction]] = MappingProxyType(
    {entry.id: entry for entry in CONTRADICTIONS}
)
