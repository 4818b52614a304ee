"""A loop as a kernel has one, and an explorer that somebody looks at."""

import asyncio
from contextlib import asynccontextmanager
from functools import wraps

from labnet import explore

SMALL = {"hidden": (4,), "activation": "tanh"}


def in_a_loop(test):
    """Run an async test as a kernel would, with a loop."""

    @wraps(test)
    def run(*args, **kwargs):
        asyncio.run(asyncio.wait_for(test(*args, **kwargs), 60))

    return run


@asynccontextmanager
async def viewed(*args, **values):
    """An explorer whose every frame is painted at once, as if somebody looked at it."""
    e = explore(*args, **SMALL | values)
    e.observe(lambda change: paint(e), "picture")
    yield e
    e.close()


def paint(e):
    e._handle_custom_msg({"painted": e.picture["frame"]}, [])


async def until(condition):
    while not condition():
        await asyncio.sleep(0.005)


async def pause(seconds=0.1):
    await asyncio.sleep(seconds)


def click(e, name):
    e.set_state({"clicks": e.clicks | {name: e.clicks[name] + 1}})
