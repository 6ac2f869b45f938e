"""Answer cache: known answers, eviction by bytes, and what is not kept."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask, Response, request

from server.answer_cache import LONGEST_QUERY, AnswerCache, cache_answers
from server.responses import address_etag


def key(number: int) -> tuple[str, bytes]:
    return "/x", b"%d" % number


def test_a_kept_answer_is_returned_with_its_type() -> None:
    cache = AnswerCache()
    assert cache.get(key(1)) is None
    cache.put(key(1), b"body", "text/csv")
    assert cache.get(key(1)) == (b"body", "text/csv")
    assert cache.get(("/y", b"1")) is None


def test_answers_used_least_recently_are_dropped_when_bytes_are_too_many() -> None:
    cache = AnswerCache(most_bytes=100)
    for number in range(3):
        cache.put(key(number), b"x" * 30, "text/plain")
    assert cache.get(key(0))  # used again: the next to go is 1
    cache.put(key(3), b"x" * 30, "text/plain")
    assert [cache.get(key(k)) is not None for k in range(4)] == [True, False, True, True]
    cache.put(key(4), b"x" * 100, "text/plain")
    assert [cache.get(key(k)) is not None for k in range(5)] == [False] * 4 + [True]


def test_an_answer_larger_than_the_cache_is_not_kept_and_drops_nothing() -> None:
    cache = AnswerCache(most_bytes=100)
    cache.put(key(0), b"x" * 60, "text/plain")
    cache.put(key(1), b"x" * 101, "text/plain")
    assert cache.get(key(0))
    assert cache.get(key(1)) is None


def test_an_answer_that_is_kept_twice_counts_once() -> None:
    cache = AnswerCache(most_bytes=100)
    cache.put(key(0), b"x" * 30, "text/plain")
    for _ in range(20):
        cache.put(key(1), b"x" * 60, "text/plain")
    assert cache.get(key(0))
    assert cache.get(key(1))


def test_threads_may_use_it_at_the_same_time() -> None:
    cache = AnswerCache(most_bytes=1000)
    ready = threading.Barrier(8)

    def use(worker: int) -> None:
        ready.wait()
        for turn in range(2000):
            number = (turn * (worker + 1)) % 50
            found = cache.get(key(number))
            assert found is None or found[0] == b"%d" % number * 10
            cache.put(key(number), b"%d" % number * 10, "text/plain")

    with ThreadPoolExecutor(8) as threads:
        for done in [threads.submit(use, worker) for worker in range(8)]:
            done.result()
    held = [found[0] for k in range(50) if (found := cache.get(key(k)))]
    assert 800 <= sum(map(len, held)) <= 1000


class Counted:
    """A server that counts how often it computes an answer."""

    def __init__(self) -> None:
        self.server = Flask(__name__)
        self.computed = 0

        @self.server.get("/<status>")
        def compute(status: str) -> Response:
            self.computed += 1
            return Response("computed", int(status), mimetype="text/csv")

        cache_answers(self.server, lambda: request.path != "/201")

    def ask(self, path: str, method: str = "GET") -> tuple[int, str, str]:
        answer = self.server.test_client().open(path, method=method)
        return answer.status_code, answer.get_data(as_text=True), answer.mimetype or ""


@pytest.fixture
def counted() -> Counted:
    return Counted()


def test_a_known_answer_is_not_computed_again(counted: Counted) -> None:
    answers = {counted.ask("/200?E=w1") for _ in range(3)}
    assert answers == {(200, "computed", "text/csv")}
    assert counted.computed == 1
    counted.ask("/200?E=w2")
    assert counted.computed == 2


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/400?E=sin(", "GET"),  # a mistake
        ("/503?E=w1", "GET"),
        ("/201?E=w1", "GET"),  # cheap
        ("/200?E=w1", "HEAD"),
        ("/200?E=" + "w" * LONGEST_QUERY, "GET"),
    ],
)
def test_other_answers_are_not_kept(counted: Counted, path: str, method: str) -> None:
    for _ in range(2):
        counted.ask(path, method)
    assert counted.computed == 2


def test_what_the_browser_has_is_not_even_computed_once(counted: Counted) -> None:
    with counted.server.test_request_context("/200?E=w1"):
        etag = address_etag()
    for asked in (f'W/"{etag}"', f'W/"{etag}:br"', f'W/"{etag}:gzip"'):  # as flask-compress adds
        headers = {"If-None-Match": f'"x", {asked}'}
        answer = counted.server.test_client().get("/200?E=w1", headers=headers)
        assert (answer.status_code, answer.headers["ETag"]) == (304, asked)
    assert counted.computed == 0
