"""The server: what every address answers, and that nothing sent to it is answered with a 500."""

import base64
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pytest
from flask.testing import FlaskClient
from numpy.typing import NDArray
from werkzeug.test import TestResponse

import app
from components import ids
from components.state import MOST_RUNS
from optimizers import OPTIMIZERS, ErrorFunction, descend
from optimizers.presets import PRESETS
from optimizers.tokens import MOST_CHARACTERS
from settings import read_settings
from tests.bodies import asking

CALLBACKS = "/_dash-update-component"
BANANA = "(1-w1)^2+20*(3*w2-w1^2)^2"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    client: FlaskClient = app.server.test_client()
    return client


def address(path: str, **parts: object) -> str:
    return f"{path}?{urlencode(parts, doseq=True)}"


def numbers(encoded: Any) -> NDArray[np.float64]:
    """Return an array as Plotly writes it into JSON."""
    if not isinstance(encoded, dict):
        return np.array(encoded, dtype=np.float64)
    shape = [int(n) for n in str(encoded.get("shape", "-1")).split(",")]
    raw = np.frombuffer(base64.b64decode(encoded["bdata"]), dtype=encoded["dtype"])
    return raw.reshape(shape).astype(np.float64)


def below(component: Any) -> Iterator[dict[str, Any]]:
    """Yield what every component of a layout was given."""
    if isinstance(component, list):
        for one in component:
            yield from below(one)
    elif isinstance(component, dict):
        yield component["props"]
        yield from below(component["props"].get("children"))


def layout(client: FlaskClient, **parts: object) -> dict[str, dict[str, Any]]:
    """Return the components of the page at an address, by their ids."""
    response = client.get(address("/_dash-layout", **parts))
    assert response.status_code == 200
    return {given["id"]: given for given in below(response.get_json()) if "id" in given}


# The page


def test_the_page_has_strict_headers(client: FlaskClient) -> None:
    response = client.get("/")
    assert (response.status_code, response.mimetype) == (200, "text/html")
    policy = dict(
        rule.split(" ", 1) for rule in response.headers["Content-Security-Policy"].split("; ")
    )
    hashed = re.fullmatch(r"'self'(?: 'sha256-[\w+/]{43}=')+", policy.pop("script-src"))
    assert hashed, "scripts of this site and those of Dash that are known by their hash, no others"
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "style-src-elem": "'self' 'unsafe-inline'",
        "style-src-attr": "'none'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
    }
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/healthz",
        "/kernels/optimizers.js",
        "/trajectory.csv",
        "/kernels/error-function.js",
        "/assets/lockstep.js",
        "/_dash-layout",
    ],
)
def test_what_is_no_page_may_do_nothing_at_all(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_that_says_what_is_missing_has_the_policy_too(client: FlaskClient) -> None:
    missing, page = client.get("/x.js").headers, client.get("/").headers
    for name in ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"):
        assert missing[name] == page[name]


def test_the_page_names_no_other_host(client: FlaskClient) -> None:
    text = client.get("/").get_data(as_text=True)
    assert re.findall(r"(?:https?:)?//[^\s\"'<>]+", text) == []
    assert '<html lang="en">' in text


def test_who_may_embed_the_page_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCKSTEP_FRAME_ANCESTORS", "https://blog.example")
    answer = app.create_app().server.test_client().get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors https://blog.example;" in policy


def test_the_server_says_that_it_can_serve(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200


# The layout


def test_the_layout_holds_contour_and_numpy_trajectory_of_its_address(client: FlaskClient) -> None:
    found = layout(
        client, E=BANANA, start="-1.21,0.853", steps=64, view="-2,2,-0.5,1.5", run="adam,eta:0.01"
    )
    contour, *pieces = found[ids.SURFACE_GRAPH]["figure"]["data"]
    assert contour["type"] == "contour"
    w1, w2, z = (numbers(contour[axis]) for axis in "xyz")
    assert (w1[0], w1[-1], w2[0], w2[-1]) == (-2, 2, -0.5, 1.5)
    assert z.shape == (w2.size, w1.size)
    function = ErrorFunction.parse(BANANA)
    values = function(*np.meshgrid(w1, w2))
    # z orders the places as E does
    assert np.unravel_index(z.argmax(), z.shape) == np.unravel_index(values.argmax(), z.shape)
    assert (np.diff(z.ravel()[values.ravel().argsort()]) >= 0).all()

    w = np.column_stack([np.concatenate([numbers(p[axis]) for p in pieces]) for axis in "xy"])
    expected = descend(function, OPTIMIZERS["adam"], (-1.21, 0.853), 64, eta=0.01)
    repeated = np.delete(w, np.cumsum([numbers(p["x"]).size for p in pieces])[:-1], axis=0)
    assert repeated.tolist() == expected.w.tolist()
    error = found[ids.CURVE_GRAPH]["figure"]["data"][0]
    assert numbers(error["y"]).tolist() == expected.error.tolist()


def test_the_layout_shows_the_state_of_its_address(client: FlaskClient) -> None:
    found = layout(client, E="w1^2+w2^4", start="1.5,-2", steps=7, run="momentum,alpha:0.5")
    assert found[ids.ERROR_FUNCTION_TEXT]["value"] == "w1^2+w2^4"
    assert (found[ids.START_W1]["value"], found[ids.START_W2]["value"]) == (1.5, -2)
    assert found["steps-number"]["value"] == 7
    assert found["hyperparameter-momentum-alpha-number"]["value"] == 0.5
    assert found[ids.STATE]["data"]["runs"] == [
        {"optimizer": "momentum", "settings": {"eta": 0.001, "alpha": 0.5}}
    ]
    assert found[ids.notice("playground")]["hidden"] is True


def test_a_mistake_in_the_address_opens_the_default_and_says_so(client: FlaskClient) -> None:
    found = layout(client, E="sin(", start="1,2", steps="many")
    assert found[ids.ERROR_FUNCTION_TEXT]["value"] == "3 w1^2 + 10 w2^2"
    assert (found[ids.START_W1]["value"], found[ids.START_W2]["value"]) == (1, 2)
    notice = found[ids.notice("playground")]
    said = [line["props"]["children"] for line in notice["children"]]
    assert notice["hidden"] is False
    assert [line.split(":")[0] for line in said] == ["E", "steps"]
    assert said[0].startswith("E: Close the '(' that opens at position 4.")


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_preset_can_be_an_address(client: FlaskClient, preset: Any) -> None:
    parts = {
        "E": preset.text,
        "start": "{},{}".format(*preset.start),
        "view": ",".join(map(str, preset.view)),
    }
    found = layout(client, **parts)
    assert found[ids.notice("playground")]["hidden"] is True
    assert found[ids.STATE]["data"]["E"] == preset.text


@pytest.mark.parametrize(
    "parts",
    [
        {"E": "sqrt(w1)", "start": "-1,0"},
        {"E": "sqrt(-1-w1^2)"},
        {"E": "5"},
        {"E": "w1^2"},
        {"E": "exp(exp(w1^2))"},
        {"run": "gradient-descent,eta:10", "steps": "2000"},
        {"view": "999999.999999998,1000000,-1,1"},
        {"view": "-1000000,1000000,-1000000,1000000", "start": "1000000,-1000000"},
    ],
    ids=str,
)
def test_the_layout_is_json_whatever_happens_to_the_run(
    client: FlaskClient, parts: dict[str, str]
) -> None:
    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    text = client.get(address("/_dash-layout", **parts)).get_data(as_text=True)
    assert json.loads(text, parse_constant=refuse)["type"] == "Div"


# Kernels


def test_the_kernel_of_an_error_function(client: FlaskClient) -> None:
    response = client.get(address("/kernels/error-function.js", E=BANANA))
    assert (response.status_code, response.mimetype) == (200, "text/javascript")
    assert response.cache_control.public
    assert (response.cache_control.max_age or 0) >= 3600
    assert "export" in response.get_data(as_text=True)
    assert response.get_etag()[0]


@pytest.mark.parametrize(
    "path", [address("/kernels/error-function.js", E=BANANA), "/kernels/optimizers.js"]
)
def test_a_kernel_that_is_already_there_is_not_sent_again(client: FlaskClient, path: str) -> None:
    etag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": etag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag)
    other = client.get(path, headers={"If-None-Match": '"another"'})
    assert other.status_code == 200
    assert other.data


@pytest.mark.parametrize(
    "path",
    [
        address("/kernels/error-function.js", E=BANANA),
        "/kernels/optimizers.js",
        address("/trajectory.csv", E=BANANA, run=["adam", "rprop"]),
    ],
)
def test_every_worker_gives_the_same_answer(path: str) -> None:
    answers = [app.create_app().server.test_client().get(path) for _ in range(2)]
    assert answers[0].data == answers[1].data
    assert answers[0].headers["ETag"] == answers[1].headers["ETag"]


def test_two_functions_have_two_tags(client: FlaskClient) -> None:
    tags = [
        client.get(address("/kernels/error-function.js", E=text)).headers["ETag"]
        for text in ("w1^2", "w1^3")
    ]
    assert tags[0] != tags[1]


def test_the_kernels_of_the_optimizers_name_all_of_them(client: FlaskClient) -> None:
    response = client.get("/kernels/optimizers.js")
    assert (response.status_code, response.mimetype) == (200, "text/javascript")
    text = response.get_data(as_text=True)
    assert [key for key in OPTIMIZERS if f'"{key}"' not in text] == []


def said_of_a_mistake(response: TestResponse, part: str) -> str:
    """Return the sentence that answers a mistake, after checking its form."""
    assert (response.status_code, response.mimetype) == (400, "text/plain")
    text = response.get_data(as_text=True)
    assert re.fullmatch(rf"{part}: [^\n]+[.?]\n", text), text
    assert len(text) < 300
    assert not response.cache_control.public
    return text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Type an error function"),
        ("sin(", "Close the '(' that opens at position 4."),
        ("sim(w1)", "did you mean sin?"),
        ("__import__('os')", ""),
        ("w1" * 600, "too long"),
    ],
)
def test_the_kernel_of_a_mistake_is_a_sentence(
    client: FlaskClient, text: str, sentence: str
) -> None:
    response = client.get(address("/kernels/error-function.js", E=text))
    assert sentence in said_of_a_mistake(response, "E")


def test_the_kernel_of_nothing_is_a_sentence(client: FlaskClient) -> None:
    said_of_a_mistake(client.get("/kernels/error-function.js"), "E")


# The table


def test_the_table_of_an_address(client: FlaskClient) -> None:
    response = client.get(address("/trajectory.csv", steps=2, run=["rmsprop", "momentum"]))
    assert (response.status_code, response.mimetype) == (200, "text/csv")
    lines = response.get_data(as_text=True).splitlines()
    assert lines[0] == "run,t,w1,w2,E,g1,g2,v1,v2,s1,s2,m1,m2"
    assert [line.split(",")[:2] for line in lines[1:]] == [
        [run, t] for run in ("1 rmsprop", "2 momentum") for t in "012"
    ]


def test_the_table_without_an_address_is_the_article_example(client: FlaskClient) -> None:
    lines = client.get("/trajectory.csv").get_data(as_text=True).splitlines()
    assert lines[1] == "1 rmsprop,0,-15.0,20.0,4675.0,,,,,0.0,0.0"
    assert len(lines) == 102


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("E", "sin("),
        ("E", ""),
        ("start", "1"),
        ("steps", "0"),
        ("view", "1,2,3"),
        ("run", "adamm"),
        ("run", "adam,eta:99"),
        ("run", ["adam"] * (MOST_RUNS + 1)),
    ],
)
def test_the_table_of_a_mistake_is_a_sentence(
    client: FlaskClient, part: str, value: object
) -> None:
    said_of_a_mistake(client.get(address("/trajectory.csv", **{part: value})), part)


def test_the_index_repeats_nothing_of_the_address(client: FlaskClient) -> None:
    assert b"onerror" not in client.get(address("/", E='"><img src=x onerror=alert(1)>')).data


# The callbacks


def send(client: FlaskClient, body: str | bytes, mimetype: str = "application/json") -> int:
    return client.post(CALLBACKS, data=body, content_type=mimetype).status_code


def answer(client: FlaskClient, query: object) -> dict[str, Any]:
    response = client.post(CALLBACKS, json=asking(query))
    assert response.status_code == 200
    return dict(response.get_json()["response"])


def test_a_function_is_answered_with_its_figures(client: FlaskClient) -> None:
    said = answer(client, "?E=w1^2&view=-1,1,-2,2")
    assert said[ids.ERROR_FUNCTION_MESSAGE]["children"] == ""
    surface = said[ids.SURFACE_GRAPH]["figure"]
    assert surface["layout"]["meta"]["E"] == "w1^2"
    assert surface["layout"]["yaxis"]["range"] == [-2, 2]


def test_a_view_is_answered_with_its_contours(client: FlaskClient) -> None:
    body = asking("?E=w1^2&view=-1,1,-2,2", ids.SURFACE_VIEW_ASKED)
    response = client.post(CALLBACKS, json=body)
    surface = response.get_json()["response"][ids.SURFACE_GRAPH]["figure"]
    assert surface["layout"]["yaxis"]["range"] == [-2, 2]
    nothing = client.post(CALLBACKS, json=asking(None, ids.SURFACE_VIEW_ASKED))
    assert nothing.status_code in (200, 204)
    assert ids.SURFACE_GRAPH not in nothing.get_data(as_text=True)


@pytest.mark.parametrize(
    "query",
    [
        None,
        5,
        -1.5,
        True,
        [],
        ["?E=w1"],
        {},
        {"E": "w1"},
        [[[]]],
        "x" * 9000,
        "\ud800",
        "?E=\ud800",
    ],
    ids=lambda query: repr(query)[:20],
)
def test_whatever_the_store_holds_is_answered(client: FlaskClient, query: object) -> None:
    said = answer(client, query)
    assert said[ids.ERROR_FUNCTION_MESSAGE]["children"] or said[ids.SURFACE_GRAPH]


GOOD = asking("?E=w1^2")
WRONG: dict[str, Any] = {
    "nothing": {},
    "null": None,
    "a list": [],
    "a number": 1,
    "a text": "x",
    "NaN": float("nan"),
    "an unknown output": {**GOOD, "output": "nobody.children"},
    "an output without a property": {**GOOD, "output": "nobody"},
    "an output of the browser's own": {**GOOD, "output": "state.id"},
    "an output that is null": {**GOOD, "output": None},
    "an output that is a number": {**GOOD, "output": 5},
    "an output that is a list": {**GOOD, "output": []},
    "an output that is an object": {**GOOD, "output": {}},
    "only an output": {"output": GOOD["output"]},
    "outputs that are null": {**GOOD, "outputs": None},
    "outputs that are a text": {**GOOD, "outputs": "x"},
    "outputs that are numbers": {**GOOD, "outputs": [1, 2, 3, 4]},
    "no outputs": {**GOOD, "outputs": []},
    "other outputs": {**GOOD, "outputs": [{"id": "a", "property": "b"}] * 4},
    "one output": {**GOOD, "outputs": {"id": "a", "property": "b"}},
    "inputs that are null": {**GOOD, "inputs": None},
    "inputs that are an object": {**GOOD, "inputs": {}},
    "inputs that are a text": {**GOOD, "inputs": "x"},
    "inputs that are numbers": {**GOOD, "inputs": [1]},
    "inputs in a list": {**GOOD, "inputs": [[]]},
    "no inputs": {**GOOD, "inputs": []},
    "too many inputs": {**GOOD, "inputs": GOOD["inputs"] * 2},
    "an input without a name": {**GOOD, "inputs": [{"value": "?E=w1"}]},
    "an input of another name": {
        **GOOD,
        "inputs": [{"id": "a", "property": "b", "value": "?E=w1"}],
    },
    "state that is a number": {**GOOD, "state": 5},
    "state that nobody asked for": {**GOOD, "state": [{"id": "x", "property": "y", "value": 1}]},
    "changes that are a number": {**GOOD, "changedPropIds": 5},
    "changes that are numbers": {**GOOD, "changedPropIds": [5]},
}
WITHOUT = {
    f"without {name}": {key: value for key, value in GOOD.items() if key != name}
    for name in ("output", "outputs", "inputs")
}


@pytest.mark.parametrize("body", (WRONG | WITHOUT).values(), ids=(WRONG | WITHOUT).keys())
def test_a_body_of_the_wrong_shape_is_refused(client: FlaskClient, body: object) -> None:
    assert 400 <= send(client, json.dumps(body)) < 500


@pytest.mark.parametrize(
    "body",
    [b"", b"not json", b'{"output":', b"\xff\xfe", b"[" * 30_000, b"1" * 5000],
    ids=["empty", "words", "cut off", "not utf-8", "nested", "digits"],
)
def test_a_body_that_is_no_json_is_refused(client: FlaskClient, body: bytes) -> None:
    assert 400 <= send(client, body) < 500


@pytest.mark.parametrize("mimetype", ["text/plain", "application/x-www-form-urlencoded", "", "x"])
def test_a_body_of_another_type_is_refused(client: FlaskClient, mimetype: str) -> None:
    # A page of another site can send these without asking first.
    assert 400 <= send(client, json.dumps(GOOD), mimetype) < 500


def test_a_huge_body_is_refused_unread(client: FlaskClient) -> None:
    assert (
        send(client, json.dumps({**GOOD, "padding": "x" * read_settings({}).largest_body})) == 413
    )


def test_the_longest_question_fits(client: FlaskClient) -> None:
    longest = "+".join(["w1"] * (MOST_CHARACTERS // 3))
    body = json.dumps(asking(address("", E=longest, run=["adam,eta:0.123456789"] * MOST_RUNS)))
    assert send(client, body) == 200


def test_other_methods_are_refused(client: FlaskClient) -> None:
    for path in ("/kernels/optimizers.js", "/trajectory.csv", "/healthz"):
        assert client.post(path).status_code in (404, 405)
    assert client.get(CALLBACKS).status_code in (200, 404, 405)


def test_after_all_this_the_page_is_answered(client: FlaskClient) -> None:
    assert client.get("/").status_code == 200
    assert ids.SURFACE_GRAPH in answer(client, "?E=w1^2")
