"""Which rule book and knowledge this service answers with."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from app.domain.knowledge import KNOWLEDGE
from app.domain.knowledge.digest import sha256_of
from app.domain.rules import RULES

RULESET_VERSION: Final = "1.1.0"


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Kept on every answer and every stored assessment."""

    version: str
    sha256: str


@cache
def current_ruleset() -> Ruleset:
    """The version, and a hash over rules, knowledge and the code that decides.

    The code is hashed as text: a threshold that moves inside a rule changes the hash although
    no field of the rule does, and the hash does not depend on the machine or the interpreter.
    """
    code = dict(_sources(files("app.domain"), ""))
    return Ruleset(RULESET_VERSION, sha256_of(RULES, KNOWLEDGE, code))


def _sources(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _sources(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".py"):
            yield f"{prefix}{entry.name}", entry.read_text("utf-8")
