"""A deployment for the tests: three workers under a prefix, nginx in front of them."""

from collections.abc import Iterator

import pytest

from tests.support.deploy.servers import Gunicorn, Proxied, gunicorn, nginx


@pytest.fixture(scope="session")
def deployment() -> Iterator[Gunicorn]:
    """Serve with three workers under /lockstep/."""
    with gunicorn(WEB_CONCURRENCY="3", LOCKSTEP_PREFIX="/lockstep") as server:
        yield server


@pytest.fixture(scope="session")
def proxied(deployment: Gunicorn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    """Put nginx in front, with the prefix kept and with the prefix taken off."""
    with nginx(tmp_path_factory.mktemp("nginx"), deployment.port) as sites:
        yield sites
