"""Several workers: any of them answers any request, and one that dies or hangs is replaced."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from tests.support.deploy.servers import ROOT, Deployment, Proxied, serving, until
from tests.support.deploy.stream import READERS, Answers, digest, get, stream

ADDRESSES = [
    "",
    "?E=w1^2&embed=playground",
    "_dash-layout",
    "layout.json?E=w1^2&run=adam",
    "figures/playground/surface.json?E=w1^4%2Bw2^2",
    "_dash-dependencies",
    "kernels/optimizers.js",
    "kernels/error-function.js?E=sin(w1)*w2^2%2Babs(w1)",
    "trajectory.csv?E=(1-w1)^2%2B20*(3*w2-w1^2)^2&run=adam&run=rprop&start=1,2",
    "tour",
    "tour?ravine.eta=0.08",
    "healthz",
]
COUNT = 96
"""Requests of a stream: bounded, and enough to outlast the death of a worker."""


BODIES = """
import json, sys
from app import server
client = server.test_client()
print(json.dumps({path: client.get("/" + path).text for path in sys.argv[1:]}))
"""


def only(deployment: Deployment, worker: int, path: str) -> bytes:
    """Return what one worker answers while the others are stopped."""
    others = [pid for pid in deployment.workers if pid != worker]
    for pid in others:
        os.kill(pid, signal.SIGSTOP)
    try:
        return get(deployment.site + path)
    finally:
        for pid in others:
            os.kill(pid, signal.SIGCONT)


def test_every_worker_answers_every_request_the_same(deployment: Deployment) -> None:
    workers = deployment.workers
    assert len(workers) == 3
    for path in ADDRESSES:
        answers = {digest(only(deployment, worker, path)) for worker in workers}
        assert len(answers) == 1, path
    assert deployment.workers == workers


def test_another_machine_answers_the_same(deployment: Deployment, tmp_path: Path) -> None:
    # A shared cache holds both under one tag; yet sets of another process have another order, and
    # files another time.
    for name in ("components", "optimizers", "server", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name, copy_function=shutil.copyfile)
    for name in ("app.py", "settings.py"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    here = {path: digest(get(deployment.site + path)) for path in ADDRESSES}
    there = subprocess.run(
        [sys.executable, "-c", BODIES, *ADDRESSES],
        cwd=tmp_path,
        env={**os.environ, "PYTHONHASHSEED": "1", "LOCKSTEP_PREFIX": "/lockstep"},
        capture_output=True,
        text=True,
        check=True,
    )
    bodies = json.loads(there.stdout)
    assert {path: digest(bodies[path].encode()) for path in ADDRESSES} == here


def killed_under_load(deployment: Deployment, site: str) -> Answers:
    """Kill a worker while readers ask; return their answers, all the same and none failed."""
    before = deployment.workers
    pool, answers = stream([site + path for path in ADDRESSES], COUNT)
    until(lambda: answers.count >= COUNT // 4)
    os.kill(before[0], signal.SIGKILL)
    pool.shutdown()
    assert answers.failed == []
    assert answers.count == COUNT
    assert {len(digests) for digests in answers.digests.values()} == {1}
    until(lambda: len(deployment.workers) == 3 and before[0] not in deployment.workers)
    assert set(before[1:]) < set(deployment.workers)
    return answers


def test_a_worker_is_killed_under_load_and_no_reader_is_left_without_an_answer(
    deployment: Deployment,
) -> None:
    answers = killed_under_load(deployment, deployment.site)
    assert len(answers.lost) <= READERS, "no more than there were on their way"


def test_behind_nginx_no_reader_hears_of_a_worker_that_is_killed(
    deployment: Deployment, proxied: Proxied
) -> None:
    answers = killed_under_load(deployment, proxied.kept)
    # That a worker is busy is an answer of its own, and the reader asks again; so does the page
    # where an answer breaks off, of which nginx has passed on the beginning.
    begun = [one for one in answers.lost if "IncompleteRead" in one]
    dropped = [one for one in answers.lost if "503" not in one and one not in begun]
    assert len(begun) <= READERS, "no more than there were on their way"
    assert dropped == [], "nginx asks another worker before a reader hears of it"


def test_a_worker_that_hangs_is_replaced_while_the_other_answers() -> None:
    with serving(LOCKSTEP_TIMEOUT="5") as server:
        page = get(server.site)
        hung, other = server.workers
        os.kill(hung, signal.SIGSTOP)
        # The system gives each connection to one worker: what the hung one got is not answered.
        until(lambda: hung not in server.workers and len(server.workers) == 2)
        assert other in server.workers
        for _ in range(5):
            assert get(server.site) == page
