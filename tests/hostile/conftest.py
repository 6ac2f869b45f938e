"""Client for hostile texts, and an audit of what the interpreter runs meanwhile."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from flask.testing import FlaskClient

import app
from optimizers import ErrorFunction
from tests.support.hostile.executions import is_execution
from tests.support.routes import LAYOUTS

Audit = Callable[[], AbstractContextManager[None]]


class Auditor:
    """Audit hook that records executions; a hook cannot be removed, so it is switched off."""

    def __init__(self) -> None:
        self.on = False
        self.events: list[str] = []
        sys.addaudithook(self.record)

    def record(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Keep an event that runs what this project did not print."""
        if self.on and is_execution(event, arguments):
            self.events.append(f"{event} {str(arguments)[:200]}")


@pytest.fixture(scope="session")
def client() -> FlaskClient:
    # With cookies the client would decode every address, of up to a quarter of a megabyte, twice.
    client: FlaskClient = app.server.test_client(use_cookies=False)
    for route in (*LAYOUTS, "/tour"):
        client.get(route)  # what libraries load and compile at first use is there
    return client


@pytest.fixture(scope="session")
def auditor() -> Auditor:
    ErrorFunction.parse("sqrt(w1)").gradient(0, 0)  # what is printed and compiled once is there
    return Auditor()


@pytest.fixture
def nothing_is_run(auditor: Auditor) -> Audit:
    """Return a context in which nothing but printed formulas may be compiled and run."""

    @contextmanager
    def audit() -> Iterator[None]:
        auditor.events.clear()
        auditor.on = True
        try:
            yield
        finally:
            auditor.on = False
        assert auditor.events == []

    return audit
