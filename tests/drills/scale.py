"""How much a drill does: a short run with every test, the full one by DRILL_SCALE=full."""

import os


def times(short: int, full: int) -> int:
    return full if os.environ.get("DRILL_SCALE") == "full" else short
