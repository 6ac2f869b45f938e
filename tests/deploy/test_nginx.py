"""Behind nginx under a path prefix, which stays on or is taken off: everything is where it should.

tests/browser/page/test_deployment.py opens the page there.
"""

import re
import urllib.request
from collections import Counter
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin

import pytest

from tests.support.deploy.servers import Deployment, Proxied, nginx
from tests.support.deploy.stream import get


@pytest.fixture(params=["kept", "stripped"])
def site(request: pytest.FixtureRequest, proxied: Proxied) -> str:
    return str(getattr(proxied, request.param))


def test_kernels_table_and_health_are_there(site: str) -> None:
    assert b"export" in get(f"{site}kernels/optimizers.js")
    assert b"export" in get(f"{site}kernels/error-function.js?E=w1^2")
    assert get(f"{site}trajectory.csv?steps=2&run=rmsprop").count(b"\n") == 4
    assert get(f"{site}healthz") == b"OK"


def test_every_file_of_the_page_is_where_the_page_says(site: str) -> None:
    index = get(site).decode()
    named = re.findall(r'(?:src|href)="([^"]+)"', index)
    assert len(named) > 8
    assert any(name.startswith("/lockstep/assets/dist/main-") for name in named)
    for name in named:
        assert name.startswith("/lockstep/")
        with urllib.request.urlopen(urljoin(site, name)) as answer:
            assert answer.headers.get_content_type() != "text/html", name


def test_the_address_without_a_slash_leads_to_the_page(proxied: Proxied) -> None:
    with urllib.request.urlopen(f"{proxied.kept.rstrip('/')}?E=w1^2") as answer:
        assert answer.url == f"{proxied.kept}?E=w1^2"
        assert answer.status == 200


def head(address: str) -> tuple[int, str]:
    """Return the status that answers an address, and what the answer says of the server."""
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.headers["Server"]
    except HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers["Server"]


def test_nginx_limits_what_is_costly_and_says_no_version(
    deployment: Deployment, tmp_path: Path
) -> None:
    statuses: Counter[int] = Counter()
    with nginx(tmp_path, deployment.port) as shipped:
        for number in range(30):
            status, server = head(f"{shipped.kept}kernels/error-function.js?E={number}")
            statuses[status] += 1
            assert server == "nginx"
        assert statuses[200] >= 9, "a burst is answered"
        assert statuses[503] >= 1
        for _ in range(30):
            assert get(f"{shipped.kept}kernels/optimizers.js")
