"""Several workers: any of them answers any request, one may die, and all finish what they began."""

import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.callback_bodies import asking
from tests.support.deploy.servers import (
    COMMAND,
    PATIENCE_S,
    ROOT,
    Gunicorn,
    Proxied,
    gunicorn,
    until,
)
from tests.support.deploy.stream import READERS, Answers, get, stream

ADDRESSES = [
    "",
    "?E=w1^2&embed=playground",
    "_dash-layout",
    "_dash-dependencies",
    "kernels/optimizers.js",
    "kernels/error-function.js?E=sin(w1)*w2^2%2Babs(w1)",
    "trajectory.csv?E=(1-w1)^2%2B20*(3*w2-w1^2)^2&run=adam&run=rprop&start=1,2",
    "healthz",
]
COUNT = 96
"""Requests of a stream: bounded, and enough to outlast the death of a worker."""


DIGESTS = """
import hashlib, json, sys
from app import server
client = server.test_client()
bodies = {path: client.get("/" + path).data for path in sys.argv[1:]}
print(json.dumps({path: hashlib.sha256(body).hexdigest() for path, body in bodies.items()}))
"""


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def only(deployment: Gunicorn, worker: int, path: str) -> bytes:
    """Return what one worker answers while the others are held."""
    others = [pid for pid in deployment.workers if pid != worker]
    for pid in others:
        os.kill(pid, signal.SIGSTOP)
    try:
        return get(deployment.site + path)
    finally:
        for pid in others:
            os.kill(pid, signal.SIGCONT)


def test_every_worker_answers_every_request_with_the_same_bytes(deployment: Gunicorn) -> None:
    workers = deployment.workers
    assert len(workers) == 3
    for path in ADDRESSES:
        answers = {digest(only(deployment, worker, path)) for worker in workers}
        assert len(answers) == 1, path
    assert deployment.workers == workers


def test_another_machine_gives_the_same_bytes(deployment: Gunicorn, tmp_path: Path) -> None:
    # A shared cache holds both under one tag; yet sets of another process have another order, and
    # files another time.
    for name in ("components", "optimizers", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name, copy_function=shutil.copyfile)
    for name in ("app.py", "settings.py"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    here = {path: digest(get(deployment.site + path)) for path in ADDRESSES}
    there = subprocess.run(
        [sys.executable, "-c", DIGESTS, *ADDRESSES],
        cwd=tmp_path,
        env={**os.environ, "PYTHONHASHSEED": "1", "LOCKSTEP_PREFIX": "/lockstep"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(there.stdout) == here


def killed_under_load(deployment: Gunicorn, site: str) -> Answers:
    """Kill a worker while readers ask; return their answers, all the same and none failed."""
    before = deployment.workers
    pool, answers = stream([site + path for path in ADDRESSES], COUNT)
    until(lambda: answers.count >= COUNT // 4)
    os.kill(before[0], signal.SIGKILL)
    pool.shutdown()
    assert answers.failed == []
    assert answers.count == COUNT
    assert {len(digests) for digests in answers.digests.values()} == {1}
    until(lambda: len(deployment.workers) == 3)
    assert set(before[1:]) < set(deployment.workers)
    return answers


def test_a_worker_is_killed_under_load_and_no_reader_is_left_without_an_answer(
    deployment: Gunicorn,
) -> None:
    killed_under_load(deployment, deployment.site)


def test_behind_nginx_no_reader_hears_of_a_worker_that_is_killed(
    deployment: Gunicorn, proxied: Proxied
) -> None:
    answers = killed_under_load(deployment, proxied.kept)
    # That a worker is busy is an answer of its own, and the reader asks again; so does the page
    # where an answer breaks off, of which nginx has passed on the beginning.
    begun = [one for one in answers.lost if "IncompleteRead" in one]
    dropped = [one for one in answers.lost if "503" not in one and one not in begun]
    assert len(begun) <= READERS, "no more than there were on their way"
    assert dropped == [], "nginx asks another worker before a reader hears of it"


def test_a_stop_lets_requests_under_way_finish() -> None:
    body = json.dumps(asking("?E=w1^2")).encode()
    with gunicorn() as server:
        place = urlsplit(server.site)
        with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE_S) as reader:
            reader.sendall(
                b"POST /_dash-update-component HTTP/1.1\r\n"
                b"Host: %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
                b"Expect: 100-continue\r\nConnection: close\r\n\r\n"
                % (place.netloc.encode(), len(body))
            )
            answer = reader.makefile("rb")
            assert answer.readline().split()[1] == b"100", "a worker has begun with the request"
            assert answer.readline() == b"\r\n"
            server.process.send_signal(signal.SIGTERM)
            until(lambda: len(server.workers) == 1)  # the others had nothing to finish
            reader.sendall(body)
            head, _, rest = answer.read().partition(b"\r\n\r\n")
        assert head.split()[1] == b"200"
        assert b'"w1^2"' in rest
        assert server.process.wait(PATIENCE_S) == 0


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "many", "PORT is 'many': give a whole number from 0 to 65535.\n"),
        ("WEB_CONCURRENCY", "0", "WEB_CONCURRENCY is '0': give a whole number from 1 to 64.\n"),
        ("HOST", "192.0.2.1", "Lockstep cannot listen on HOST 192.0.2.1 and PORT 0: "),
    ],
)
def test_a_setting_that_cannot_be_used_is_said_in_one_line(
    name: str, value: str, sentence: str
) -> None:
    environment = {**os.environ, "PORT": "0", name: value}
    ended = subprocess.run(
        COMMAND, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE_S
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith(sentence)
    assert ended.stderr.count("\n") == 1
