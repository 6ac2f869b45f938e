"""The client that asks the server."""

import pytest
from flask.testing import FlaskClient

import app


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    client: FlaskClient = app.server.test_client()
    return client
