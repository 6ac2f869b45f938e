"""The tour's page over HTTP: headers, caching, redirects, hostile queries."""

import os
import re
from threading import Barrier, Thread

import pytest
from flask.testing import FlaskClient

import app
from components.tour.scene import scene_of
from components.tour.still_ground import ground
from server.tour import prepare_tour
from settings import read_settings
from tests.support.hostile.corpus import CORPUS
from tests.support.responses import address

HOSTILE = [
    "",
    "?",
    "&&&",
    "ravine.eta",
    "ravine.eta=&ravine.eta=0.08",
    "ravine.eta=0.08&ravine.eta=0.01",
    "ravine.eta=%00",
    "ravine.eta=%FF%FE",
    "ravine.eta=" + "9" * 4000,
    "x=" * 30,
    "a" * 9000,
    "&".join(f"p{k}=1" for k in range(70)),
    "embed=" * 3,
    "ravine.eta=1e309",
    "E=sin(&start=x",
    "ravine.eta=%3Cscript%3E",
    "__proto__=1&constructor=2",
]


def html(client: FlaskClient, path: str = "/tour") -> str:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    return answer.get_data(as_text=True)


def test_the_tour_is_a_page_with_the_headers_of_the_other(client: FlaskClient) -> None:
    tour, page = client.get("/tour").headers, client.get("/").headers
    for name in ("Content-Security-Policy", "Referrer-Policy", "Cross-Origin-Opener-Policy"):
        assert tour[name] == page[name]


def test_it_may_be_kept_and_is_asked_for_by_its_version(client: FlaskClient) -> None:
    answer = client.get("/tour")
    assert dict(answer.cache_control) == {"public": None, "max-age": "0"}
    version = re.search(r'data-version="(\w+)"', answer.get_data(as_text=True))
    assert version
    named = client.get(f"/tour?m={version[1]}").cache_control
    assert (named.max_age, named.immutable) == (31536000, True)


@pytest.mark.parametrize("path", ["/tour", "/tour?ravine.eta=0.08"])
def test_what_the_browser_has_is_not_sent_again_and_keeps_its_policy(
    client: FlaskClient, path: str
) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    # A browser takes the headers of this answer for those of the page that it has.
    policy = first.headers["Content-Security-Policy"]
    assert again.headers["Content-Security-Policy"] == policy
    assert "script-src 'self'" in policy


@pytest.mark.parametrize(
    ("query", "to"),
    [
        ("embed=tour", "tour?embed=tour"),
        ("theme=dark&amp;embed=tour.", "tour?theme=dark&amp;embed=tour."),
        ("embed=Tour&ravine.eta=0.08&theme=dark", "tour?embed=Tour&ravine.eta=0.08&theme=dark"),
    ],
)
def test_the_page_leads_to_the_tour_that_is_embedded(
    client: FlaskClient, query: str, to: str
) -> None:
    answer = client.get(f"/?{query}")
    assert (answer.status_code, answer.headers["Location"]) == (302, to)
    assert 'class="tour-page alone"' in html(client, f"/{to}")


@pytest.mark.parametrize("query", ["", "?embed=playground", "?embed=", "?" + "a" * 9000])
def test_other_addresses_of_the_page_stay(client: FlaskClient, query: str) -> None:
    assert client.get(f"/{query}").status_code == 200


def test_a_slash_at_the_end_is_taken_off(client: FlaskClient) -> None:
    for path, to in (("/tour/", "../tour"), ("/tour/?ravine.eta=0.08", "../tour?ravine.eta=0.08")):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["Location"]) == (302, to)


@pytest.mark.parametrize("path", ["/tour/x", "/tours", "/tour.html"])
def test_there_is_nothing_beside_it(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_prefix_is_kept() -> None:
    settings = read_settings({**os.environ, "LOCKSTEP_PREFIX": "/lockstep/"})
    prefixed: FlaskClient = app.create_app(settings).server.test_client()
    embedded = prefixed.get("/lockstep/?embed=tour")
    assert embedded.headers["Location"] == "tour?embed=tour"
    for path in ("/lockstep/tour", "/tour"):
        page = html(prefixed, path)
        found = re.findall(r'(?:href|src)="([^"#]+)', page)
        assert len(found) > 20
        assert [one for one in found if one.startswith("/") or "//" in one] == []


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: query[:30])
def test_any_query_is_answered_with_the_page(client: FlaskClient, query: str) -> None:
    page = html(client, f"/tour?{query}")
    assert page.count('<section class="stop"') > 10
    assert "<script>" not in page


@pytest.mark.parametrize("name", ["ravine.eta", "first-step-answer.w", "divide.t", "embed", "x"])
def test_any_text_of_a_part_is_answered(client: FlaskClient, name: str) -> None:
    for text in [*CORPUS.values()][::8]:
        assert client.get(address("/tour", **{name: text})).status_code == 200


def test_a_query_that_is_too_long_is_said(client: FlaskClient) -> None:
    page = html(client, "/tour?" + "a" * 9000)
    assert "The address is too long" in page


def test_it_is_for_reading_alone(client: FlaskClient) -> None:
    assert client.post("/tour").status_code == 405
    assert client.head("/tour").status_code == 200


def test_what_it_names_is_there(client: FlaskClient) -> None:
    head = html(client).partition("</head>")[0]
    for path in re.findall(r'<link href="([^"]+)"', head):
        answer = client.get(f"/{path.replace('&amp;', '&')}", buffered=True)
        assert answer.status_code == 200, path
        assert b"export const message" not in answer.data


def test_what_is_prepared_and_asked_for_meanwhile_is_computed_once() -> None:
    server = app.create_app().server
    both = Barrier(2)
    found: list[str] = []

    def prepare() -> None:
        both.wait()
        prepare_tour(server)

    def ask() -> None:
        both.wait()
        found.append(html(server.test_client()))

    for made in (scene_of, ground):
        made.cache_clear()
    threads = [Thread(target=prepare), Thread(target=ask)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for made in (scene_of, ground):
        # None was missed twice.
        counts = made.cache_info()
        assert counts.misses == counts.currsize > 5
    assert found == [html(server.test_client())]
