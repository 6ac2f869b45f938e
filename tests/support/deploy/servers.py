"""Starts the production server and nginx as a deployment does, on free ports of 127.0.0.1."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.support.browser.chromium import is_root
from tests.support.deploy.nginx import find_nginx

ROOT = Path(__file__).parents[3]
COMMAND = (sys.executable, "-m", "deploy.serve")
PATIENCE_S = 120.0
"""A busy machine may take long; nothing waits so long elsewhere."""


def until(condition: Callable[[], bool]) -> None:
    """Return once a condition holds, or fail when it does not within some seconds."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "This was never so."
        time.sleep(0.01)  # looks again, and waits for nothing else


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _listens(port: int) -> bool:
    """Say whether somebody accepts connections on a port."""
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


def workers_of(pid: int) -> list[int]:
    """Return the worker processes of a server, as the system lists them."""
    columns = ["ps", "-A", "-ww", "-o", "pid=,ppid=,stat=,args="]
    listed = subprocess.run(columns, capture_output=True, text=True)
    rows = [line.split(maxsplit=3) for line in listed.stdout.splitlines()]
    return [
        int(row[0])
        for row in rows
        if int(row[1]) == pid and not row[2].startswith("Z") and "multiprocessing.spawn" in row[3]
    ]


@dataclass
class Deployment:
    """A production server that runs."""

    process: "subprocess.Popen[str]"
    site: str

    @property
    def port(self) -> int:
        """Where it listens."""
        found = re.search(r":(\d+)/", self.site)
        assert found
        return int(found[1])

    @property
    def workers(self) -> list[int]:
        """The processes of its workers."""
        return workers_of(self.process.pid)

    def connect(self) -> socket.socket:
        """Return a connection to it."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_S)


@contextmanager
def serving(**environment: str) -> Iterator[Deployment]:
    """Serve with some settings until the end of the block.

    What the server says is read to its end, so that it never waits for a reader.
    """
    process = subprocess.Popen(
        COMMAND,
        cwd=ROOT,
        env={**os.environ, "PORT": "0", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said: list[str] = []
    ready = threading.Event()
    listener = threading.Thread(target=_listen, args=(process, said, ready))
    listener.start()
    try:
        assert ready.wait(PATIENCE_S), "The server says nothing."
        found = re.search(r"^Lockstep is at (\S+)", "".join(said), re.MULTILINE)
        assert found, "".join(said)
        server = Deployment(process, found[1])
        until(lambda: len(server.workers) == int(environment.get("WEB_CONCURRENCY", "2")))
        # Connections wait in the backlog until a worker has loaded the app.
        urllib.request.urlopen(f"{server.site}healthz", timeout=PATIENCE_S).close()
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE_S)
        listener.join()


def _listen(process: "subprocess.Popen[str]", said: list[str], ready: threading.Event) -> None:
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            said.append(line)
            if line.startswith("Lockstep is at "):
                ready.set()
    ready.set()


class Proxied(NamedTuple):
    """Two addresses of the same site, with a slash at the end."""

    kept: str
    stripped: str


MAIN = """
{user}
daemon off;
pid {folder}/pid;
error_log stderr warn;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/kept.conf;
    include {folder}/stripped.conf;
}}
"""


@contextmanager
def nginx(folder: Path, behind: int, rate: str = "2r/s") -> Iterator[Proxied]:
    """Put nginx in front of a port: deploy/nginx.conf as it is, and with its other proxy_pass.

    Parameters
    ----------
    folder : Path
        Where nginx may write.
    behind : int
        The port.
    rate : str
        The rate limit, as shipped unless a test is about something else.
    """
    ports = {"kept": free_port(), "stripped": free_port()}
    shipped = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for name, port in ports.items():
        slash = "/" if name == "stripped" else ""
        changes = {
            "127.0.0.1:8050": f"127.0.0.1:{behind}",
            "listen 80;": f"listen 127.0.0.1:{port};",
            "rate=2r/s": f"rate={rate}",
            "$lockstep_client": f"${name}_client",
            "zone=lockstep": f"zone={name}",
            "upstream lockstep {": f"upstream {name} {{",
            "proxy_pass http://lockstep;": f"proxy_pass http://{name}{slash};",
        }
        text = shipped
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        (folder / f"{name}.conf").write_text(text, encoding="utf-8")
    main = folder / "nginx.conf"
    user = "user root;" if is_root() else ""
    main.write_text(MAIN.format(folder=folder, user=user), encoding="utf-8")
    log = folder / "log"
    with log.open("w") as said:
        process = subprocess.Popen(
            [str(find_nginx()), "-p", str(folder), "-c", str(main)], stdout=said, stderr=said
        )
    try:
        until(lambda: process.poll() is not None or all(map(_listens, ports.values())))
        assert process.poll() is None, log.read_text(encoding="utf-8")
        yield Proxied(*(f"http://127.0.0.1:{port}/lockstep/" for port in ports.values()))
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait(PATIENCE_S)
