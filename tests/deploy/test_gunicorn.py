"""Several workers: any of them answers any request, one may die, and all finish what they began."""

import json
import os
import signal
import socket
import subprocess
from urllib.parse import urlsplit

import pytest

from tests.deploy.servers import COMMAND, PATIENCE_S, ROOT, Gunicorn, Proxied, gunicorn, listens, until
from tests.deploy.stream import get, stream
from tests.test_app import asking

ADDRESSES = [
    "_dash-layout",
    "_dash-dependencies",
    "kernels/optimizers.js",
    "kernels/error-function.js?E=sin(w1)*w2^2%2Babs(w1)",
    "trajectory.csv?E=(1-w1)^2%2B20*(3*w2-w1^2)^2&run=adam&run=rprop&start=1,2",
    "healthz",
]
COUNT = 240
"""Requests of a stream: bounded, and enough to outlast the death of a worker."""


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
        answers = {only(deployment, worker, path) for worker in workers}
        assert len(answers) == 1, path
    assert deployment.workers == workers


def test_another_machine_gives_the_same_bytes(deployment: Gunicorn) -> None:
    # A shared cache holds them all under one tag; sets and dicts of another process differ in order.
    with gunicorn(PYTHONHASHSEED="1", WEB_CONCURRENCY="1") as other:
        for path in ADDRESSES:
            assert get(other.site + path) == get(deployment.site + path), path


@pytest.mark.parametrize("way", ["directly", "through nginx"])
def test_a_worker_is_killed_under_load_and_no_reader_is_left_without_an_answer(
    deployment: Gunicorn, proxied: Proxied, way: str
) -> None:
    site = deployment.site if way == "directly" else proxied.kept
    before = deployment.workers
    pool, answers = stream([site + path for path in ADDRESSES], COUNT)
    for k, victim in enumerate(before[:2], start=1):
        until(lambda share=k * COUNT // 4: answers.count >= share)
        os.kill(victim, signal.SIGKILL)
    pool.shutdown()
    assert answers.failed == []
    assert answers.count == COUNT
    assert {len(bodies) for bodies in answers.bodies.values()} == {1}
    if way == "through nginx":
        assert answers.lost == [], "nginx asks another worker before a reader hears of it"
    until(lambda: len(deployment.workers) == 3)
    assert before[2] in deployment.workers
    assert before[0] not in deployment.workers


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
            until(lambda: not listens(server.port))
            assert server.process.poll() is None
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
