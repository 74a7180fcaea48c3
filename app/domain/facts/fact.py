"""What a fact and an input are: everything that is said of one, in one place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Final, Generic, Literal, TypeAlias, TypeVar

from app.domain.facts.facts import Facts
from app.domain.threshold import Threshold
from app.domain.words import exact, with_unit

AnswerType: TypeAlias = Literal[
    "boolean", "integer", "number", "date", "time", "enum", "list", "entry"
]
Observed: TypeAlias = float | int | str | bool | tuple[str, ...]
Value_co = TypeVar("Value_co", bound=Observed, covariant=True)
Supply: TypeAlias = tuple[str, ...] | Callable[[Facts], tuple[str, ...]]
USUAL_PLACES: Final = 2
_NOTHING: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A leaf of the case that can be asked for.

    `path` is as a caller writes it, `question` in plain words, `answer` the kind of value that
    answers it, `unit` its UCUM code or nothing.
    """

    path: str
    label: str
    question: str
    answer: AnswerType
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fact(Generic[Value_co]):
    """Something that rules read, derived once from the case; unknown is None.

    `path` names it in answers. `read` is where `Facts` holds it, as a dotted attribute, or a
    function that works it out. `supplied_by` are the inputs that would supply it where it is
    unknown. `made_of` are the facts that it is made of: an answer shows them before it, and
    instead of it where `shown` is false. `says` states a yes and a no in words; `named` has the
    plain words of its single values. `limits` are those that a reader compares it with: no figure
    of it is rounded onto one of them, after `places` places as a rule.
    """

    path: str
    label: str
    unit: str = ""
    read: str | Callable[[Facts], Value_co | None]
    supplied_by: Supply
    made_of: "tuple[Fact[Observed], ...]" = ()
    shown: bool = True
    says: tuple[str, str] | None = None
    named: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    limits: tuple[Threshold, ...] = ()
    places: int = USUAL_PLACES

    def __format__(self, spec: str) -> str:
        """A mark that a message puts the fact in place of: `{sermorelin.dose_mcg:bare}`."""
        return f"{{{self.path}:{spec}}}" if spec else f"{{{self.path}}}"

    @property
    def meaning(self) -> tuple[str, str, str]:
        """What of it counts for the rule set's hash; how it is worked out is `CALCULATION`'s."""
        return "fact", self.path, self.unit

    def reader(self) -> Callable[[Facts], Value_co | None]:
        """The function that reads it, for callers that read it often."""
        return attrgetter(self.read) if isinstance(self.read, str) else self.read

    def value(self, facts: Facts) -> Value_co | None:
        """What the case says, or None where it is unknown."""
        return self.reader()(facts)

    def missing(self, facts: Facts) -> tuple[str, ...]:
        """The inputs that would supply it, if it is unknown."""
        return self.supplied_by if isinstance(self.supplied_by, tuple) else self.supplied_by(facts)

    def described(self, facts: Facts) -> str:
        """Its value in words, with its unit."""
        match self.value(facts):
            case None:
                return "not known"
            case bool() as flag:
                return "yes" if flag else "no"
            case str() as text:
                return text
            case tuple() as items:
                return ", ".join(items) or "none"
            case number:
                return with_unit(exact(number), self.unit)


def leaf(asked: Input, read: Any, **more: Any) -> Fact[Any]:  # noqa: ANN401 # the registry says
    """The fact that an input is, as it was given."""
    return Fact(
        path=asked.path,
        label=asked.label,
        unit=asked.unit,
        read=read,
        supplied_by=(asked.path,),
        **more,
    )


def derived(path: str, label: str, read: Any, *, supplied_by: Supply, **more: Any) -> Fact[Any]:  # noqa: ANN401
    """A fact that is worked out, and that an answer shows under its path."""
    return Fact(path=path, label=label, read=read, supplied_by=supplied_by, **more)


def inner(path: str, label: str, read: Any, *, supplied_by: Supply, **more: Any) -> Fact[Any]:  # noqa: ANN401
    """A fact that is worked out for conditions and messages alone; no answer shows it."""
    return Fact(path=path, label=label, read=read, supplied_by=supplied_by, shown=False, **more)
