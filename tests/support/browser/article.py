"""Articles of another origin that embed a figure, and the site that allows one of them to."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from werkzeug.wrappers import Request, Response

from app import create_app
from settings import read_settings
from tests.support.browser.serve import serving


class Sites(NamedTuple):
    """Three origins: of the figures, of the article that may embed them, and a foreign one."""

    figures: str
    article: str
    foreign: str


@contextmanager
def articles(write: Callable[[str, str], str]) -> Iterator[Sites]:
    """Serve what ``write`` makes of the figures' address and its own query, at two origins.

    Parameters
    ----------
    write : callable
        Returns the article's HTML.
    """
    figures = ""

    @Request.application
    def article(request: Request) -> Response:
        text = write(figures, request.query_string.decode())
        return Response(text, mimetype="text/html")

    with ExitStack() as stack:
        own, foreign = (stack.enter_context(serving(article)) for _ in range(2))
        settings = read_settings({**os.environ, "LOCKSTEP_FRAME_ANCESTORS": own})
        figures = stack.enter_context(serving(create_app(settings).server))
        yield Sites(figures, own, foreign)
