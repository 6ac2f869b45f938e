"""Which function of a page takes how long, by Chromium's own profiler."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import CDPSession

EVERY_US = 200


@asynccontextmanager
async def profiled(session: CDPSession) -> AsyncIterator[Counter[str]]:
    """Profile a page; what is given is filled at the end: milliseconds by function."""
    found: Counter[str] = Counter()
    await session.send("Profiler.enable")
    await session.send("Profiler.setSamplingInterval", {"interval": EVERY_US})
    await session.send("Profiler.start")
    yield found
    found.update(self_times((await session.send("Profiler.stop"))["profile"]))


@asynccontextmanager
async def profiled_into(session: CDPSession, times: Counter[str] | None) -> AsyncIterator[None]:
    """Profile a page and add to milliseconds by function; without a counter, do not profile."""
    if times is None:
        yield
        return
    async with profiled(session) as found:
        yield
    times.update(found)


def self_times(profile: dict[str, Any]) -> Counter[str]:
    """Return the milliseconds that each function took itself, without those that it called.

    Parameters
    ----------
    profile : dict
        As ``Profiler.stop`` of the DevTools protocol answers.
    """
    names = {node["id"]: _name(node["callFrame"]) for node in profile["nodes"]}
    times: Counter[str] = Counter()
    for node, microseconds in zip(profile["samples"], profile["timeDeltas"], strict=True):
        times[names[node]] += microseconds
    for name in ("(idle)", "(root)"):
        times.pop(name, None)
    return Counter({name: microseconds / 1000 for name, microseconds in times.items()})


def _name(frame: dict[str, Any]) -> str:
    file = urlsplit(frame["url"]).path.rpartition("/")[2]
    place = f" {file}:{frame['lineNumber'] + 1}" if file else ""
    return f"{frame['functionName'] or '(anonymous)'}{place}"
