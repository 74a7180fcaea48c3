"""Sums that would hold up the event loop, done in a thread beside it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

T = TypeVar("T")


@cache
def _worker() -> ThreadPoolExecutor:
    # One thread: the interpreter runs one sum at a time anyhow, and more would starve the loop.
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="sums")


async def run_in_worker(work: Callable[[], T]) -> T:
    """The result of `work`, which takes more than some milliseconds; its errors are raised here.

    Given up while it waits, it is never begun.
    """
    return await asyncio.get_running_loop().run_in_executor(_worker(), work)
