"""What a forked process does: it becomes the service."""

import os
from collections.abc import Mapping

from app.cli import serve


def become_the_service(environment: Mapping[str, str], log_file: str) -> None:
    os.environ.clear()
    os.environ.update(environment)
    log = os.open(log_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(log, 2)
    serve()
