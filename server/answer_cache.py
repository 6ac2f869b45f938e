"""Answer cache: recent answers of costly routes, and 304 for what a browser still has.

It stands before admission control: what is known never queues.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from flask import Flask, Response, request

from server.responses import address_etag, versioned

MOST_BYTES = 16 * 1024 * 1024
LONGEST_QUERY = 500

Key = tuple[str, bytes]


class AnswerCache:
    """A thread-safe cache that drops the answers that were used least recently.

    Parameters
    ----------
    most_bytes : int
        How much the bodies of all answers may take.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._answers: OrderedDict[Key, tuple[bytes, str]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> tuple[bytes, str] | None:
        """Return body and media type of a known answer."""
        with self._lock:
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
            return found

    def put(self, key: Key, body: bytes, mimetype: str) -> None:
        """Keep an answer."""
        with self._lock:
            if key in self._answers or len(body) > self._most_bytes:
                return
            self._answers[key] = body, mimetype
            self._bytes += len(body)
            while self._bytes > self._most_bytes:
                _, (dropped, _) = self._answers.popitem(last=False)
                self._bytes -= len(dropped)


def cache_answers(
    server: Flask, is_costly: Callable[[], bool], cache: AnswerCache | None = None
) -> None:
    """Answer costly requests from the cache where their answer is known.

    Parameters
    ----------
    server : Flask
        The server.
    is_costly : callable
        Whether the present request takes long to answer, which says what is worth keeping.
    cache : AnswerCache, optional
        Where answers are kept; a new one unless given.
    """
    answers = AnswerCache() if cache is None else cache

    def answer_known() -> Response | None:
        if request.method != "GET" or not is_costly():
            return None
        etag = _etag_of_browser()
        if etag:
            return versioned(Response(mimetype="text/plain"), etag)
        found = answers.get((request.path, request.query_string))
        return versioned(Response(found[0], mimetype=found[1])) if found else None

    def keep(response: Response) -> Response:
        kept = request.method == "GET" and response.status_code == 200 and is_costly()
        if kept and len(request.query_string) <= LONGEST_QUERY and not response.is_streamed:
            body = response.get_data()
            answers.put((request.path, request.query_string), body, response.mimetype or "")
        return response

    server.before_request(answer_known)
    server.after_request(keep)


def _etag_of_browser() -> str | None:
    """Return the ETag of the present answer as the browser has it.

    flask-compress adds the encoding, as in ``"...:br"``.
    """
    expected = address_etag()
    known = request.if_none_match.as_set(include_weak=True)
    return next((etag for etag in known if etag.partition(":")[0] == expected), None)
