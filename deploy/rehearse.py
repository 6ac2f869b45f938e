"""Does what the Dockerfile says without a container engine, and serves the result.

    python -m deploy.rehearse

takes its steps in a scratch folder, with a fresh environment of this Python in place of the base
image, and starts its command as its user on a read-only file system: a mount namespace of its own
(``unshare``, Linux) in which everything is mounted read-only, the folder lies where WORKDIR says,
and only an empty /dev/shm can be written to, as with ``docker run --read-only``. Not rehearsed are
the base image, its system libraries, and being process 1. Ctrl+C ends it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from deploy.dockerfile import Image, build

ROOT = Path(__file__).parent.parent

ENTER = r"""
set -eu
folder=$1 python=$2 base=$3 workdir=$4; shift 4
mount -t tmpfs -o mode=755 tmpfs /srv
mkdir -p /srv/python /srv/base "$workdir"
mount --bind "$folder$workdir" "$workdir"
mount --bind "$python" /srv/python
case $base in
    /root/*) # where its user may not look: Python is shown to it there, and nothing else
        mount --bind "$base" /srv/base
        mount -t tmpfs -o mode=755 tmpfs /root
        mkdir -p "$base"
        mount --bind /srv/base "$base" ;;
esac
while read -r _ place _; do
    case $place in /proc | /proc/* | /sys | /sys/* | /dev/*) continue ;; esac
    mount -o remount,bind,ro "$place" 2>/dev/null || true
done </proc/mounts
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
cd "$workdir"
exec "$@"
"""


def is_root() -> bool:
    """Say whether this process may become another user."""
    return os.geteuid() == 0


def command(image: Image, settings: dict[str, str], arguments: Sequence[str]) -> list[str]:
    """Return how to run something in an image, as its user, where nothing can be written to."""
    user, _, group = image.user.partition(":")
    become = ["setpriv", f"--reuid={user}", f"--regid={group or user}", "--clear-groups"]
    given = {"PATH": "/srv/python/bin:/usr/bin:/bin", "HOME": "/", **image.environment, **settings}
    return [
        *("unshare", "--mount", *([] if is_root() else ["--map-root-user"])),
        *("sh", "-c", ENTER, "enter"),
        *(str(image.folder), str(image.python), sys.base_prefix, image.workdir),
        *("env", "-i", *(f"{name}={value}" for name, value in given.items())),
        *(become if is_root() else []),
        *arguments,
    ]


def main() -> None:
    """Build in a scratch folder and serve until interrupted."""
    if not shutil.which("unshare"):
        sys.exit("The rehearsal needs unshare, which Linux has.")
    given = {name: os.environ[name] for name in ("HOST", "PORT") if name in os.environ}
    with tempfile.TemporaryDirectory() as scratch:
        image = Image(Path(scratch, "image"), Path(scratch, "python"))
        subprocess.run([sys.executable, "-m", "venv", image.python], check=True)
        build(ROOT, image)
        try:
            subprocess.run(command(image, given, image.command), check=True)
        except KeyboardInterrupt:
            print("Ended.")


if __name__ == "__main__":
    main()
