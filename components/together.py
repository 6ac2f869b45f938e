"""All scripts of assets/ arrive as one file, and all its styles: forty files are forty answers.

Their addresses, and those of the fonts, name what is in them.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from flask import Flask, Response, request

APART = ("plotly.min.js",)
"""Large, compressed beforehand, and the same in many versions of Lockstep."""

IGNORED = r"^(?!plotly\.min\.js$).*\.(js|css)$"
"""What Dash need not name in the page, as it takes it."""

KINDS = {"js": "text/javascript", "css": "text/css"}
FONTS = "fonts/*.woff2"
FONT = "font/woff2"


def join_assets(server: Flask, assets: Path) -> dict[str, str]:
    """Serve the scripts and the styles of a folder as one file each.

    Parameters
    ----------
    server : Flask
        The server.
    assets : Path
        The folder; files are joined in the order of their names. Styles name the version of their
        fonts, as the page that of the styles.

    Returns
    -------
    dict of str to str
        For ``"js"`` and ``"css"`` the address of the file, relative to the page, which names the
        version that `caching` looks for.
    """
    joined = {kind: _joined(assets, kind) for kind in KINDS}
    for path in assets.glob(FONTS):
        name = path.relative_to(assets).as_posix()
        address = _serve(server, f"assets/{name}", path.read_bytes(), FONT)
        named = address.removeprefix("assets/")
        joined["css"] = joined["css"].replace(f'"{name}"'.encode(), f'"{named}"'.encode())
    return {
        kind: _serve(server, f"assets/lockstep.{kind}", joined[kind], mimetype)
        for kind, mimetype in KINDS.items()
    }


def _joined(assets: Path, kind: str) -> bytes:
    files = (path for path in sorted(assets.glob(f"*.{kind}")) if path.name not in APART)
    return b"\n".join(path.read_bytes() for path in files)


def _serve(server: Flask, path: str, body: bytes, mimetype: str) -> str:
    version = hashlib.sha256(body).hexdigest()[:12]

    def answer() -> Response:
        response = Response(body, mimetype=mimetype)
        response.set_etag(f"{version}-{mimetype.rpartition('/')[2]}")
        response.make_conditional(request)
        return response

    server.add_url_rule(f"/{path}", path.replace(".", "_"), answer)
    return f"{path}?m={version}"
