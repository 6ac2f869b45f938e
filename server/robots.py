"""robots.txt: search engines may index the page, not the tables."""

from __future__ import annotations

from flask import Blueprint, Response

from server.responses import cacheable

robots = Blueprint("robots", __name__)


@robots.get("/robots.txt")
def rules() -> Response:
    """Return the rules, under which the page is found at the top of a host."""
    return cacheable("User-agent: *\nDisallow: /trajectory.csv\n", "text/plain")
