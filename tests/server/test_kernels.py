"""Routes of the kernels: modules that are cached, or a sentence."""

import hashlib
import json

import pytest
from flask.testing import FlaskClient

from app import create_app
from components.kernel_urls import rule_kernel_url
from optimizers import OPTIMIZERS
from tests.support.responses import ROSENBROCK, address, refusal


def test_the_kernel_of_an_error_function(client: FlaskClient) -> None:
    response = client.get(address("/kernels/error-function.js", E=ROSENBROCK))
    assert (response.status_code, response.mimetype) == (200, "text/javascript")
    assert response.cache_control.public
    assert "export" in response.get_data(as_text=True)
    assert response.get_etag()[0]


def test_a_kernel_that_the_browser_has_is_not_sent_again(client: FlaskClient) -> None:
    path = "/kernels/optimizers.js"
    etag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": etag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag)
    other = client.get(path, headers={"If-None-Match": '"another"'})
    assert other.status_code == 200
    assert other.data


@pytest.fixture(scope="module")
def other_worker() -> FlaskClient:
    client: FlaskClient = create_app().server.test_client()
    return client


@pytest.mark.parametrize(
    "path",
    [
        address("/kernels/error-function.js", E=ROSENBROCK),
        "/kernels/optimizers.js",
        address("/trajectory.csv", E=ROSENBROCK, run=["adam", "rprop"]),
        address("/layout.json", E=ROSENBROCK),
        address("/figures/two-steps/surface.json", E=ROSENBROCK),
    ],
)
def test_every_worker_gives_the_same_answer(
    client: FlaskClient, other_worker: FlaskClient, path: str
) -> None:
    answers = [worker.get(path) for worker in (client, other_worker)]
    assert answers[0].get_json(silent=True) == answers[1].get_json(silent=True)
    assert answers[0].is_json or answers[0].data == answers[1].data
    assert answers[0].headers["ETag"] == answers[1].headers["ETag"]


def test_the_kernels_of_the_optimizers_name_all_of_them(client: FlaskClient) -> None:
    response = client.get("/kernels/optimizers.js")
    assert (response.status_code, response.mimetype) == (200, "text/javascript")
    text = response.get_data(as_text=True)
    assert [key for key in OPTIMIZERS if f'"{key}"' not in text] == []


@pytest.mark.parametrize("name", ["optimizers", "steps", "amplification"])
def test_an_address_that_names_what_is_in_a_module_may_be_kept_for_a_year(
    client: FlaskClient, name: str
) -> None:
    named, plain = rule_kernel_url(name), f"kernels/{name}.js"
    text = client.get(plain).data
    assert named == f"{plain}?m={hashlib.sha256(text).hexdigest()[:12]}"
    kept = client.get(named)
    assert kept.data == text
    assert kept.headers["Cache-Control"] == "public, immutable, max-age=31536000"
    # One of another version, met while a new one is rolled out, is not.
    other = client.get(f"{plain}?m=0123456789ab")
    assert (other.data, other.headers["Cache-Control"]) == (text, "public, max-age=3600")


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
    assert sentence in refusal(response, "E")


def test_the_kernel_of_nothing_is_a_sentence(client: FlaskClient) -> None:
    refusal(client.get("/kernels/error-function.js"), "E")


@pytest.mark.parametrize("text", ["", "sin(", "__import__('os')", "</script>", "w1" * 600])
def test_a_page_gets_a_mistake_as_a_module_that_exports_the_message(
    client: FlaskClient, text: str
) -> None:
    path = address("/kernels/error-function.js", E=text)
    sentence = refusal(client.get(path), "E").removeprefix("E: ").strip()
    module = client.get(f"{path}&refusal=module")
    assert (module.status_code, module.mimetype) == (200, "text/javascript")
    assert module.get_data(as_text=True) == f"export const message = {json.dumps(sentence)};\n"
    assert module.get_etag()[0]
    assert module.cache_control.public


def test_a_query_that_cannot_be_read_is_a_module_too(client: FlaskClient) -> None:
    path = address("/kernels/error-function.js", E="w" * 9000)
    assert "too long" in refusal(client.get(path), "E")
    module = client.get(f"{path}&refusal=module")
    assert module.status_code == 200
    assert "too long" in module.get_data(as_text=True)


def test_a_kernel_of_a_function_is_the_same_whatever_a_refusal_would_be(
    client: FlaskClient,
) -> None:
    path = address("/kernels/error-function.js", E=ROSENBROCK)
    assert client.get(path).data == client.get(f"{path}&refusal=module").data
