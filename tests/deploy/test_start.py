"""A server that cannot start says why in one line."""

import os
import socket
import subprocess
import sys

import pytest

from tests.support.deploy.servers import COMMAND, PATIENCE_S, ROOT


def started(**settings: str) -> str:
    """Return what a server that does not start says."""
    environment = {**os.environ, "PORT": "0", **settings}
    ended = subprocess.run(
        COMMAND, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE_S
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    return ended.stderr


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "many", "PORT is 'many': give a whole number from 0 to 65535.\n"),
        ("WEB_CONCURRENCY", "0", "WEB_CONCURRENCY is '0': give a whole number from 1 to 64.\n"),
        ("HOST", "192.0.2.1", "Lockstep cannot listen on HOST 192.0.2.1 and PORT 0: "),
        ("HOST", "no.such.host.invalid", "Lockstep cannot listen on HOST no.such.host.invalid"),
    ],
)
def test_a_setting_that_cannot_be_used_is_said_in_one_line(
    name: str, value: str, sentence: str
) -> None:
    said = started(**{name: value})
    assert said.startswith(sentence)
    assert said.count("\n") == 1


def test_a_port_in_use_is_said_plainly() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert started(PORT=str(port)) == (
            f"Lockstep cannot listen on HOST 127.0.0.1 and PORT {port}: Address already in use.\n"
        )


PREPARED = """
from components.tour.scene import scene_of
from components.tour.still_ground import ground
from deploy import asgi
asgi.preparation.join()
before = [made.cache_info().misses for made in (scene_of, ground)]
asgi.client.get("/tour")
print(before == [made.cache_info().misses for made in (scene_of, ground)], *before)
"""


def test_a_worker_prepares_the_tour_before_anybody_asks() -> None:
    said = subprocess.run(
        [sys.executable, "-c", PREPARED], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert said[0] == "True"
    assert min(map(int, said[1:])) > 5
