"""Route of surfaces: one answer to a typed function or a settled zoom, cacheable anywhere."""

import numpy as np
import pytest
from flask.testing import FlaskClient

from components.figure import Figure
from components.figures import FIGURES
from components.surface.region import region
from optimizers import ErrorFunction
from tests.support.heights import heights_of
from tests.support.responses import ROSENBROCK, address, json_of, refusal

every_surface = pytest.mark.parametrize(
    "figure", [figure for figure in FIGURES if figure.surface], ids=lambda figure: figure.key
)


def surface(figure: Figure, **parts: object) -> str:
    return address(f"/figures/{figure.key}/surface.json", **parts)


@every_surface
def test_surface_has_contours_of_the_view_formulas_and_canonical_text(
    client: FlaskClient, figure: Figure
) -> None:
    found = json_of(client.get(surface(figure, E="3 w1² w2", view="-2,2,-0.5,1.5")))
    assert (found["E"], found["typed"]) == ("3*w1^2*w2", "3 w1² w2")
    assert found["view"] == [-2, 2, -0.5, 1.5]
    trace = found["trace"]
    left, right, bottom, top = trace["region"]
    assert (left, right, bottom, top) == pytest.approx(region((-2, 2, -0.5, 1.5)))
    z = heights_of(trace)
    w1, w2 = np.meshgrid(np.linspace(left, right, z.shape[1]), np.linspace(bottom, top, z.shape[0]))
    values = ErrorFunction.parse("3 w1^2 w2")(w1, w2)
    assert z.shape == values.shape
    # z orders the places as E does
    assert (np.diff(z.ravel()[values.ravel().argsort()]) >= 0).all()
    assert found["formula"].startswith("<math")
    assert found["gradient"].count("<math") == 2
    assert "message" not in found


@every_surface
def test_surface_says_why_a_part_of_the_view_is_blank(client: FlaskClient, figure: Figure) -> None:
    view = "-2,2,-2,2"
    found = json_of(client.get(surface(figure, E="w1^(1/3) + w2^2", view=view)))
    assert found["note"].startswith("E is blank where w1 is negative")
    assert "cbrt(w1)" in found["note"]
    assert json_of(client.get(surface(figure, E="cbrt(w1) + w2^2", view=view)))["note"] == ""


@every_surface
def test_surface_holds_no_trajectory(client: FlaskClient, figure: Figure) -> None:
    found = json_of(client.get(surface(figure, E=ROSENBROCK, view="-2,2,-1,3", start="1.25,2")))
    other = json_of(client.get(surface(figure, E=ROSENBROCK, view="-2,2,-1,3", steps="3")))
    shared = ["E", "typed", "view", "trace", "minima", "preset", "optimum"]
    shared += ["formula", "gradient", "note", "parameters"]
    assert set(found) - set(shared) <= {"scale", "framed"}
    assert [found[name] for name in shared] == [other[name] for name in shared]
    assert "1.25" not in str({**found, "trace": None})


@every_surface
@pytest.mark.parametrize(
    ("text", "message", "position", "replacement"),
    [
        (" sim(w1)", "'sim' at position 2 is not known: did you mean sin?", 1, " sin(w1)"),
        ("sin(", "Close the '(' that opens at position 4.", 3, None),
        ("", "Type an error function of w1 and w2, such as 3 w1^2 + 10 w2^2.", 0, None),
        ("w1+" * 400, "The formula is too long: use at most 1000 characters.", 1000, None),
    ],
)
def test_a_mistake_in_e_is_a_message_the_same_as_the_kernels(
    client: FlaskClient,
    figure: Figure,
    text: str,
    message: str,
    position: int,
    replacement: str | None,
) -> None:
    assert json_of(client.get(surface(figure, E=text))) == {
        "message": message,
        "position": position,
        "replacement": replacement,
        "parameter": None,
    }
    kernel = client.get(address("/kernels/error-function.js", E=text, refusal="module"))
    assert kernel.status_code == 200
    assert message in kernel.get_data(as_text=True)


@every_surface
@pytest.mark.parametrize(
    ("part", "value", "sentence"),
    [
        ("start", "here", "Give 2 numbers"),
        ("steps", "0", "Give a whole number from 1 to"),
        ("view", "2,1,3,4", "Give the lowest and highest w1"),
        ("run", "adamm", ""),
    ],
)
def test_another_mistake_is_refused_in_a_sentence(
    client: FlaskClient, figure: Figure, part: str, value: str, sentence: str
) -> None:
    assert sentence in refusal(client.get(surface(figure, E="w1^2", **{part: value})), part)


@every_surface
def test_the_longest_function_that_can_be_typed_is_not_too_long_a_query(
    client: FlaskClient, figure: Figure
) -> None:
    text = "+".join(["w₁²"] * 250)  # 999 characters, most of them nine when encoded
    found = json_of(client.get(surface(figure, E=text)))
    assert len(text) == 999
    assert "address" not in found["message"]  # the formula is too long, not the query


@every_surface
def test_a_query_that_cannot_be_read_is_refused(client: FlaskClient, figure: Figure) -> None:
    assert "too long" in refusal(client.get(surface(figure, E="w" * 9000)))
    assert "too many parts" in refusal(client.get(surface(figure, run=["adam"] * 61)))


@pytest.mark.parametrize(
    "key", ["secrets", "../playground", *(f.key for f in FIGURES if not f.surface)]
)
def test_a_figure_without_a_surface_is_not_found(client: FlaskClient, key: str) -> None:
    answer = client.get(f"/figures/{key}/surface.json?E=w1")
    assert (answer.status_code, answer.mimetype) == (404, "text/plain")


@every_surface
def test_a_nan_is_not_in_any_answer(client: FlaskClient, figure: Figure) -> None:
    for text in ("sqrt(w1)", "log(-1-w1^2)", "exp(exp(w1^2))", "1/w1"):
        answer = client.get(surface(figure, E=text, start="-1,2"))
        assert answer.status_code == 200
        assert b"NaN" not in answer.data
        assert b"Infinity" not in answer.data
