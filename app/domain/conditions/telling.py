"""How conditions are told: as they stand in the rule book, or with the facts of a case put in."""

from typing import Any, Protocol

from app.domain.conditions.truth import Truth, Unknown
from app.domain.facts.fact import Fact
from app.domain.facts.facts import Facts


class Asked(Protocol):
    """A condition, as far as telling goes."""

    def truth(self, facts: Facts) -> Truth: ...


class Plain:
    """As the rule book has it: facts by their names."""

    def value(self, _fact: Fact[Any]) -> str:
        return ""

    def value_unless_marked(self, _fact: Fact[Any]) -> str:
        return ""

    def mark(self, _condition: Asked, *, denied: bool = False) -> str:  # noqa: ARG002 # says nothing
        return ""

    def unmarked(self) -> "Plain":
        return self


class OfCase:
    """With the facts of a case, and whether each comparison holds."""

    def __init__(self, facts: Facts, *, marks: bool = True) -> None:
        self._facts = facts
        self._marks = marks

    def value(self, fact: Fact[Any]) -> str:
        return f" [{fact.described(self._facts)}]"

    def value_unless_marked(self, fact: Fact[Any]) -> str:
        """For a clause that is a yes or a no by itself: its mark says as much, and more plainly."""
        return "" if self._marks else self.value(fact)

    def mark(self, condition: Asked, *, denied: bool = False) -> str:
        if not self._marks:
            return ""
        truth = condition.truth(self._facts)
        if isinstance(truth, Unknown):
            return " (cannot be told)"
        return " (holds)" if truth is not denied else " (does not hold)"

    def unmarked(self) -> "OfCase":
        """The same without marks, for what stands inside a clause that has one itself."""
        return OfCase(self._facts, marks=False)


Telling = Plain | OfCase


def named(fact: Fact[Any], telling: Telling) -> str:
    """The fact by its name, with its value where a case is told."""
    return f"{fact.label}{telling.value(fact)}"
