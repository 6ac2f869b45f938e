"""The query of a request, as the routes read it."""

from flask import request

from app import server
from server.request_query import request_query


def test_the_query_is_that_of_the_request() -> None:
    with server.test_request_context("/?E=w1%2Bw2&E=w1"):
        assert request_query() == {"E": ["w1+w2", "w1"]} == request.args.to_dict(flat=False)
