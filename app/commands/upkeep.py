"""`audit verify`, `retention`, `backup` and `restore`."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Final

import typer

from app.api import dependencies
from app.commands.console import opened, read_or_stop, run, stop
from app.commands.keys import tenant_name
from app.persistence import backup as copies
from app.persistence.compact import compact
from app.persistence.unit_of_work import sql_unit_of_work
from app.settings import Settings
from app.use_cases.api_keys import tenants_of
from app.use_cases.caller import local_caller
from app.use_cases.erase_old import ErasedOld, erase_old
from app.use_cases.ports import UnitOfWork

audit = typer.Typer(help="The audit trail.", no_args_is_help=True, rich_markup_mode=None)

_DAYS: Final = re.compile(r"([0-9]{1,5})d")
_OneTenant = Annotated[
    str | None, typer.Option(callback=tenant_name, help="This one only, not every tenant.")
]


@audit.callback()
def _group() -> None:
    """Make `verify` a command of its own name, although it is the only one."""


@audit.command()
def verify(tenant: _OneTenant = None) -> None:
    """Follow each chain from its start; fail where an event was altered or is missing."""
    broken = False
    for name, seq in run(_first_broken(read_or_stop(), tenant)):
        typer.echo(f"{name}: whole" if seq is None else f"{name}: broken at event {seq}")
        broken = broken or seq is not None
    if broken:
        raise typer.Exit(1)


async def _first_broken(
    settings: Settings, tenant: str | None
) -> tuple[tuple[str, int | None], ...]:
    found: list[tuple[str, int | None]] = []
    async with opened(settings) as engine:
        unit_of_work = sql_unit_of_work(engine)
        for name in await _tenants(tenant, unit_of_work):
            async with unit_of_work(name) as repositories:
                found.append((name, await repositories.audit.first_broken()))
    return tuple(found)


def _kept_for(value: str) -> timedelta:
    found = _DAYS.fullmatch(value)
    if found is None:
        raise typer.BadParameter("a number of days, such as 90d")
    return timedelta(days=int(found[1]))


def retention(
    older_than: Annotated[
        timedelta, typer.Option(parser=_kept_for, metavar="DAYS", help="Such as 90d.")
    ],
    tenant: _OneTenant = None,
) -> None:
    """Erase older assessments, and idempotency keys of more than a day ago."""
    for name, erased in run(_erase_old(read_or_stop(), older_than, tenant)):
        typer.echo(
            f"{name}: {erased.assessments} assessments, {erased.replays} idempotency keys erased"
        )


async def _erase_old(
    settings: Settings, kept_for: timedelta, tenant: str | None
) -> tuple[tuple[str, ErasedOld], ...]:
    found: list[tuple[str, ErasedOld]] = []
    async with opened(settings) as engine:
        unit_of_work = sql_unit_of_work(engine)
        for name in await _tenants(tenant, unit_of_work):
            erased = await erase_old(
                kept_for=kept_for,
                caller=local_caller(name),
                now=dependencies.now(),
                unit_of_work=unit_of_work,
            )
            found.append((name, erased))
        await compact(engine)
    return tuple(found)


async def _tenants(tenant: str | None, unit_of_work: UnitOfWork) -> tuple[str, ...]:
    known = await tenants_of(unit_of_work)
    if tenant is None:
        return known
    if tenant not in known:
        stop("There is no tenant of this name.")
    return (tenant,)


def backup(
    file: Annotated[Path, typer.Argument(help="A new file; an old one is not overwritten.")],
) -> None:
    """Copy the SQLite database while it is served; for PostgreSQL there is pg_dump."""
    run(copies.backup(read_or_stop().database_url, file))
    typer.echo(f"copied to {file}", err=True)


def restore(
    file: Annotated[Path, typer.Argument(help="What `backup` wrote.")],
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Put it in the place of the database that is there.")
    ] = False,
) -> None:
    """Bring a copy back. What was erased after it was made has to be erased again."""
    run(copies.restore(file, read_or_stop().database_url, overwrite=overwrite))
    typer.echo("restored; what was erased after the copy was made is back again", err=True)
