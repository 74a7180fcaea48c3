"""Conditions and messages become Python expressions, compiled once when the service is imported.

A rule book asks some hundred conditions for every case: as expressions they take as long as
functions written by hand, as nested calls several times as long.
"""

from collections.abc import Callable
from typing import Any

from app.domain.conditions.truth import asking_for, unknown_of
from app.domain.facts.fact import Fact
from app.domain.facts.facts import Facts
from app.domain.figure import figure, signed


class Code:
    """The names that the expressions of one function share; `f` stands for the facts."""

    def __init__(self) -> None:
        """Begin with the functions that every expression may call."""
        self.names: dict[str, Any] = {
            "asking_for": asking_for,
            "unknown_of": unknown_of,
            "figure": figure,
            "signed": signed,
        }
        self._variables = 0

    def constant(self, value: object) -> str:
        """A name that stands for the value."""
        name = f"c{len(self.names)}"
        self.names[name] = value
        return name

    def variable(self) -> str:
        """A name that nothing else uses, for `:=`."""
        self._variables += 1
        return f"v{self._variables}"

    def read(self, fact: Fact[Any]) -> str:
        """The fact's value, None where it is unknown."""
        if isinstance(fact.read, str):
            return f"f.{fact.read}"
        return f"{self.constant(fact.read)}(f)"

    def ask(self, fact: Fact[Any]) -> str:
        """Unknown, for want of this fact."""
        if isinstance(fact.supplied_by, tuple):
            return self.constant(asking_for(fact.supplied_by))
        return f"asking_for({self.constant(fact.supplied_by)}(f))"

    def if_known(self, fact: Fact[Any], test: str) -> str:
        """The test, in which `{}` stands for the fact's value, or Unknown."""
        name = self.variable()
        return (
            f"({self.ask(fact)} if ({name} := {self.read(fact)}) is None else {test.format(name)})"
        )

    def known_and(self, fact: Fact[Any], test: str) -> str:
        """Whether the fact is known and the test, in which `{}` stands for its value, holds."""
        name = self.variable()
        return f"(({name} := {self.read(fact)}) is not None and {test.format(name)})"

    def function(self, expression: str) -> Callable[[Facts], Any]:
        """The function of the facts that the expression is."""
        made: Callable[[Facts], Any] = eval(f"lambda f: {expression}", self.names)  # noqa: S307 # only our own source
        return made
