"""The passages of the document that can be cited: a closed set."""

from typing import Final

_PASSAGES: Final = {
    "intro": ("p1", "p2", "p3", "p4", "p5"),
    "mechanism": ("p1", "p2", "p3"),
    "trials": ("p1", "p2", "p3", "p4"),
    "dosing": ("p1", "p2", "p3", "p4"),
    "glp1-table": ("r1", "r2", "r3", "r4", "r5", "r6"),
    "takeaways": ("p1", "p2", "p3", "p4", "p5", "p6"),
    "what-if": ("no-response", "on-glp1", "high-igf1"),
    "truth": ("p1", "p2", "p3", "p4", "p5"),
    "faq": (
        "timeline",
        "glp1",
        "cost",
        "risks",
        "rhgh",
        "skipping-nights",
        "protein",
        "stopping",
        "older-adults",
        "blood-markers",
    ),
}

LOCATORS: Final[frozenset[str]] = frozenset(
    f"{section}.{passage}" for section, passages in _PASSAGES.items() for passage in passages
)
