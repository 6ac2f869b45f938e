"""The hash of all that assets/dist is made from: scripts/bundle writes it, a test compares it."""

import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "assets"
NOT_BUNDLED = ("assets/dist/", "assets/vendor/", "assets/boot.js")
KINDS = {".js", ".css", ".woff2"}


def sources() -> list[Path]:
    """Return the files that are bundled and the script that does it, sorted by name."""
    found = [path for path in ASSETS.rglob("*") if path.suffix in KINDS]
    found.append(ROOT / "scripts" / "bundle.mjs")
    return sorted(path for path in found if not _name(path).startswith(NOT_BUNDLED))


def sources_hash() -> str:
    """Return the SHA-256 of the sources' names and contents and of the version of esbuild."""
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    found = hashlib.sha256(package["devDependencies"]["esbuild"].encode())
    for path in sources():
        content = path.read_bytes()
        found.update(f"\0{_name(path)}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    print(sources_hash())
