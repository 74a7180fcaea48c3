"""Requests drawn from the OpenAPI document, good ones and bad ones."""

import asyncio
import re
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.drills.conftest import Figures
from tests.drills.scale import times
from tests.drills.served import served

pytestmark = pytest.mark.drill

_CHECKS: Final = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
_SCHEMATHESIS: Final = Path(sys.executable).with_name("schemathesis")


async def _fuzz(url: str, folder: Path, seconds: int) -> tuple[int, str]:
    command = (
        *("run", f"{url}/openapi.json", "--checks", ",".join(_CHECKS)),
        *("--max-time", str(seconds), "--seed", "1", "--generation-database", "none"),
        *("--no-color", "--no-shrink", "--warnings", "off", "--request-timeout", "10"),
    )
    process = await asyncio.create_subprocess_exec(
        _SCHEMATHESIS,
        *command,
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        output, _ = await asyncio.wait_for(process.communicate(), timeout=4 * seconds + 30)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return process.returncode or 0, output.decode()


async def test_nothing_fails_and_every_answer_is_as_the_document_says(
    database_url: str, tmp_path: Path, figures: Figures
) -> None:
    async with served(tmp_path, database_url=database_url) as service:
        code, output = await _fuzz(service.url, tmp_path, times(15, 60))
        assert code == 0, output
        assert '"level": "error"' not in service.log()
        service.stop()
    cases = re.search(r"([\d,]+) generated, ([\d,]+) passed", output)
    assert cases, output
    figures("requests", cases[1])
    figures("passed", cases[2])
