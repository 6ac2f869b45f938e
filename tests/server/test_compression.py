"""Compression of static files: each is read whole, compressed once, and closed."""

import gc
import gzip

import brotli
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import server

PLOTLY = "/assets/vendor/plotly.min.js"
FILES = (PLOTLY, "/assets/main.js", "/assets/main.css")


def get(path: str, **headers: str) -> TestResponse:
    """Return the answer, closed as a server closes it."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    client: FlaskClient = server.test_client()
    return client.get(path, headers=named, buffered=True)


@pytest.mark.parametrize("path", FILES)
def test_a_browser_gets_a_file_compressed_and_others_get_it_plain(path: str) -> None:
    plain = get(path).get_data()
    for _ in range(2):  # compressed, then from the cache
        answer = get(path, Accept_Encoding="gzip, br")
        assert answer.headers["Content-Encoding"] == "br"
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert int(answer.headers["Content-Length"]) == len(answer.get_data()) < len(plain)
        assert brotli.decompress(answer.get_data()) == plain
    # Without TLS a browser takes gzip alone.
    for _ in range(2):
        answer = get(path, Accept_Encoding="gzip, deflate")
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.get_data()) == plain
    assert "Content-Encoding" not in get(path, Accept_Encoding="identity").headers
    gc.collect()  # a file left open would be a warning, and that an error


def test_plotly_is_sent_as_it_was_compressed_before_it_was_committed() -> None:
    answer = get(PLOTLY, Accept_Encoding="br")
    assert len(answer.get_data()) < 270_000


def test_fonts_are_compressed_already_and_sent_as_they_are() -> None:
    answer = get("/assets/fonts/lockstep-sans.woff2", Accept_Encoding="br")
    assert "Content-Encoding" not in answer.headers
    assert answer.get_data().startswith(b"wOF2")


def test_a_file_that_the_browser_has_is_not_sent_again() -> None:
    first = get(FILES[1], Accept_Encoding="br")
    tag = first.headers["ETag"]
    again = get(FILES[1], Accept_Encoding="br", If_None_Match=tag)
    assert again.status_code == 304
    assert again.get_data() == b""
