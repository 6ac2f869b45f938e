"""Client of the server that `app` creates, shared by all tests."""

import pytest
from flask.testing import FlaskClient

import app


@pytest.fixture(scope="session")
def client() -> FlaskClient:
    client: FlaskClient = app.server.test_client()
    return client
