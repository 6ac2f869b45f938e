"""What the browser is told, and what the two callbacks answer."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest
from dash import no_update

from components import ids
from components.catalogue import catalogue
from components.playground.figure import answer_function, answer_view, layout
from components.state.query import LONGEST_ADDRESS
from components.state.state import default_state
from components.surface.surface import surface_figure
from tests.support.layout_tree import only

DEFAULT = default_state()


def test_the_browser_knows_which_views_an_address_can_hold() -> None:
    bounds = catalogue()["bounds"]
    assert bounds == {"largest": 1e6, "smallest": 1e-9, "characters": 1000}
    for ends in ((-1e6, 1e6), (0, 1e-9)):
        view = "{0!r},{1!r},{0!r},{1!r}".format(*ends)
        assert isinstance(answer_view(f"?view={view}"), go.Figure)
    for ends in ((-1e6, 1.0001e6), (0, 0.9999e-9)):
        assert answer_view("?view={0!r},{1!r},{0!r},{1!r}".format(*ends)) is no_update


def test_the_layout_holds_the_state_of_its_address_and_says_what_is_mistaken() -> None:
    found = layout({"start": ["1,2"], "steps": ["5"], "view": ["1"]})
    state = replace(DEFAULT, start=(1, 2), steps=5)
    assert only(found, id=ids.STATE)["data"] == state.to_json()
    said = only(found, className="notice")
    assert not said["hidden"]
    assert "view: Give 4 numbers" in str(said["children"])
    assert "view" not in str(said["children"]).replace("view: Give", "")
    assert only(layout({}), className="notice")["hidden"]


def test_a_function_is_answered_with_figures_and_formula() -> None:
    surface, curve, formula, gradient, message = answer_function(
        "?E=w1^2&start=1,2&steps=7&view=-3,3,-4,4"
    )
    assert surface.layout.meta["E"] == "w1^2"
    assert (*surface.layout.xaxis.range, *surface.layout.yaxis.range) == (-3, 3, -4, 4)
    assert curve.layout.xaxis.range == (0, 7)
    assert curve.data[0].y[0] == 1
    assert formula.startswith("<math")
    assert gradient.count("<math") == 2
    assert message == ""


def test_a_mistake_is_answered_with_a_sentence_and_no_figure() -> None:
    *figures, message = answer_function("?E=sim(w1)&start=1,2")
    assert figures == [no_update] * 4
    assert message == "'sim' at position 1 is not known: did you mean sin?"


def test_a_mistake_elsewhere_names_its_part() -> None:
    assert answer_function("?E=w1^2&start=here")[4].startswith("start: Give 2 numbers")


def test_an_emptied_box_is_a_mistake_and_not_the_default() -> None:
    *figures, message = answer_function("?E=")
    assert figures == [no_update] * 4
    assert message.startswith("Type an error function")


def test_no_query_is_the_default() -> None:
    assert answer_function("")[0].data == surface_figure(DEFAULT).data


@pytest.mark.parametrize(
    "asked", [None, 5, 1.5, True, [], ["?E=w1"], {}, "?E=" + "x" * LONGEST_ADDRESS]
)
def test_what_is_no_query_changes_nothing(asked: object) -> None:
    *figures, message = answer_function(asked)
    assert figures == [no_update] * 4
    assert message.endswith(".")
    assert answer_view(asked) is no_update


def test_the_longest_function_a_reader_can_type_is_not_too_long_a_query() -> None:
    text = "+".join(["w₁²"] * 250)  # 999 characters, most of them nine when encoded
    message = answer_function("?E=" + "%2B".join(["w%E2%82%81%C2%B2"] * 250))[4]
    assert "shorter" not in message
    assert len(text) == 999


def test_a_view_is_answered_with_its_contours() -> None:
    figure = answer_view("?E=w1^2&view=1,2,3,4")
    assert isinstance(figure, go.Figure)
    assert (figure.data[0].x[0], figure.data[0].x[-1]) == (1, 2)
    assert (figure.data[0].y[0], figure.data[0].y[-1]) == (3, 4)
    assert answer_view("?E=w1^2&view=2,1,3,4") is no_update
