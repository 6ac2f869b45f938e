"""Behind nginx under a path prefix, which stays on or is taken off: everything is where it should.

tests/browser/test_deployment.py opens the page there.
"""

import re
import urllib.request
from urllib.parse import urljoin

import pytest

from tests.support.deploy.servers import Proxied
from tests.support.deploy.stream import get


@pytest.fixture(params=["kept", "stripped"])
def site(request: pytest.FixtureRequest, proxied: Proxied) -> str:
    return str(getattr(proxied, request.param))


def test_kernels_table_and_health_are_there(site: str) -> None:
    assert b"export" in get(f"{site}kernels/optimizers.js")
    assert b"export" in get(f"{site}kernels/error-function.js?E=w1^2")
    assert get(f"{site}trajectory.csv?steps=2").count(b"\n") == 4
    assert get(f"{site}healthz") == b"OK"


def test_every_file_of_the_page_is_where_the_page_says(site: str) -> None:
    index = get(site).decode()
    named = re.findall(r'(?:src|href)="([^"]+)"', index)
    assert len(named) > 12
    assert any(name.startswith("/lockstep/assets/lockstep.js?m=") for name in named)
    for name in named:
        assert name.startswith("/lockstep/")
        with urllib.request.urlopen(urljoin(site, name)) as answer:
            assert answer.headers.get_content_type() != "text/html", name


def test_the_address_without_a_slash_leads_to_the_page(proxied: Proxied) -> None:
    with urllib.request.urlopen(f"{proxied.kept.rstrip('/')}?E=w1^2") as answer:
        assert answer.url == f"{proxied.kept}?E=w1^2"
        assert answer.status == 200
