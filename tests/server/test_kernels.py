"""The addresses of the kernels: modules that are kept, or a sentence."""

import hashlib

import pytest
from flask.testing import FlaskClient

import app
from components.kernel_urls import rule_kernel_url as address_of
from optimizers import OPTIMIZERS
from tests.support.responses import BANANA, address, said_of_a_mistake


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


@pytest.mark.parametrize("name", ["optimizers", "steps", "amplification"])
def test_an_address_that_names_what_is_in_a_module_may_be_kept_for_a_year(
    client: FlaskClient, name: str
) -> None:
    named, plain = address_of(name), f"kernels/{name}.js"
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
    assert sentence in said_of_a_mistake(response, "E")


def test_the_kernel_of_nothing_is_a_sentence(client: FlaskClient) -> None:
    said_of_a_mistake(client.get("/kernels/error-function.js"), "E")
