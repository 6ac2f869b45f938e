"""Index: the page names at once what its scripts ask for, and of Dash's files only those used."""

import base64
import hashlib
import os
import re

import pytest
from flask.testing import FlaskClient

from app import ASSETS, create_app
from components import page
from components.figures import FIGURES
from server.assets import Assets
from server.index import LeanDash
from server.version import deployment_version
from settings import read_settings
from tests.support.responses import address

BOOT = (ASSETS / "boot.js").read_text(encoding="utf-8")


def index(client: FlaskClient, query: str = "") -> str:
    return client.get(f"/{query}").get_data(as_text=True)


def preloads(page: str) -> list[str]:
    return re.findall(r'<link href="([^"]*)" rel="(?:module)?preload"', page)


def test_the_root_element_names_version_entry_and_embedders(client: FlaskClient) -> None:
    attributes = r'data-version="([^"]+)" data-entry="([^"]+)" data-embedders="([^"]+)"'
    found = re.search(f'<html lang="en" {attributes}>', index(client))
    assert found
    version, entry, embedders = found.groups()
    assert embedders == "'self'"
    assert version == deployment_version()
    answer = client.get(entry, buffered=True)
    assert (answer.status_code, answer.mimetype) == (200, "text/javascript")


def test_the_boot_script_stands_first_and_its_hash_is_in_the_policy(client: FlaskClient) -> None:
    answer = client.get("/")
    text = answer.get_data(as_text=True)
    assert text.index(f"<script>{BOOT}</script>") < text.index('<link rel="stylesheet"')
    policy = answer.headers["Content-Security-Policy"]
    scripts = re.compile(
        r'<script(?: id="[\w-]+" type="application/javascript")?>(.*?)</script>', re.S
    )
    inline = scripts.findall(text)
    assert len(inline) == 2  # and the one that starts Dash
    for script in inline:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_everything_that_is_preloaded_is_there_and_used_by_every_page(client: FlaskClient) -> None:
    text = index(client)
    found = preloads(text)
    assert len(found) == len(set(found)) >= 6
    for path in found:
        assert client.get(path, buffered=True).status_code == 200, path
    assert found[0] == re.findall(r'src="([^"]+)"', text)[-1]  # plotly.js
    assert [path for path in found if path.startswith("/_dash")] == [
        "/_dash-layout",
        "/_dash-dependencies",
    ]
    assert preloads(index(client, "?steps=3")) == found


@pytest.fixture(scope="module")
def bundled() -> FlaskClient:
    """Return the client of a page whose bundle has a chunk for every figure."""
    chunks: dict[str, tuple[str, ...]] = {
        f.key: ("assets/dist/shared.js", f"assets/dist/{f.key}.js") for f in FIGURES
    }
    assets = Assets(
        entry="assets/dist/main.js",
        style="assets/dist/main.css",
        plotly="assets/p.js",
        icon="icon",
        fonts=("assets/fonts/sans.woff2",),
        chunks=chunks,
        tour_entry="assets/dist/tour.js",
        tour_style="assets/dist/tour.css",
    )
    prefixes = {"requests_pathname_prefix": "/x/", "routes_pathname_prefix": "/"}
    app = LeanDash(name="bundled", assets=assets, embedders="", boot="", **prefixes)
    app.layout = page.shell()
    client: FlaskClient = app.server.test_client()
    return client


@pytest.mark.parametrize(
    ("query", "figure"),
    [
        *((f"?embed={figure.key}", figure.key) for figure in FIGURES),
        ("", FIGURES[0].key),
        ("?embed=none", FIGURES[0].key),
    ],
)
def test_embed_chooses_the_chunks_that_are_preloaded(
    bundled: FlaskClient, query: str, figure: str
) -> None:
    found = [path for path in preloads(index(bundled, query)) if "/dist/" in path]
    assert found == [f"/x/assets/dist/{name}.js" for name in ("main", "shared", figure)]


def test_scripts_of_dash_that_nothing_uses_are_not_asked_for(client: FlaskClient) -> None:
    scripts = re.findall(r'src="([^"]+)"', index(client))
    assert not [path for path in scripts if "polyfill" in path or "dash_table" in path]
    assert "/plotly.min.js" in scripts[-1]  # the others run while it is on its way
    for path in scripts:
        assert client.get(path, buffered=True).status_code == 200, path
    of_dash = [path for path in scripts if "/_dash-component-suites/" in path]
    assert of_dash
    for path in of_dash:
        answer = client.get(path, buffered=True)
        assert answer.cache_control.max_age == 31536000  # its address names its version


def test_the_index_is_the_same_from_every_worker(client: FlaskClient) -> None:
    again = create_app(read_settings(os.environ)).server.test_client()
    assert index(again) == index(client) == index(client, "?E=w1")


def test_the_page_names_no_other_host(client: FlaskClient) -> None:
    assert re.findall(r"(?:https?:)?//[^\s\"'<>]+", index(client).replace(BOOT, "")) == []


def test_the_index_repeats_nothing_of_the_query(client: FlaskClient) -> None:
    for part in ("E", "embed", "m"):
        found = client.get(address("/", **{part: '"><img src=x onerror=alert(1)>'})).data
        assert b"onerror" not in found
        assert found == client.get("/").data


def test_readers_without_scripts_are_told_plainly(client: FlaskClient) -> None:
    assert re.search(r"<noscript>[^<]+JavaScript[^<]+</noscript>", index(client))
