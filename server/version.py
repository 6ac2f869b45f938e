"""The version of a deployment: a hash of everything that decides what it answers."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = ("components", "optimizers", "server")
PACKAGES = ("dash", "numpy", "sympy")


@lru_cache(maxsize=1)
def deployment_version() -> str:
    """Return twelve hexadecimal digits that change with the sources, bundle and libraries."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        digest.update(f"{package} {version(package)}\n".encode())
    files = [path for folder in SOURCES for path in (ROOT / folder).rglob("*")]
    files += [*(ROOT / "assets").glob("*.js"), *(ROOT / "assets" / "dist").glob("*.json")]
    for path in sorted(path for path in files if path.suffix in (".py", ".lark", ".js", ".json")):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\n" + path.read_bytes())
    return digest.hexdigest()[:12]
