"""All scripts of assets/ arrive as one file, and all its styles: forty files are forty answers.

Their addresses, and those of the other files that the page names, say what is in them.
"""

from __future__ import annotations

from pathlib import Path

from flask import Flask, Response, request

from optimizers.kernels import content_hash
from server.responses import VERSION

PLOTLY, ICON = "plotly.min.js", "favicon.ico"
"""Not joined: the one is the same in many versions of Lockstep, the other is no text."""

IGNORED = r"\.(js|css|ico)$"
"""What Dash need not name in the page, as it takes it."""

KINDS = {"js": "text/javascript", "css": "text/css"}
FONTS = "fonts/*.woff2"


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
        For ``"js"``, ``"css"``, ``"plotly"`` and ``"icon"`` the address of the file, relative to
        the page, which names the version that `caching` looks for.
    """
    joined = {kind: _joined(assets, kind) for kind in KINDS}
    for path in assets.glob(FONTS):
        name = path.relative_to(assets).as_posix()
        address = _serve(server, name, path.read_bytes(), "font/woff2")
        named = address.removeprefix("assets/")
        joined["css"] = joined["css"].replace(f'"{name}"'.encode(), f'"{named}"'.encode())
    return {
        **{kind: _serve(server, f"lockstep.{kind}", joined[kind], KINDS[kind]) for kind in KINDS},
        "plotly": _serve(server, PLOTLY, (assets / PLOTLY).read_bytes(), KINDS["js"]),
        "icon": _serve(server, ICON, (assets / ICON).read_bytes(), "image/x-icon"),
    }


def _joined(assets: Path, kind: str) -> bytes:
    files = (path for path in sorted(assets.glob(f"*.{kind}")) if path.name != PLOTLY)
    return b"\n".join(path.read_bytes() for path in files)


def _serve(server: Flask, name: str, body: bytes, mimetype: str) -> str:
    version = content_hash(body)

    def answer() -> Response:
        response = Response(body, mimetype=mimetype)
        response.set_etag(f"{version}-{name.rpartition('.')[2]}")
        response.make_conditional(request)
        return response

    server.add_url_rule(f"/assets/{name}", f"assets/{name.replace('.', '_')}", answer)
    return f"assets/{name}?{VERSION}={version}"
