"""The steps of a Dockerfile, taken in a folder instead of a container engine.

Only what ours needs: FROM, ENV, WORKDIR, COPY, RUN, USER, EXPOSE, CMD, and a .dockerignore.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path


@dataclass
class Image:
    """What the steps leave behind.

    Parameters
    ----------
    folder : Path
        Stands for the root of the image's file system.
    python : Path
        An environment of Python; stands for the one that the base image has.
    """

    folder: Path
    python: Path
    base: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    workdir: str = "/"
    user: str = "0"
    ports: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)

    def inside(self, path: str) -> Path:
        """Return where a path of the image lies; a relative one starts at its working folder."""
        return self.folder / os.path.normpath(f"{self.workdir}/{path}").lstrip("/")


def instructions(text: str) -> list[tuple[str, str]]:
    """Return the instructions of a Dockerfile with their arguments."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [
        (name, rest.strip()) for name, _, rest in (x.partition(" ") for x in joined.split("\n"))
    ]


def build(context: Path, image: Image) -> None:
    """Take all steps of the Dockerfile in a folder."""
    text = (context / "Dockerfile").read_text(encoding="utf-8")
    ignored = (context / ".dockerignore").read_text(encoding="utf-8")
    sent = files(context, ignored.splitlines())
    for name, rest in instructions(text):
        match name:
            case "FROM":
                image.base = rest
            case "ENV":
                image.environment |= dict(pair.split("=", 1) for pair in shlex.split(rest))
            case "WORKDIR":
                image.workdir = rest
                image.inside(".").mkdir(parents=True)
            case "COPY":
                *sources, target = shlex.split(rest)
                for source in sources:
                    _copy(context, sent, source, image.inside(target), target.endswith("/"))
            case "RUN":
                environment = {**os.environ, **image.environment, "PATH": search_path(image)}
                subprocess.run(rest, shell=True, cwd=image.inside("."), env=environment, check=True)
            case "USER":
                image.user = rest
            case "EXPOSE":
                image.ports.append(rest)
            case "CMD":
                image.command = json.loads(rest)
            case _:
                raise ValueError(f"{name} is no step that can be rehearsed.")


def search_path(image: Image) -> str:
    """Return a PATH on which the image's Python comes first."""
    return f"{image.python / 'bin'}:/usr/local/bin:/usr/bin:/bin"


def files(context: Path, patterns: list[str]) -> list[Path]:
    """Return the files that a .dockerignore lets through, relative to their folder."""
    rules = [line.strip() for line in patterns if line.strip() and not line.startswith("#")]
    found = []
    for folder, names, inside in os.walk(context):
        here = Path(folder).relative_to(context)
        if here == Path():
            names[:] = [name for name in names if not name.startswith(".")]
        found += [here / name for name in inside if _is_sent(here / name, rules)]
    return sorted(found)


def _is_sent(path: Path, rules: list[str]) -> bool:
    sent = True
    for rule in rules:
        pattern = rule.removeprefix("!").removeprefix("**/")
        anywhere = "**/" in rule
        for part in (path, *path.parents[:-1]):
            if fnmatchcase(part.name if anywhere else part.as_posix(), pattern):
                sent = rule.startswith("!")
    return sent


def _copy(context: Path, sent: list[Path], source: str, target: Path, into: bool) -> None:
    start = Path(source)
    taken = [path for path in sent if path == start or start in path.parents]
    if not taken:
        raise FileNotFoundError(f"COPY {source}: .dockerignore lets nothing of it through.")
    for path in taken:
        inner = Path(path.name) if into else path.relative_to(start)
        place = target / inner
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(context / path, place)
