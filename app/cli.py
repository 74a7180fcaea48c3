"""The command line: serve, migrate, assess one or many, the OpenAPI document, keys, upkeep."""

import asyncio
import difflib
import gc
import signal
import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Annotated, Final, NoReturn

import orjson
import typer
import uvicorn
from pydantic import ValidationError

from app.api import dependencies, strict_json
from app.api.connections import BoundedHttpProtocol
from app.api.field_errors import FieldError, of_body
from app.api.json_answer import to_json
from app.api.openapi import render
from app.api.schemas.assessment import plain_assessment
from app.api.schemas.case import CaseIn
from app.api.strict_json import MalformedJsonError
from app.commands import keys, upkeep
from app.commands.cohort import command as cohort
from app.commands.console import read_or_stop, stop
from app.domain.assessment import assess as assess_one
from app.domain.errors import Conflict, ConflictingCaseError, StorageUnavailableError
from app.main import create_app
from app.observability import configure_logging
from app.persistence.engine import DatabaseUrlError, make_engine
from app.persistence.migrate import migrate as migrate_database
from app.settings import Settings, SettingsError

OPENAPI_FILE: Final = Path(__file__).parents[1] / "openapi" / "openapi.json"
SHUTDOWN_WITHIN_SECONDS: Final = 20
KEPT_ALIVE_SECONDS: Final = 75
"""Longer than a proxy keeps its own: a connection is not closed under a request that comes."""
GC_THRESHOLDS: Final = (10_000, 20, 20)
"""An answer is some thousand objects, and nearly all of them die by their counts alone: at the
default of 700 the collector walks them several times a request and finds nothing."""
_LINES_SHOWN: Final = 40

app = typer.Typer(
    add_completion=False,
    help="leankeep: decision support on sermorelin and lean mass, as an API.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _leave(*_: object) -> NoReturn:
    # uvicorn raises its signal again once it has shut down; being told to stop is no failure.
    sys.exit(0)


@app.command()
def serve() -> None:
    """Migrate the database, then serve until SIGTERM or SIGINT."""
    settings = read_or_stop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _leave)
    configure_logging(settings.log_level)
    try:
        service = create_app(settings)
    except SettingsError as error:
        stop(f"leankeep cannot start: {error}.")
    gc.collect()
    gc.freeze()  # what lives as long as the service is not walked again and again
    gc.set_threshold(*GC_THRESHOLDS)
    uvicorn.run(
        service,
        host=settings.host,
        port=settings.port,
        http=BoundedHttpProtocol,
        ws="none",
        lifespan="on",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,  # nothing here asks who the caller's proxy says it is
        timeout_graceful_shutdown=SHUTDOWN_WITHIN_SECONDS,
        timeout_keep_alive=KEPT_ALIVE_SECONDS,
    )


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    settings = read_or_stop()
    configure_logging(settings.log_level)

    async def run() -> None:
        engine = make_engine(settings.database_url)
        try:
            await migrate_database(engine)
        finally:
            await engine.dispose()

    try:
        asyncio.run(run())
    except (DatabaseUrlError, StorageUnavailableError) as error:
        stop(f"leankeep cannot migrate: {error}.")


@app.command()
def openapi(
    check: Annotated[bool, typer.Option("--check", help="Compare, and write nothing.")] = False,
) -> None:
    """Write openapi/openapi.json, or see whether it is up to date."""
    text = render(create_app(Settings()).openapi())
    if not check:
        OPENAPI_FILE.parent.mkdir(exist_ok=True)
        OPENAPI_FILE.write_text(text, encoding="utf-8")
        return
    written = OPENAPI_FILE.read_text(encoding="utf-8") if OPENAPI_FILE.exists() else ""
    if written != text:
        changes = difflib.unified_diff(
            written.splitlines(), text.splitlines(), "committed", "served", lineterm="", n=2
        )
        typer.echo("\n".join(islice(changes, _LINES_SHOWN)))
        stop(f"{OPENAPI_FILE.name} is out of date: run `make openapi` and review the difference.")


@app.command()
def assess(
    case: Annotated[typer.FileBinaryRead, typer.Argument(help="A case as JSON; - reads stdin.")],
) -> None:
    """Assess one case without a server, and store nothing."""
    try:
        given = CaseIn.model_validate(strict_json.parse(case.read()))
        assessment = assess_one(given.to_domain(today=dependencies.now().date()))
    except MalformedJsonError as error:
        _refuse([error.error])
    except ValidationError as error:
        _refuse(of_body(error))
    except ConflictingCaseError as error:
        _refuse(error.conflicts)
    # Parts that are kept ready are not laid out: the whole is read and written once more.
    answer = orjson.loads(to_json(plain_assessment(given, assessment)))
    typer.echo(to_json(answer, indented=True))


def _refuse(errors: Iterable[FieldError | Conflict]) -> NoReturn:
    # Like an answer of the API, a refusal names places and never shows a value.
    places = (f"  {error.pointer or '(the whole case)'}: {error.detail}" for error in errors)
    stop("\n".join(("The case was refused:", *places)))


app.add_typer(keys.app, name="keys")
app.add_typer(upkeep.audit, name="audit")
app.command()(cohort.batch)
app.command()(upkeep.retention)
app.command()(upkeep.backup)
app.command()(upkeep.restore)


if __name__ == "__main__":
    app()
