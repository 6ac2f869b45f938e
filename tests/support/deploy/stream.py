"""A bounded stream of requests, with the patience that the page has (assets/retry.js)."""

import hashlib
import json
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from itertools import cycle, islice

from tests.support.deploy.servers import PATIENCE_S

READERS = 6
PAUSES_S = (0.2, 0.6, 1.8)
PASSING = (502, 503, 504)


@dataclass
class Answers:
    """What became of a stream: digests of all answers, what was lost on the way, what failed."""

    digests: dict[str, set[str]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    count: int = 0


def get(address: str) -> bytes:
    """Return the body at an address, asked for on a connection of its own."""
    with urllib.request.urlopen(address, timeout=PATIENCE_S) as response:
        body: bytes = response.read()
        return body


def digest(body: bytes) -> str:
    """Return a hash of what an answer says; the order of properties in JSON says nothing."""
    if body.startswith(b"{"):
        body = json.dumps(json.loads(body), sort_keys=True).encode()
    return hashlib.sha256(body).hexdigest()


def ask(address: str, answers: Answers) -> None:
    """Ask as the page does, and note what came of it."""
    for pause in (*PAUSES_S, None):
        try:
            body = get(address)
        except (OSError, HTTPException) as error:
            passing = not isinstance(error, urllib.error.HTTPError) or error.code in PASSING
            (answers.lost if passing else answers.failed).append(f"{address}: {error!r}")
            if not passing:
                return
            if pause is None:
                answers.failed.append(address)
                return
            time.sleep(pause)
        else:
            answers.count += 1
            answers.digests.setdefault(address, set()).add(digest(body))
            return


def stream(addresses: list[str], count: int) -> tuple[ThreadPoolExecutor, Answers]:
    """Start asking for addresses in turn, `count` times in all; shutting the pool down waits."""
    answers = Answers()
    pool = ThreadPoolExecutor(READERS)
    for address in islice(cycle(addresses), count):
        pool.submit(ask, address, answers)
    return pool, answers
