"""Security headers of every response: nothing runs that this site did not serve."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from flask import Flask, Response, request

PLAIN = MappingProxyType(
    {
        "X-Content-Type-Options": "nosniff",
        "X-Permitted-Cross-Domain-Policies": "none",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    }
)
"""Security headers of a response that is not a page: opened as one, it may do nothing at all."""

PAGES = ("/", "/tour")
"""Paths of the pages."""

SCRIPT_POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'"
"""The policy of a script: a worker has that of its own response, and imports the kernels."""


def embedders(frame_ancestors: str) -> str:
    """Return who may embed the pages: their own site too, where the share dialog previews them."""
    own = {"'self'", "'none'", "*"}
    return frame_ancestors if own & {*frame_ancestors.split()} else f"'self' {frame_ancestors}"


def secure(server: Flask, script_hashes: Iterable[str], frame_ancestors: str) -> None:
    """Add a strict policy to every answer of a server.

    Parameters
    ----------
    server : Flask
        The server.
    script_hashes : iterable of str
        Hashes of the inline scripts that Dash writes, known once all callbacks are defined.
    frame_ancestors : str
        Who may embed the figures, as a policy writes it.
    """
    policy = "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *script_hashes)),
            "style-src 'self'",
            "style-src-elem 'self' 'unsafe-inline'",  # plotly adds a style element of its own
            "style-src-attr 'none'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "frame-src 'self'",  # the preview of what an article embeds
            "base-uri 'none'",
            "form-action 'none'",
            f"frame-ancestors {embedders(frame_ancestors)}",
            "object-src 'none'",
        )
    )

    def add_headers(response: Response) -> Response:
        response.headers.update(PLAIN)
        # An answer 304 has no type, and its headers take the place of those that a browser has.
        is_known = response.status_code == 304
        is_page = request.path in PAGES if is_known else response.mimetype == "text/html"
        if not is_page:
            is_script = is_known and request.path.endswith(".js")
            if is_script or response.mimetype == "text/javascript":
                response.headers["Content-Security-Policy"] = SCRIPT_POLICY
            return response
        response.headers["Content-Security-Policy"] = policy
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        return response

    server.after_request(add_headers)
