"""What may be kept, for how long, and by whom."""

import re
from urllib.parse import urljoin

import dash
import pytest
from flask.testing import FlaskClient

import app

PAGE = {"public": None, "max-age": "0", "s-maxage": "60"}
HOUR = {"public": None, "max-age": "3600"}
YEAR = {"public": None, "max-age": "31536000"}


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    client: FlaskClient = app.server.test_client()
    return client


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


REVALIDATED = {"public": None, "max-age": "0"}


def test_a_layout_is_revalidated_each_time(client: FlaskClient) -> None:
    assert control(client, "/layout.json?E=w1^2") == REVALIDATED


@pytest.mark.parametrize("encoding", ["identity", "br", "gzip"])
def test_a_layout_that_is_already_there_is_not_sent_again(
    client: FlaskClient, encoding: str
) -> None:
    accept = {"Accept-Encoding": encoding}
    tag = client.get("/layout.json", headers=accept).headers["ETag"]
    again = client.get("/layout.json", headers={**accept, "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert dict(again.cache_control) == REVALIDATED
    other = client.get("/layout.json?steps=3", headers={**accept, "If-None-Match": tag})
    assert other.status_code == 200


def test_every_file_that_the_page_names_may_be_kept_for_a_year(client: FlaskClient) -> None:
    ours = [path for path in files(client) if path.startswith("/assets/")]
    names = {re.sub(r"-[A-Z0-9]{8}\.", ".", path).partition("?")[0] for path in ours}
    assert names >= {
        "/assets/favicon.ico",
        "/assets/vendor/plotly.min.js",
        "/assets/dist/main.css",
        "/assets/dist/main.js",
    }
    for path in ours:
        assert control(client, path) == {**YEAR, "immutable": None}, path
    (style,) = {path for path in ours if path.endswith(".css")}
    with client.get(style) as answer:
        fonts = re.findall(r"url\(\"?([^)\"]+)", answer.get_data(as_text=True))
    assert len(fonts) == 2
    for path in fonts:
        assert control(client, urljoin(style, path)) == {**YEAR, "immutable": None}, path


def test_a_file_of_another_version_than_named_is_kept_for_an_hour(client: FlaskClient) -> None:
    for query in ("", "?m=", "?m=1", "?m=1795627244"):
        assert control(client, f"/assets/vendor/plotly.min.js{query}") == HOUR
    assert control(client, "/assets/main.js") == HOUR


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
