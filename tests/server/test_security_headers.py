"""Security headers of the page, and of answers that are not a page."""

import os
import re

import pytest
from flask.testing import FlaskClient

import app
from settings import read_settings
from tests.support.routes import PAGES, ROUTES


def test_the_page_has_strict_headers(client: FlaskClient) -> None:
    response = client.get("/")
    assert (response.status_code, response.mimetype) == (200, "text/html")
    policy = dict(
        rule.split(" ", 1) for rule in response.headers["Content-Security-Policy"].split("; ")
    )
    hashed = re.fullmatch(r"'self'(?: 'sha256-[\w+/]{43}=')+", policy.pop("script-src"))
    assert hashed, "scripts of this site and inline scripts known by their hash, no others"
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "style-src-elem": "'self' 'unsafe-inline'",
        "style-src-attr": "'none'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "frame-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'self'",
        "object-src": "'none'",
    }
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]


@pytest.mark.parametrize(
    "path", [*sorted({*ROUTES} - {*PAGES}), "/none", "/kernels/error-function.js?E=sin("]
)
def test_an_answer_that_is_no_page_may_do_nothing_at_all(client: FlaskClient, path: str) -> None:
    response = client.get(path, buffered=True)
    headers = response.headers
    # A worker has the policy of its own script: it may import the kernels, and nothing else.
    imports = " script-src 'self';" if response.mimetype == "text/javascript" else ""
    policy = f"default-src 'none';{imports} frame-ancestors 'none'"
    assert headers["Content-Security-Policy"] == policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Permitted-Cross-Domain-Policies"] == "none"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("setting", "ancestors"),
    [
        # The page's own preview of what an article embeds is shown too.
        ("https://blog.example", "'self' https://blog.example"),
        ("self https://blog.example", "'self' https://blog.example"),
        ("*", "*"),
        ("none", "'none'"),
    ],
)
def test_frame_ancestors_are_a_setting(setting: str, ancestors: str) -> None:
    settings = read_settings({**os.environ, "LOCKSTEP_FRAME_ANCESTORS": setting})
    answer = app.create_app(settings).server.test_client().get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert f"frame-ancestors {ancestors};" in policy
