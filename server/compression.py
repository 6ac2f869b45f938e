"""Compression: every file and every known answer is compressed once.

Static files are read whole: one that is streamed stays open in flask-compress until the garbage
collector finds it. The largest were compressed before they were committed.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import partial
from pathlib import Path

import brotli
from flask import Flask, Response, request

from server.answer_cache import AnswerCache

QUALITY = 9
"""Brotli's best but for two: it takes a twentieth of a second for the largest of Dash's scripts."""

ENCODINGS = {
    "br": partial(brotli.compress, quality=QUALITY),
    "gzip": partial(gzip.compress, mtime=0),  # all that a browser takes without TLS
}


class CompressedAnswers:
    """Cache backend of flask-compress: the compressed bodies that were used recently."""

    def __init__(self) -> None:
        self._answers = AnswerCache()

    def get(self, key: str) -> bytes | None:
        """Return a compressed body, or None where it is not known."""
        found = self._answers.get((key, b""))
        return found[0] if found else None

    def set(self, key: str, value: bytes) -> None:
        """Keep a compressed body."""
        self._answers.put((key, b""), value, "")


COMPRESSION = {
    "COMPRESS_CACHE_BACKEND": CompressedAnswers,
    "COMPRESS_CACHE_KEY": lambda request: request.full_path,  # all that an answer depends on
}
"""Settings of flask-compress, which reads them when it is installed."""

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
        for path in assets.rglob("*.br")
    }
    # By what is in them, so no more than there are files: an address of Dash's may say anything
    # where it names its version.
    kept: dict[tuple[str, bytes], bytes] = {}

    def compressed(encoding: str, body: bytes) -> bytes:
        key = encoding, _digest(body)
        if key not in kept:
            prepared = ready.get(key[1]) if encoding == "br" else None
            kept[key] = prepared or ENCODINGS[encoding](body)
        return kept[key]

    def read(response: Response) -> Response:
        if not request.path.startswith(STATIC) or response.status_code != 200:
            return response
        response.direct_passthrough = False
        body = response.get_data()
        if (response.mimetype or "").startswith(TEXTS):
            response.vary.add("Accept-Encoding")
            encoding = next((name for name in ENCODINGS if request.accept_encodings[name]), None)
            if encoding:
                response.set_data(compressed(encoding, body))
                response.content_encoding = encoding
        return response

    server.after_request(read)


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).digest()
