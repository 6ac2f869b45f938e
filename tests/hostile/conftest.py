"""The client that sends hostile texts, and who listens to the interpreter meanwhile."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from flask.testing import FlaskClient

import app
from tests.support.hostile.executions import is_execution

Listening = Callable[[], AbstractContextManager[None]]


class Listener:
    """Hears what the interpreter runs; an audit hook cannot be taken away, so it can be deaf."""

    def __init__(self) -> None:
        self.listens = False
        self.heard: list[str] = []
        sys.addaudithook(self.hear)

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Keep an event that runs what this project did not print."""
        if self.listens and is_execution(event, arguments):
            self.heard.append(f"{event} {str(arguments)[:200]}")


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    client: FlaskClient = app.create_app().server.test_client()
    client.get("/_dash-layout")  # what libraries load at first use is loaded
    return client


@pytest.fixture(scope="session")
def listener() -> Listener:
    return Listener()


@pytest.fixture
def nothing_is_run(listener: Listener) -> Listening:
    """Return a context in which nothing but printed formulas may be compiled and run."""

    @contextmanager
    def listening() -> Iterator[None]:
        listener.heard.clear()
        listener.listens = True
        try:
            yield
        finally:
            listener.listens = False
        assert listener.heard == []

    return listening
