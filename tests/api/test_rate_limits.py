"""How often a key may ask: each for itself, and nobody else's affair."""

from tests.api.keyed import Keyed, keyed
from tests.api.test_problems import assert_problem
from tests.memory import memory_unit_of_work


def _limited(per_minute: int) -> Keyed:
    return keyed(memory_unit_of_work(), rate_limit_per_minute=per_minute)


async def test_a_key_that_asks_too_often_is_told_when_to_come_back() -> None:
    service = _limited(3)
    async with (
        service.client(await service.secret()) as eager,
        service.client(await service.secret()) as calm,
    ):
        for _ in range(3):
            assert (await eager.get("/v1/rules/none")).status_code == 404
        refused = await eager.post("/v1/findings", content=b"not even JSON")
        assert_problem(refused, 429, "rate-limited")
        assert 1 <= int(refused.headers["retry-after"]) <= 60
        assert (await calm.get("/v1/rules/none")).status_code == 404
        assert (await eager.get("/livez")).status_code == 200


async def test_a_bad_key_uses_up_nothing() -> None:
    service = _limited(1)
    async with service.client() as nobody, service.client(await service.secret()) as known:
        for _ in range(3):
            assert (await nobody.get("/v1/rules/none")).status_code == 401
        assert (await known.get("/v1/rules/none")).status_code == 404
        assert (await known.get("/v1/rules/none")).status_code == 429


async def test_nought_is_no_limit() -> None:
    service = _limited(0)
    async with service.client(await service.secret()) as client:
        statuses = {(await client.get("/v1/rules/none")).status_code for _ in range(700)}
    assert statuses == {404}
