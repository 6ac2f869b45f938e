"""All scripts of assets/ arrive as one file, and all its styles: forty files are forty answers."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flask import Flask, Response, request

APART = ("plotly.min.js",)
"""Large, compressed beforehand, and the same in many versions of Lockstep."""

IGNORED = r"^(?!plotly\.min\.js$).*\.(js|css)$"
"""What Dash need not name in the page, as it takes it."""

KINDS = {"js": "text/javascript", "css": "text/css"}


def join_assets(server: Flask, assets: Path) -> dict[str, str]:
    """Serve the scripts and the styles of a folder as one file each.

    Parameters
    ----------
    server : Flask
        The server.
    assets : Path
        The folder; files are joined in the order of their names.

    Returns
    -------
    dict of str to str
        For ``"js"`` and ``"css"`` the address of the file, relative to the page, which names the
        version that `caching` looks for.
    """
    return {kind: _serve(server, kind, _joined(assets, kind)) for kind in KINDS}


def _joined(assets: Path, kind: str) -> bytes:
    files = (path for path in sorted(assets.glob(f"*.{kind}")) if path.name not in APART)
    return b"\n".join(path.read_bytes() for path in files)


def _serve(server: Flask, kind: str, text: bytes) -> str:
    path, version = f"assets/lockstep.{kind}", hashlib.sha256(text).hexdigest()[:12]

    def answer() -> Response:
        response = Response(text, mimetype=KINDS[kind])
        response.set_etag(f"{version}-{kind}")
        response.make_conditional(request)
        return response

    server.add_url_rule(f"/{path}", f"joined_{kind}", answer)
    return f"{path}?m={version}"
