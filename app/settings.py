"""Settings: read once from the environment, and refused as a whole if one is wrong."""

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

PREFIX: Final = "LEANKEEP_"
LOG_LEVELS: Final = ("debug", "info", "warning", "error")
ACCESS: Final = ("loopback", "keys")
DATABASE_SCHEMES: Final = ("sqlite:///", "postgresql://")
_HIGHEST_PORT: Final = 65535
_HIGHEST_RATE: Final = 1_000_000


class SettingsError(Exception):
    """The service cannot start; the message names each variable and what it should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One field a variable: `host` is LEANKEEP_HOST."""

    host: str = "127.0.0.1"
    port: int = 8000
    database_url: str = field(default="sqlite:///var/leankeep.db", repr=False)  # has a password
    log_level: str = "info"
    docs: bool = True
    access: str = "loopback"
    """`keys` asks every caller for an API key; without that only loopback is served."""
    rate_limit_per_minute: int = 600
    """Requests of one key; 0 for as many as it likes."""
    traces_endpoint: str | None = None
    """Where a collector takes spans by OTLP over HTTP; None for no traces."""


def _text(value: str) -> str:
    if not value or value != value.strip():
        raise ValueError("an address or a host name")
    return value


def _whole_to(highest: int) -> Callable[[str], int]:
    def parse(value: str) -> int:
        digits = value.isascii() and value.isdigit() and len(value) <= len(str(highest))
        if not digits or int(value) > highest:
            raise ValueError(f"a whole number from 0 to {highest}")
        return int(value)

    return parse


def _database_url(value: str) -> str:
    if not any(value.startswith(each) and value != each for each in DATABASE_SCHEMES):
        raise ValueError("sqlite:///<file> or postgresql://<user>:<password>@<host>/<name>")
    return value


def _address(value: str) -> str:
    scheme, _, rest = value.partition("://")
    if scheme not in {"http", "https"} or not rest or " " in value:
        raise ValueError("http://<host>:<port>/v1/traces, or with https")
    return value


def _switch(value: str) -> bool:
    return _one_of(("on", "off"))(value) == "on"


def _one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    def parse(value: str) -> str:
        if value not in choices:
            raise ValueError(f"one of {', '.join(choices)}")
        return value

    return parse


_PARSERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "host": _text,
    "port": _whole_to(_HIGHEST_PORT),
    "database_url": _database_url,
    "log_level": _one_of(LOG_LEVELS),
    "docs": _switch,
    "access": _one_of(ACCESS),
    "rate_limit_per_minute": _whole_to(_HIGHEST_RATE),
    "traces_endpoint": _address,
}


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings, or SettingsError with everything that is wrong. No value is repeated."""
    given = {name: value for name, value in environment.items() if name.startswith(PREFIX)}
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for setting in fields(Settings):
        name = PREFIX + setting.name.upper()
        if name in given:
            try:
                values[setting.name] = _PARSERS[setting.name](given.pop(name))
            except ValueError as expected:
                wrong.append(f"{name} has to be {expected}")
    wrong += [f"{name} is not a setting of this service" for name in sorted(given)]
    if wrong:
        raise SettingsError("; ".join(wrong))
    settings = Settings(**values)
    _refuse_open_access(settings)
    return settings


def _refuse_open_access(settings: Settings) -> None:
    if settings.access == "loopback" and not _is_loopback(settings.host):
        raise SettingsError(
            f"{PREFIX}HOST is not a loopback address, and anyone who reaches the service could "
            f"read what it stores: set {PREFIX}ACCESS=keys, and make a key for every caller with "
            "`python -m app.cli keys create`"
        )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
