"""The catalogue that the rule book is held to, as data."""

from pathlib import Path
from typing import Any, Final

import yaml

_DATA: Final[dict[str, Any]] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text())

ENTRIES: Final[list[dict[str, Any]]] = _DATA["rules"]
"""One for each rule, in reporting order."""
GROUPS: Final[dict[str, list[str]]] = _DATA["groups"]
"""Of the rules of a group at most one is ever raised."""
SILENCED: Final[dict[str, list[str]]] = _DATA["silenced"]
"""By rule: those that silence it."""
