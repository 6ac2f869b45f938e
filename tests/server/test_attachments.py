"""Files to take home: the scene as a script, the steps of a run as a table, and their routes."""

import pytest
from flask.testing import FlaskClient

from optimizers.scripts import FLAVOURS, script
from tests.support.optimizers.scripts import run_script
from tests.support.queries import DEFAULT
from tests.support.responses import address, refusal

SCENE = {"E": "w1^2+sin(w2)", "start": "1,2", "steps": 3, "run": ["adam,eta:0.1", "rprop"]}


@pytest.mark.parametrize("library", FLAVOURS)
def test_the_script_of_an_address(client: FlaskClient, library: str) -> None:
    response = client.get(address("/script.py", **SCENE, library=library))
    assert (response.status_code, response.mimetype) == (200, "text/x-python")
    assert response.headers["Content-Disposition"] == "attachment"
    assert response.cache_control.public
    assert response.get_etag()[0]
    code = response.get_data(as_text=True)
    assert "# E(w1, w2) = w1^2+sin(w2)\nSTART = (1.0, 2.0)\nSTEPS = 3\n" in code
    assert '"1 adam": ' in code
    assert '"2 rprop": ' in code


def test_the_script_without_an_address_is_the_default_scene_in_numpy(client: FlaskClient) -> None:
    code = client.get("/script.py").get_data(as_text=True)
    runs = [(run.rule, run.settings) for run in DEFAULT.runs]
    assert code == script("numpy", DEFAULT.E, DEFAULT.start, DEFAULT.steps, runs)
    found = run_script(code)
    for (w, error), run in zip(found.values(), DEFAULT.runs, strict=True):
        expected = DEFAULT.trajectory(run)
        assert w.shape == expected.w.shape
        assert error[100] == pytest.approx(expected.error[100], rel=1e-9)


def test_hidden_runs_are_in_the_script(client: FlaskClient) -> None:
    shown = client.get(address("/script.py", **SCENE)).data
    assert client.get(address("/script.py", **SCENE, hidden="1")).data == shown


def test_a_known_answer_is_an_attachment_too(client: FlaskClient) -> None:
    path = address("/script.py", **SCENE, step=2)
    first, second = client.get(path), client.get(path)
    assert first.data == second.data
    for name in ("Content-Disposition", "Content-Type", "ETag", "Cache-Control"):
        assert first.headers[name] == second.headers[name]
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_an_unknown_library_is_a_sentence(client: FlaskClient) -> None:
    sentence = refusal(client.get("/script.py?library=caffe"), "library")
    assert sentence == "library: Give numpy or pytorch or optax or keras.\n"


@pytest.mark.parametrize("path", ["/script.py", "/steps.md", "/steps.tex", "/steps.csv"])
@pytest.mark.parametrize(
    ("part", "value"), [("E", "sin("), ("start", "1"), ("steps", "0"), ("run", "adam,eta:99")]
)
def test_a_mistake_is_a_sentence(client: FlaskClient, path: str, part: str, value: str) -> None:
    response = client.get(address(path, **{part: value}))
    refusal(response, part)
    assert "Content-Disposition" not in response.headers


@pytest.mark.parametrize(
    ("form", "mimetype", "first"),
    [
        ("md", "text/markdown", "| t | w₁ | w₂ | E |"),
        ("tex", "application/x-tex", r"\begin{tabular}{rrrrrrrr"),
        ("csv", "text/csv", "t,w1,w2,E,g1,g2,"),
    ],
)
def test_the_steps_of_the_selected_run(
    client: FlaskClient, form: str, mimetype: str, first: str
) -> None:
    response = client.get(address(f"/steps.{form}", **SCENE, selected=1))
    assert (response.status_code, response.mimetype) == (200, mimetype)
    assert response.headers["Content-Disposition"] == "attachment"
    assert response.get_data(as_text=True).startswith(first)


def test_the_selected_run_is_the_last_one_unless_named(client: FlaskClient) -> None:
    last = client.get(address("/steps.csv", **SCENE)).get_data(as_text=True)
    assert last.splitlines()[0].split(",")[6] == "delta1"
    first = client.get(address("/steps.csv", **SCENE, selected=1)).get_data(as_text=True)
    assert first.splitlines()[0].split(",")[6] == "m1"
    assert len(first.splitlines()) == 5


def test_other_forms_are_not_there(client: FlaskClient) -> None:
    assert client.get("/steps.docx").status_code == 404
