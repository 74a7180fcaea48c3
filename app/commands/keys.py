"""`keys`: make, list, revoke and rotate the API keys of tenants."""

import re
from datetime import datetime, timedelta
from typing import Annotated, Final

import typer

from app.api import dependencies
from app.commands.console import opened, read_or_stop, run, stop
from app.domain.errors import ApiKeyNotFoundError
from app.persistence.migrate import migrate
from app.persistence.unit_of_work import sql_unit_of_work
from app.settings import Settings
from app.use_cases.api_keys import Issued, digest, is_live, issue_key, revoke_key, rotate_key
from app.use_cases.caller import SCOPES
from app.use_cases.ports import LOCAL_TENANT, ApiKey

app = typer.Typer(help="API keys of tenants.", no_args_is_help=True, rich_markup_mode=None)

_TENANT: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
_LONGEST_NAME: Final = 64
_MOST_DAYS: Final = 3650
_MOST_HOURS: Final = 24 * 90
_NO_SUCH_KEY: Final = "There is no such key, or it has ended already."


def tenant_name(value: str | None) -> str | None:
    if value is not None and not _TENANT.fullmatch(value):
        raise typer.BadParameter("1 to 64 of A-Z a-z 0-9 . _ -")
    return value


def _key_name(value: str) -> str:
    if not (0 < len(value) <= _LONGEST_NAME and value.isprintable()):
        raise typer.BadParameter(f"1 to {_LONGEST_NAME} printable characters")
    return value


def _scopes(values: list[str]) -> list[str]:
    if not set(values) <= set(SCOPES):
        raise typer.BadParameter(f"one of {', '.join(SCOPES)}")
    return values


@app.command()
def create(
    *,
    tenant: Annotated[
        str, typer.Option(callback=tenant_name, help="Whose data the key opens; made by its name.")
    ],
    name: Annotated[str, typer.Option(callback=_key_name, help="For you, to know it again.")],
    scope: Annotated[
        list[str],
        typer.Option(callback=_scopes, help=f"One of {', '.join(SCOPES)}; may be repeated."),
    ],
    expires_in_days: Annotated[int | None, typer.Option(min=1, max=_MOST_DAYS)] = None,
) -> None:
    """Make a key. It is printed this one time, and only its hash is kept."""
    settings = read_or_stop()
    _tell(
        run(
            _create(
                settings, tenant=tenant, name=name, scopes=frozenset(scope), days=expires_in_days
            )
        )
    )


async def _create(
    settings: Settings, *, tenant: str, name: str, scopes: frozenset[str], days: int | None
) -> Issued:
    now, secret = dependencies.now(), dependencies.make_secret()
    key = ApiKey(
        id=dependencies.make_id(),
        tenant_id=tenant,
        name=name,
        secret_sha256=digest(secret),
        scopes=scopes,
        created_at=now,
        expires_at=None if days is None else now + timedelta(days=days),
    )
    async with opened(settings) as engine:
        await migrate(engine)  # the first key is made before the first start
        await issue_key(key, unit_of_work=sql_unit_of_work(engine))
    return Issued(key, secret)


@app.command("list")
def list_keys() -> None:
    """Every key that ever was, without its secret."""
    settings = read_or_stop()
    keys, now = run(_all(settings))
    typer.echo("id\ttenant\tname\tscopes\tstate\tcreated\tends\tused")
    for key in keys:
        typer.echo("\t".join(_columns(key, now)))


async def _all(settings: Settings) -> tuple[tuple[ApiKey, ...], datetime]:
    async with opened(settings) as engine, sql_unit_of_work(engine)(LOCAL_TENANT) as repositories:
        return await repositories.keys.all(), dependencies.now()


def _columns(key: ApiKey, now: datetime) -> tuple[str, ...]:
    state = "live" if is_live(key, now) else "revoked" if key.revoked_at else "expired"
    moments = (key.created_at, key.revoked_at or key.expires_at, key.last_used_at)
    shown = ("-" if each is None else each.isoformat(timespec="seconds") for each in moments)
    return (key.id, key.tenant_id, key.name, ",".join(sorted(key.scopes)), state, *shown)


@app.command()
def revoke(key_id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Refuse a key from now on."""
    settings = read_or_stop()

    async def work() -> None:
        async with opened(settings) as engine:
            await revoke_key(key_id, now=dependencies.now(), unit_of_work=sql_unit_of_work(engine))

    try:
        run(work())
    except ApiKeyNotFoundError:
        stop(_NO_SUCH_KEY)


@app.command()
def rotate(
    key_id: Annotated[str, typer.Argument(metavar="ID")],
    grace_hours: Annotated[
        int, typer.Option(min=0, max=_MOST_HOURS, help="How long the old key still works.")
    ] = 24,
) -> None:
    """Make a successor with the same rights, and let the old key end after the grace."""
    settings = read_or_stop()

    async def work() -> Issued:
        async with opened(settings) as engine:
            return await rotate_key(
                key_id,
                grace=timedelta(hours=grace_hours),
                now=dependencies.now(),
                new_id=dependencies.make_id,
                new_secret=dependencies.make_secret,
                unit_of_work=sql_unit_of_work(engine),
            )

    try:
        _tell(run(work()))
    except ApiKeyNotFoundError:
        stop(_NO_SUCH_KEY)


def _tell(issued: Issued) -> None:
    # The secret alone is on stdout, so that a script can take it.
    typer.echo(f"Key {issued.key.id} of tenant {issued.key.tenant_id}, shown once:", err=True)
    typer.echo(issued.secret)
