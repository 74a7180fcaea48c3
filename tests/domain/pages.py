"""Pages of YAML, read by the library's quick half: the rules alone have some ninety."""

from pathlib import Path
from typing import Any

import yaml


def read_page(place: Path) -> Any:  # noqa: ANN401 # whatever stands there
    return yaml.load(place.read_text("utf-8"), yaml.CSafeLoader)
