"""How long a reader waits for the page while others ask for the hardest functions there are.

Run it from the checkout::

    .venv/bin/python -m benchmarks.flood

It starts a server of its own, with one worker. Clients at several loopback addresses each ask for
one hard function after the other, every one new to the server, and do not wait when they are told
to. Meanwhile a reader opens the page again and again: once as it is, once with a function of their
own.
"""

from __future__ import annotations

import argparse
import http.client
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count, cycle
from multiprocessing import Event, Process, Queue
from multiprocessing.synchronize import Event as Stop
from typing import Any
from urllib.parse import urlencode

from benchmarks.understand import HARD

LONGEST_SECONDS = 1.0
PAUSE = 0.2
ROOM = 60
ROUTES = (
    "figures/playground/surface.json",
    "layout.json",
    "kernels/error-function.js",
    "trajectory.csv",
)
OWN = "?" + urlencode({"E": "sin(w1) + w2^2/4", "start": "1,2"})


def ask(port: int, path: str, source: str = "127.0.0.1") -> int:
    """Return the status that answers a path, after reading all of the answer."""
    connection = http.client.HTTPConnection(
        "127.0.0.1", port, timeout=60, source_address=(source, 0)
    )
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def hard_requests(texts: list[str], client: int) -> Iterator[str]:
    """Yield addresses that cost as much as any, none of them twice."""
    for turn, route in zip(count(), cycle(ROUTES), strict=False):
        text = texts[(turn + client) % len(texts)]
        new = text + "\t" * (1 + client) + " " * (turn % ROOM)  # to every cache
        yield f"/{route}?" + urlencode({"E": new, "start": f"{client + turn / 1000},1"})


def flood(
    port: int, texts: list[str], client: int, stop: Stop, answers: Queue[Counter[int]]
) -> None:
    """Ask without a pause until told to stop, and put what was answered into the queue."""
    statuses: Counter[int] = Counter()
    for path in hard_requests(texts, client):
        if stop.is_set():
            break
        statuses[ask(port, path, f"127.0.0.{client + 2}")] += 1
    answers.put(statuses)


def read(port: int, query: str) -> float:
    """Return the seconds until a reader has the page and its layout, asking again when told to."""
    begun = time.perf_counter()
    for path in (f"/{query}", f"/layout.json{query}"):
        while (status := ask(port, path)) != 200:
            if status != http.HTTPStatus.SERVICE_UNAVAILABLE:
                raise RuntimeError(f"{path} is answered with {status}")
            time.sleep(PAUSE)
    return time.perf_counter() - begun


def visits(port: int, seconds: float) -> dict[str, list[float]]:
    """Return the seconds of every visit, to the bare page and to one with a function."""
    found: dict[str, list[float]] = {"the page": [], "with a function": []}
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found["the page"].append(read(port, ""))
        found["with a function"].append(read(port, OWN))
        time.sleep(PAUSE)
    return found


def row(name: str, times: list[float]) -> str:
    """Return a line of the table."""
    ordered = sorted(times)
    cells = (statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1])
    return f"{name:32}{len(times):8}" + "".join(f"{1000 * cell:8.0f}" for cell in cells)


def main() -> None:
    """Measure without and with a flood; with --check, exit with a sentence for a missed bar."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.flood",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--port", type=int, default=8075)
    parser.add_argument("--check", action="store_true", help="exit with status 1 for a missed bar")
    arguments = parser.parse_args()
    server = subprocess.Popen(
        [sys.executable, "-m", "deploy.serve"],
        env=os.environ | {"PORT": str(arguments.port), "HOST": "127.0.0.1", "WEB_CONCURRENCY": "1"},
        stdout=subprocess.PIPE,
    )
    try:
        assert server.stdout is not None
        server.stdout.readline()
        found, statuses = measure(arguments.port, arguments.clients, arguments.seconds)
    finally:
        server.terminate()
        server.wait()
    print(f"Milliseconds{'':20}{'visits':>8}{'median':>8}{'p95':>8}{'worst':>8}")
    for name, times in found.items():
        print(row(name, times))
    print("The flood was answered with", dict(sorted(statuses.items())))
    worst = max(found["the page, flooded"])
    if arguments.check and worst > LONGEST_SECONDS:
        sys.exit(f"A reader waited {worst:.2f} s, longer than {LONGEST_SECONDS:g} s.")


def measure(port: int, clients: int, seconds: float) -> tuple[dict[str, list[float]], Any]:
    """Return the seconds of visits in peace and in the flood, and what the flood was answered."""
    texts = [hard.longest() for hard in HARD]
    read(port, "")
    found = visits(port, seconds / 3)
    stop = Event()
    answers: Queue[Counter[int]] = Queue()
    flooding = [
        Process(target=flood, args=(port, texts, client, stop, answers))
        for client in range(clients)
    ]
    for process in flooding:
        process.start()
    time.sleep(2)
    flooded = visits(port, seconds)
    stop.set()
    statuses = sum((answers.get() for _ in flooding), Counter[int]())
    for process in flooding:
        process.join()
    return found | {f"{name}, flooded": times for name, times in flooded.items()}, statuses


if __name__ == "__main__":
    main()
