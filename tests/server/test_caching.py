"""What may be kept, for how long, and by whom."""

import os
import re
from urllib.parse import urljoin

import dash
import pytest
from flask.testing import FlaskClient

import app
from settings import read_settings

PAGE = {"public": None, "max-age": "0", "s-maxage": "60"}
EACH_TIME = {"public": None, "max-age": "0"}
HOUR = {"public": None, "max-age": "3600"}
YEAR = {"public": None, "max-age": "31536000"}


def control(client: FlaskClient, path: str) -> dict[str, str | None]:
    with client.get(path) as answer:
        return dict(answer.cache_control)


def files(client: FlaskClient) -> list[str]:
    """Return the addresses of scripts and styles in the page."""
    index = client.get("/").get_data(as_text=True)
    return re.findall(r'(?:src|href)="([^"]+)"', index)


@pytest.mark.parametrize(
    "path", ["/", "/_dash-layout", "/_dash-layout?steps=3", "/_dash-dependencies"]
)
def test_a_page_is_asked_for_each_time_but_a_shared_cache_may_answer(
    client: FlaskClient, path: str
) -> None:
    assert control(client, path) == PAGE


@pytest.mark.parametrize("encoding", ["identity", "br", "gzip"])
def test_a_layout_that_the_browser_has_is_not_sent_again(
    client: FlaskClient, encoding: str
) -> None:
    accept = {"Accept-Encoding": encoding}
    etag = client.get("/_dash-layout", headers=accept).headers["ETag"]
    for path in ("/_dash-layout", "/_dash-layout?steps=3"):
        again = client.get(path, headers={**accept, "If-None-Match": etag})
        assert (again.status_code, again.data) == (304, b"")
        assert dict(again.cache_control) == PAGE


def test_every_asset_that_the_page_names_may_be_cached_for_a_year(client: FlaskClient) -> None:
    ours = [path for path in files(client) if path.startswith("/assets/")]
    names = {path.partition("?")[0].removeprefix("/assets/") for path in ours}
    assert names > {"favicon.ico", "vendor/plotly.min.js"}
    for path in ours:
        # In development modules and styles keep their names.
        expected = (
            EACH_TIME
            if path in ("/assets/main.css", "/assets/main.js")
            else {**YEAR, "immutable": None}
        )
        assert control(client, path) == expected, path


def test_fonts_of_the_style_sheet_are_there(client: FlaskClient) -> None:
    (style,) = (path for path in files(client) if path.endswith(".css"))
    with client.get(style) as answer:
        imports = re.findall(r'@import "([^"]*fonts\.css)"', answer.get_data(as_text=True))
    styles = [urljoin(style, path) for path in imports] or [style]
    with client.get(styles[0]) as answer:
        fonts = re.findall(r'url\("?([^")]+\.woff2)"?\)', answer.get_data(as_text=True))
    assert len(fonts) == 2
    for path in fonts:
        with client.get(urljoin(styles[0], path)) as answer:
            assert (answer.status_code, answer.mimetype) == (200, "font/woff2")
            assert answer.data.startswith(b"wOF2")


def test_an_asset_of_another_version_than_named_is_cached_for_an_hour(
    client: FlaskClient,
) -> None:
    unnamed = EACH_TIME if read_settings(os.environ).development else HOUR
    for query in ("", "?m=", "?m=1", "?m=1795627244"):
        for name in ("main.css", "vendor/plotly.min.js", "fonts/lockstep-sans.woff2"):
            assert control(client, f"/assets/{name}{query}") == unnamed


def test_in_development_a_change_of_a_module_is_seen_at_once() -> None:
    settings = read_settings({"LOCKSTEP_DEV": "1"})
    development: FlaskClient = app.create_app(settings).server.test_client()
    for name in ("main.js", "main.css", "engine/runs.js"):
        assert control(development, f"/assets/{name}") == EACH_TIME


def test_what_dash_ships_may_be_kept(client: FlaskClient) -> None:
    for path in files(client):
        if path.startswith("/_dash-component-suites/"):
            assert int(control(client, path)["max-age"] or 0) >= 3600, path
    unversioned = "/_dash-component-suites/dash/deps/react@18.3.1.min.js"
    assert control(client, unversioned) == HOUR


@pytest.mark.parametrize(
    ("version", "expected"), [(dash.__version__.replace(".", "_"), YEAR), ("9_9_9", HOUR)]
)
def test_only_the_installed_version_of_dash_is_kept_for_a_year(
    client: FlaskClient, version: str, expected: dict[str, str | None]
) -> None:
    # While a new version is rolled out, an address may reach a server that has not got it yet.
    for path in ("deps/react@18.v{}m1.3.1.min", "dcc/dash_core_components.v{}m77"):
        address = f"/_dash-component-suites/dash/{path.format(version)}.js"
        assert control(client, address) == expected


def test_answers_to_one_reader_and_mistakes_are_not_for_a_cache(client: FlaskClient) -> None:
    for answer in (
        client.get("/healthz"),
        client.get("/assets/none.js"),
        client.get("/trajectory.csv?E=sin("),
        client.post("/_dash-update-component", json={}),
    ):
        assert not answer.cache_control.public
