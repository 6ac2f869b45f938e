"""All scripts and styles of assets/ come as one file each, and of Dash's no more than needed."""

import hashlib
import re
from pathlib import Path

from flask.testing import FlaskClient

from app import create_app, server

ASSETS = Path(__file__).parent.parent.parent / "assets"


def page() -> str:
    client: FlaskClient = server.test_client()
    return client.get("/").get_data(as_text=True)


def joined(kind: str) -> str:
    found = re.search(rf'(?:src|href)="(/assets/lockstep\.{kind}\?m=[0-9a-f]+)"', page())
    assert found
    client: FlaskClient = server.test_client()
    return client.get(found[1]).get_data(as_text=True)


def test_every_script_of_ours_is_in_the_one_but_plotlys() -> None:
    text = joined("js")
    for path in ASSETS.glob("*.js"):
        assert (path.read_text(encoding="utf-8") in text) == (path.name != "plotly.min.js"), path
    assert text.startswith((ASSETS / "address.js").read_text(encoding="utf-8"))


def test_every_style_of_ours_is_in_the_one_and_names_the_version_of_its_fonts() -> None:
    text = joined("css")
    fonts = re.findall(r'url\("(fonts/([^"?]+)\?m=([0-9a-f]{12}))"\)', text)
    assert len(fonts) == len(list((ASSETS / "fonts").glob("*.woff2"))) == 2
    for address, name, version in fonts:
        body = (ASSETS / "fonts" / name).read_bytes()
        assert hashlib.sha256(body).hexdigest().startswith(version)
        answer = server.test_client().get(f"/assets/{address}")
        assert (answer.status_code, answer.mimetype, answer.data) == (200, "font/woff2", body)
        text = text.replace(address, f"fonts/{name}")
    assert len(list(ASSETS.glob("*.css"))) > 3
    for path in ASSETS.glob("*.css"):
        assert path.read_text(encoding="utf-8") in text, path


def test_the_address_follows_what_is_in_the_file_and_not_the_machine() -> None:
    addresses = re.findall(r"lockstep\.(?:js|css)\?m=[0-9a-f]{12}", page())
    assert len(addresses) == 2
    again = create_app().server.test_client().get("/").get_data(as_text=True)
    assert re.findall(r"lockstep\.(?:js|css)\?m=[0-9a-f]{12}", again) == addresses


def test_a_browser_that_has_the_file_gets_it_not_again() -> None:
    client: FlaskClient = server.test_client()
    tag = client.get("/assets/lockstep.js").headers["ETag"]
    again = client.get("/assets/lockstep.js", headers={"If-None-Match": tag})
    assert (again.status_code, again.get_data()) == (304, b"")


def test_what_nothing_on_the_page_uses_of_dash_is_not_asked_for() -> None:
    scripts = re.findall(r'src="([^"]+)"', page())
    assert not [path for path in scripts if "polyfill" in path or "dash_table" in path]
    assert sum("/_dash-component-suites/" in path for path in scripts) == 8
    assert "/plotly.min.js" in scripts[-1]  # the others run while it is on its way
    (graph,) = (path for path in scripts if "async-graph" in path)
    answer = server.test_client().get(graph, buffered=True)
    assert answer.headers["Cache-Control"] == "max-age=31536000"  # its address names its version
    assert b'"use strict";(self.webpackChunkdash_core_components' in answer.data


def test_what_comes_next_is_named_at_once() -> None:
    client: FlaskClient = server.test_client()
    ahead = re.findall(r'<link href="([^"]*)" rel="(?:module)?preload"', page())
    assert len(ahead) == 5
    for address in ahead:
        assert client.get(address, buffered=True).status_code == 200, address
    # With a query the layout is another one.
    other = client.get("/?steps=3").get_data(as_text=True)
    assert re.findall(r'<link href="([^"]*)" rel="(?:module)?preload"', other) == ahead[1:]
    assert ahead[0] == "/_dash-layout"
    assert ahead[1] == re.findall(r'src="([^"]+)"', page())[-1]


def test_search_engines_and_readers_without_scripts_are_told_plainly() -> None:
    client: FlaskClient = server.test_client()
    answer = client.get("/robots.txt")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert answer.get_data(as_text=True).startswith("User-agent: *\n")
    assert re.search(r"<noscript>[^<]+JavaScript[^<]+</noscript>", page())
