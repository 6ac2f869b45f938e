"""What the Dockerfile copies is enough to serve, as its user, from a read-only file system."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.deploy.servers import PATIENCE_S, ROOT
from tests.support.deploy.stream import get

DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
COPIES = [line.split() for line in re.findall(r"^COPY (.+)", DOCKERFILE, re.MULTILINE)]
COMMAND: list[str] = json.loads(re.findall(r"^CMD (.+)", DOCKERFILE, re.MULTILINE)[0])
NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")
READ_ONLY_AS_USER = """
while read -r _ place _; do
    case $place in /proc* | /sys* | /dev*) ;; *) mount -o remount,bind,ro "$place" ;; esac
done </proc/mounts
for place in . /tmp /; do touch "$place/written" 2>/dev/null && exit 1; done
exec unshare --user --map-user=1000 --map-group=1000 -- "$@"
"""


def can_unshare() -> bool:
    found = shutil.which("unshare")
    return found is not None and subprocess.run([*NAMESPACE, "true"]).returncode == 0


def test_the_dockerfile_agrees_with_dockerignore_and_procfile() -> None:
    let_through = re.findall(r"^!(.+)", (ROOT / ".dockerignore").read_text("utf-8"), re.MULTILINE)
    assert sorted(let_through) == sorted(source for *sources, _ in COPIES for source in sources)
    assert "\nUSER 1000:1000\n" in DOCKERFILE
    line = (ROOT / "Procfile").read_text("utf-8")
    assert line == f"web: env HOST=0.0.0.0 {' '.join(COMMAND)}\n"


@pytest.mark.skipif(not can_unshare(), reason="read-only file systems need namespaces, as on Linux")
def test_the_copied_files_serve_from_a_read_only_file_system(tmp_path: Path) -> None:
    for *sources, place in COPIES:
        for source in sources:
            path = ROOT / source
            if path.is_dir():
                shutil.copytree(path, tmp_path / place)
            else:
                (tmp_path / place).mkdir(exist_ok=True)
                shutil.copy(path, tmp_path / place)
    process = subprocess.Popen(
        [*NAMESPACE, "sh", "-c", READ_ONLY_AS_USER, "sh", sys.executable, *COMMAND[1:]],
        cwd=tmp_path,
        env={**os.environ, "PORT": "0", "WEB_CONCURRENCY": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process, process.stdout:
        found = re.match(r"Lockstep is at (\S+)", process.stdout.readline())
        assert found
        assert get(f"{found[1]}healthz") == b"OK"
        assert b"lockstep" in get(found[1])
        assert b"export" in get(f"{found[1]}kernels/error-function.js?E=w1^2")
        status = Path(f"/proc/{process.pid}/status").read_text("ascii")
        assert "CapEff:\t0000000000000000" in status
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE_S) == 0
