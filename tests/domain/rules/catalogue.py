"""The catalogue that the rule book is held to, as data."""

from pathlib import Path
from typing import Any, Final

from tests.domain.pages import read_page

_DATA: Final[dict[str, Any]] = read_page(Path(__file__).with_suffix(".yaml"))

ENTRIES: Final[list[dict[str, Any]]] = _DATA["rules"]
"""One for each rule, in reporting order."""
GROUPS: Final[dict[str, list[str]]] = _DATA["groups"]
"""Of the rules of a group at most one is ever raised."""
SILENCED: Final[dict[str, list[str]]] = _DATA["silenced"]
"""By rule: those that silence it."""
