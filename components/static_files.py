"""Static files are read whole and compressed once, the largest ones before they were committed.

A file that is streamed stays open in flask-compress until the garbage collector finds it, and would
be compressed again for every reader.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import brotli
from flask import Flask, Response, request

QUALITY = 9
"""Brotli's best but for two: it takes a twentieth of a second for the largest of Dash's scripts."""

STATIC = ("/assets/", "/_dash-component-suites/")
TEXTS = ("text/", "application/javascript", "application/json", "image/svg+xml")


def read_static_files_whole(server: Flask, assets: Path) -> None:
    """Make a server answer with a file's bytes instead of the open file, compressed where it helps.

    Parameters
    ----------
    server : Flask
        The server.
    assets : Path
        Where compressed files may stand ready, named as the file with ``.br`` behind.
    """
    ready = {
        _digest(path.with_suffix("").read_bytes()): path.read_bytes()
        for path in assets.glob("*.br")
    }
    # By what is in them, so no more than there are files: an address of Dash's may say anything
    # where it names its version.
    kept: dict[bytes, bytes] = {}

    def read(response: Response) -> Response:
        if not request.path.startswith(STATIC) or response.status_code != 200:
            return response
        response.direct_passthrough = False
        body = response.get_data()
        if (response.mimetype or "").startswith(TEXTS):
            response.vary.add("Accept-Encoding")
            if request.accept_encodings["br"]:
                key = _digest(body)
                if key not in kept:
                    kept[key] = ready.get(key) or brotli.compress(body, quality=QUALITY)
                response.set_data(kept[key])
                response.content_encoding = "br"
        return response

    server.after_request(read)


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).digest()
