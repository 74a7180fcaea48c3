"""The outside sources behind the marked external layer, each with how well it was checked."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.domain.sources.outside.references.gh_axis import GH_AXIS
from app.domain.sources.outside.references.gh_response import GH_RESPONSE
from app.domain.sources.outside.references.glp1 import GLP1
from app.domain.sources.outside.references.igf1 import IGF1
from app.domain.sources.outside.references.judgement import OUR_JUDGEMENT
from app.domain.sources.outside.references.lean_share import LEAN_SHARE
from app.domain.sources.outside.references.sermorelin_product import SERMORELIN_PRODUCT
from app.domain.sources.types import Reference

REFERENCES: Final[tuple[Reference, ...]] = (
    *SERMORELIN_PRODUCT,
    *LEAN_SHARE,
    *GLP1,
    *GH_AXIS,
    *GH_RESPONSE,
    *IGF1,
    OUR_JUDGEMENT,
)
REFERENCE_BY_ID: Final[Mapping[str, Reference]] = MappingProxyType(
    {reference.id: reference for reference in REFERENCES}
)
