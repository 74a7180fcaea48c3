"""Settings: read from LEANKEEP_ variables, and nothing starts on a wrong or unsafe one."""

import pytest

from app.settings import Settings, SettingsError, read_settings


def test_without_any_variable_the_defaults_hold() -> None:
    assert read_settings({"PATH": "/bin"}) == Settings()
    assert (Settings().host, Settings().port) == ("127.0.0.1", 8000)
    assert Settings().database_url == "sqlite:///var/leankeep.db"


def test_every_variable_is_read() -> None:
    environment = {
        "LEANKEEP_HOST": "0.0.0.0",  # noqa: S104 - what is tested
        "LEANKEEP_PORT": "0",
        "LEANKEEP_DATABASE_URL": "postgresql://u:p@db/leankeep",
        "LEANKEEP_LOG_LEVEL": "debug",
        "LEANKEEP_DOCS": "off",
        "LEANKEEP_ACCESS": "keys",
        "LEANKEEP_RATE_LIMIT_PER_MINUTE": "0",
        "LEANKEEP_TRACES_ENDPOINT": "http://collector:4318/v1/traces",
    }
    assert read_settings(environment) == Settings(
        host="0.0.0.0",  # noqa: S104 - what is tested
        port=0,
        database_url="postgresql://u:p@db/leankeep",
        log_level="debug",
        docs=False,
        access="keys",
        rate_limit_per_minute=0,
        traces_endpoint="http://collector:4318/v1/traces",
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TRACES_ENDPOINT", ""),
        ("TRACES_ENDPOINT", "collector:4318"),
        ("TRACES_ENDPOINT", "grpc://collector:4317"),
        ("TRACES_ENDPOINT", "http://"),
        ("HOST", ""),
        ("HOST", " 127.0.0.1"),
        ("PORT", ""),
        ("PORT", "-1"),
        ("PORT", "65536"),
        ("PORT", "80.0"),
        ("PORT", "\N{SUPERSCRIPT TWO}"),
        ("PORT", "9" * 5000),
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "mysql://u:hunter2@db/x"),
        ("DATABASE_URL", "sqlite:///"),
        ("LOG_LEVEL", "INFO"),
        ("LOG_LEVEL", "verbose"),
        ("DOCS", "1"),
        ("ACCESS", "open"),
        ("ACCESS", "guarded"),
        ("RATE_LIMIT_PER_MINUTE", "-1"),
        ("RATE_LIMIT_PER_MINUTE", "1000001"),
        ("PROT", "8000"),
        ("", "8000"),
    ],
)
def test_a_wrong_one_is_named_without_its_value(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"LEANKEEP_{name} ") as error:
        read_settings({f"LEANKEEP_{name}": value})
    assert "hunter2" not in str(error.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(SettingsError) as error:
        read_settings({"LEANKEEP_PORT": "x", "LEANKEEP_DOCS": "x", "LEANKEEP_OTHER": "x"})
    assert all(name in str(error.value) for name in ("_PORT", "_DOCS", "_OTHER"))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_a_loopback_address_needs_no_keys(host: str) -> None:
    assert read_settings({"LEANKEEP_HOST": host}).host == host


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])  # noqa: S104
def test_another_address_is_refused_unless_keys_are_asked_for(host: str) -> None:
    with pytest.raises(SettingsError, match="LEANKEEP_ACCESS=keys"):
        read_settings({"LEANKEEP_HOST": host})
    assert read_settings({"LEANKEEP_HOST": host, "LEANKEEP_ACCESS": "keys"}).host == host


def test_the_database_s_password_is_not_shown() -> None:
    assert "hunter2" not in repr(Settings(database_url="postgresql://u:hunter2@db/leankeep"))
