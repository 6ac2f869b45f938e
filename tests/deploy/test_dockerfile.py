"""The Dockerfile's steps, taken without an engine: its user serves from what cannot be written."""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deploy.dockerfile import Image, build, files, instructions
from deploy.rehearse import command, is_root
from tests.support.deploy.servers import PATIENCE_S, ROOT
from tests.support.deploy.stream import get

if not shutil.which("unshare"):
    pytest.skip("read-only file systems need unshare, which Linux has", allow_module_level=True)

WRITE = """
id -u
for folder in . /tmp /srv /; do touch "$folder/lockstep-wrote"; done
touch /dev/shm/lockstep-wrote
"""


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Image:
    """Build in a scratch folder, from a checkout that is closed to others."""
    context = tmp_path_factory.mktemp("context")
    for path in files(ROOT, []):
        if path.parts[0] in ("tests", "docs", "benchmarks"):
            continue
        place = context / path
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, place)
        place.chmod(0o600)
    (context / ".dockerignore").write_text((ROOT / ".dockerignore").read_text("utf-8"), "utf-8")
    image = Image(tmp_path_factory.mktemp("image"), Path(sys.prefix))
    build(context, image)
    return image


@contextmanager
def running(image: Image) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    settings = {"HOST": "127.0.0.1", "PORT": "0", "WEB_CONCURRENCY": "1"}
    process = subprocess.Popen(
        command(image, settings, image.command),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    with process, process.stdout:
        said = process.stdout.readline()
        found = re.match(r"Lockstep is at (\S+)", said)
        assert found, said + process.stdout.read()
        try:
            yield process, found[1]
        finally:
            process.send_signal(signal.SIGTERM)


def test_the_image_holds_what_the_server_needs_and_nothing_else(image: Image) -> None:
    assert sorted(path.name for path in image.inside(".").iterdir() if path.name[0] != "_") == [
        "LICENSE",
        "app.py",
        "assets",
        "components",
        "deploy",
        "optimizers",
        "requirements.txt",
        "settings.py",
    ]
    assert sorted(path.name for path in image.inside("deploy").glob("*.py")) == [
        "gunicorn.py",
        "readers.py",
        "worker.py",
    ]
    assert list(image.inside("optimizers/__pycache__").glob("parser.*.pyc"))
    assert image.base == "python:3.11-slim"
    assert image.user == "1000:1000"
    assert image.ports == [image.environment["PORT"]]
    assert image.environment["HOST"] == "0.0.0.0"


def test_it_serves_as_its_user_from_a_file_system_that_cannot_be_written(image: Image) -> None:
    tried = subprocess.run(command(image, {}, ["sh", "-c", WRITE]), capture_output=True, text=True)
    assert tried.stdout.split() == ["1000" if is_root() else "0"]
    assert tried.returncode == 0, "only /dev/shm can be written to"
    assert tried.stderr.count("Read-only file system") == 4
    with running(image) as (process, site):
        assert get(f"{site}healthz") == b"OK"
        assert json.loads(get(f"{site}_dash-layout"))["type"] == "Div"
        assert b"export" in get(f"{site}kernels/error-function.js?E=w1^2")
        assert get(f"{site}trajectory.csv?steps=2").count(b"\n") == 4
        assert b"lockstep" in get(f"{site}assets/retry.js")
        if is_root():
            assert Path(f"/proc/{process.pid}").stat().st_uid == 1000
    assert process.wait(PATIENCE_S) == 0


def test_the_procfile_starts_the_same() -> None:
    steps = dict(instructions((ROOT / "Dockerfile").read_text("utf-8")))
    line = (ROOT / "Procfile").read_text("utf-8")
    assert line == f"web: env HOST=0.0.0.0 {' '.join(json.loads(steps['CMD']))}\n"
