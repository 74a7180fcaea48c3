"""Which of the types on offer a request prefers (RFC 9110, section 12.5.1)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

_QUALITY: Final = re.compile(r"0(\.[0-9]{0,3})?|1(\.0{0,3})?")


Offer = TypeVar("Offer", bound=str)


class _Range(NamedTuple):
    kind: str
    subtype: str
    quality: float

    def precision(self, media_type: str) -> int:
        """0: does not match; 1: any type, 2: any of the kind, 3: the type itself."""
        kind, subtype = media_type.split("/")
        if self.kind == "*":
            return 1 if self.subtype == "*" else 0
        if self.kind != kind:
            return 0
        return {subtype: 3, "*": 2}.get(self.subtype, 0)


def preferred(accept: str | None, offers: Sequence[Offer]) -> Offer | None:
    """The offer of the highest quality, of equals the first; None if none is acceptable.

    Of several ranges that match an offer the most precise one tells its quality. What cannot be
    read is passed over; parameters other than q do not matter.

    >>> preferred("image/*;q=0.5, image/png", ["application/json", "image/svg+xml", "image/png"])
    'image/png'
    """
    if accept is None or accept.strip() in {"", "*/*"}:
        return offers[0]
    ranges = list(_ranges(accept))
    best = max(offers, key=lambda offer: _quality(offer, ranges))  # the first of equals
    return best if _quality(best, ranges) > 0 else None


def _quality(offer: str, ranges: Sequence[_Range]) -> float:
    matches = ((each.precision(offer), each.quality) for each in ranges)
    precision, quality = max(matches, default=(0, 0.0))
    return quality if precision else 0.0


def _ranges(accept: str) -> Iterator[_Range]:
    for part in accept.lower().split(","):
        media_range, *parameters = (each.strip() for each in part.split(";"))
        kind, slash, subtype = media_range.partition("/")
        quality = next((each[2:].strip() for each in parameters if each.startswith("q=")), "1")
        if slash and kind and subtype and _QUALITY.fullmatch(quality):
            yield _Range(kind, subtype, float(quality))
