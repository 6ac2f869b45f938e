"""robots.txt: search engines may index the page, not tables and scripts."""

from __future__ import annotations

from flask import Blueprint, Response

from server.responses import cacheable

RULES = """\
User-agent: *
Disallow: /trajectory.
Disallow: /script.py
Disallow: /steps.
"""

robots = Blueprint("robots", __name__)


@robots.get("/robots.txt")
def rules() -> Response:
    """Return the rules, under which the page is found at the top of a host."""
    return cacheable(RULES, "text/plain")
