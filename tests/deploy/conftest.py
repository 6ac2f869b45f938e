"""A deployment for the tests: three workers under a prefix, nginx in front of them."""

from collections.abc import Iterator

import pytest

from tests.support.deploy.servers import Deployment, Proxied, nginx, serving


@pytest.fixture(scope="session")
def deployment() -> Iterator[Deployment]:
    """Serve with three workers under /lockstep/; a test may stop one for a while."""
    settings = {"LOCKSTEP_PREFIX": "/lockstep", "LOCKSTEP_TRUSTED_PROXIES": "1"}
    with serving(WEB_CONCURRENCY="3", LOCKSTEP_TIMEOUT="30", **settings) as server:
        yield server


@pytest.fixture(scope="session")
def proxied(deployment: Deployment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    """Put nginx in front, with the prefix kept and with the prefix taken off."""
    with nginx(tmp_path_factory.mktemp("nginx"), deployment.port, rate="1000r/s") as sites:
        yield sites
