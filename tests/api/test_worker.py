"""Long sums leave the event loop free, run one at a time, and fail where they are awaited."""

import asyncio
import threading
from functools import partial

import pytest

from app.api.worker import run_in_worker


async def test_the_loop_goes_on_meanwhile() -> None:
    released = threading.Event()
    waiting = asyncio.create_task(run_in_worker(lambda: released.wait(timeout=10)))
    await asyncio.sleep(0)
    released.set()  # it could not come to this if the loop were held up
    assert await waiting


async def test_an_error_is_raised_to_whoever_waits() -> None:
    with pytest.raises(ZeroDivisionError):
        await run_in_worker(lambda: 1 // 0)


async def test_one_at_a_time_in_the_order_of_asking() -> None:
    running, most, order = 0, 0, []

    def work(number: int) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        order.append(number)
        threading.Event().wait(0.002)
        running -= 1

    await asyncio.gather(*(run_in_worker(partial(work, number)) for number in range(5)))
    assert (most, order) == (1, [0, 1, 2, 3, 4])


async def test_what_is_given_up_while_it_waits_is_never_begun() -> None:
    released, begun = threading.Event(), threading.Event()
    first = asyncio.create_task(run_in_worker(lambda: released.wait(timeout=10)))
    second = asyncio.create_task(run_in_worker(begun.set))
    await asyncio.sleep(0.01)
    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    released.set()
    assert await first
    await run_in_worker(lambda: None)
    assert not begun.is_set()
