"""What every condition can do."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from app.domain.conditions.code import Code
from app.domain.conditions.telling import Plain, Telling
from app.domain.conditions.truth import Truth
from app.domain.facts.fact import Fact
from app.domain.facts.facts import Facts


class Condition(ABC):
    """A question about a case, answered True, False or Unknown.

    `parts` are the conditions that it is made of, `facts` what it reads itself. `denied` tells the
    words of its opposite.
    """

    __slots__ = ()

    @property
    def parts(self) -> "tuple[Condition, ...]":
        return ()

    @property
    def facts(self) -> tuple[Fact[Any], ...]:
        return ()

    @property
    def shown(self) -> tuple[Fact[Any], ...]:
        """The facts that an answer shows of it: what a fact is made of stands before it."""
        return tuple(each for fact in self.facts for each in (*fact.made_of, fact))

    @abstractmethod
    def source(self, code: Code) -> str:
        """A Python expression of its truth."""

    def certain(self, code: Code) -> str:
        """A Python expression of whether it is known to hold; what is unknown counts as no."""
        return f"({self.source(code)} is True)"

    @abstractmethod
    def words(self, telling: Telling, *, denied: bool = False) -> str:
        """The condition in a sentence's words."""

    def truth(self, facts: Facts) -> Truth:
        """Whether it holds."""
        return compiled(self)(facts)

    def walk(self) -> "Iterator[Condition]":
        """It and all that it is made of, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def __str__(self) -> str:
        return self.words(Plain())


@cache
def compiled(condition: Condition) -> Callable[[Facts], Truth]:
    """The condition as a function, made once."""
    code = Code()
    return code.function(condition.source(code))


def reads(*conditions: Condition) -> tuple[Fact[Any], ...]:
    """Every fact that an answer shows of them, each once."""
    every = (one for condition in conditions for one in condition.walk())
    return tuple(dict.fromkeys(fact for one in every for fact in one.shown))
