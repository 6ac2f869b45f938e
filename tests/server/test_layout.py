"""Routes of layouts: the page and its figures as JSON, in the state of their address."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import pytest
from flask.testing import FlaskClient

from components import ids
from components.figure import Figure
from components.figures import FIGURES
from components.state.query import LONGEST_ADDRESS
from components.surface.region import region
from optimizers import OPTIMIZERS, ErrorFunction, descend
from optimizers.preset import Preset
from optimizers.presets import PRESETS
from tests.support.heights import heights_of
from tests.support.layout_tree import find, only, props, walk
from tests.support.responses import ROSENBROCK, address, json_of, refusal

every_figure = pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)

approx = partial(pytest.approx, rel=5e-6)
"""The first picture has six digits."""


def layout(client: FlaskClient, **parts: object) -> dict[str, Any]:
    """Return the page at an address."""
    return dict(json_of(client.get(address("/layout.json", **parts))))


def notices(page: dict[str, Any]) -> list[str]:
    """Return the sentences on mistakes that a page shows."""
    shown = [given for node in walk(page) if (given := props(node)).get("className") == "notice"]
    return [
        props(line)["children"]
        for notice in shown
        for line in notice["children"]
        if not notice["hidden"]
    ]


def test_layout_holds_surface_and_numpy_trajectory_of_its_address(client: FlaskClient) -> None:
    found = layout(
        client,
        E=ROSENBROCK,
        start="-1.21,0.853",
        steps=64,
        view="-2,2,-0.5,1.5",
        run="adam,eta:0.01",
    )
    data = only(found, id=ids.STATE)["data"]
    trace = data["surface"]["trace"]
    left, right, bottom, top = trace["region"]
    assert (left, right, bottom, top) == pytest.approx(region((-2, 2, -0.5, 1.5)))
    z = heights_of(trace)
    function = ErrorFunction.parse(ROSENBROCK)
    values = function(
        *np.meshgrid(np.linspace(left, right, z.shape[1]), np.linspace(bottom, top, z.shape[0]))
    )
    # z orders the places as E does
    assert np.unravel_index(z.argmax(), z.shape) == np.unravel_index(values.argmax(), z.shape)
    assert (np.diff(z.ravel()[values.ravel().argsort()]) >= 0).all()

    (trajectory,) = data["trajectories"]
    expected = descend(function, OPTIMIZERS["adam"], (-1.21, 0.853), 64, eta=0.01)
    columns = trajectory["columns"]
    assert [columns["w1"], columns["w2"]] == [approx(values) for values in expected.w.T]
    assert columns["E"] == approx(expected.error)


def test_layout_shows_the_state_of_its_address(client: FlaskClient) -> None:
    found = layout(client, E="w1^2+w2^4", start="1.5,-2", steps=7, run="momentum,alpha:0.5")
    shown = {
        ids.ERROR_FUNCTION_TEXT: "w1^2+w2^4",
        ids.START_W1: 1.5,
        ids.START_W2: -2,
        ids.STEPS: "7",
        "hyperparameter-momentum-alpha-number": 0.5,
    }
    # The controls of rules that are not chosen are deferred, with their defaults.
    values = [next(props(one)["value"] for one in find(found, id=identity)) for identity in shown]
    assert values == list(shown.values())
    assert only(found, id=ids.STATE)["data"]["state"]["runs"] == [
        {"optimizer": "momentum", "settings": {"eta": 0.001, "alpha": 0.5}, "hidden": False}
    ]
    assert notices(found) == []


def test_layout_shows_the_selected_run_of_several_at_the_step_of_the_address(
    client: FlaskClient,
) -> None:
    runs = ["momentum,alpha:0.5", "adam,beta1:0.25", "rprop"]
    found = layout(client, run=runs, selected=2, hidden="1,3", step=9, axis="linear")
    shown = find(found, id="hyperparameter-adam-beta1-number")
    assert props(shown[0])["value"] == 0.25
    state = only(found, id=ids.STATE)["data"]["state"]
    assert [run["optimizer"] for run in state["runs"]] == ["momentum", "adam", "rprop"]
    assert [run["hidden"] for run in state["runs"]] == [True, False, True]
    assert (state["selected"], state["step"], state["axis"]) == (1, 9, "linear")
    assert only(found, id=ids.TIME_STEP)["value"] == "9"
    assert len(only(found, id=ids.STATE)["data"]["trajectories"]) == 3
    assert notices(found) == []


def test_mistakes_about_runs_that_are_not_there_are_said(client: FlaskClient) -> None:
    found = layout(client, run="adam", selected=2, hidden=3, step=501)
    assert notices(found) == [
        "hidden: Give a whole number from 1 to 1. The figure shows its default instead.",
        "selected: Give a whole number from 1 to 1. The figure shows its default instead.",
        "step: Give a whole number from 1 to 500. The figure shows its default instead.",
    ]
    state = only(found, id=ids.STATE)["data"]["state"]
    assert (state["selected"], state["step"], state["runs"][0]["hidden"]) == (0, 1, False)


def test_a_mistake_in_the_address_opens_the_default_and_says_so(client: FlaskClient) -> None:
    found = layout(client, E="sin(", start="1,2", steps="many")
    assert only(found, id=ids.STATE)["data"]["state"]["E"] == "3 w1^2 + 10 w2^2"
    assert only(found, id=ids.ERROR_FUNCTION_TEXT)["value"] == "sin(", "it is there to be mended"
    assert only(found, id=ids.START_W1)["value"] == 1
    assert only(found, id=ids.START_W2)["value"] == 2
    said = notices(found)
    assert [line.split(":")[0] for line in said] == ["E", "steps"]
    assert said[0].startswith("E: Close the '(' that opens at position 4.")


def test_an_address_that_is_too_long_opens_the_default_and_says_so(client: FlaskClient) -> None:
    found = layout(client, E="w" * LONGEST_ADDRESS)
    assert only(found, id=ids.ERROR_FUNCTION_TEXT)["value"] == "3 w1^2 + 10 w2^2"
    assert notices(found) == [
        "The address is too long: use at most 8000 characters. The page shows its default instead."
    ]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_preset_can_be_an_address(client: FlaskClient, preset: Preset) -> None:
    parts = {
        "E": preset.text,
        "start": "{},{}".format(*preset.start),
        "view": ",".join(map(str, preset.view)),
    }
    found = layout(client, **parts)
    assert notices(found) == []
    assert only(found, id=ids.STATE)["data"]["state"]["E"] == preset.text


@every_figure
def test_a_figure_arrives_in_the_state_of_its_own_parts(
    client: FlaskClient, figure: Figure
) -> None:
    prefix = "" if figure is FIGURES[0] else f"{figure.key}."
    parts = {f"{prefix}run": ["adam,eta:7"] * 2, "E": "w1^7", f"{prefix}start": "here"}
    found = json_of(client.get(address(f"/figures/{figure.key}.json", **parts)))
    assert find(found, value=7)
    assert not find(json_of(client.get(f"/figures/{figure.key}.json")), value=7)
    shown = find(found, id=f"{ids.TWO_STEPS}{ids.ERROR_FUNCTION_TEXT}")
    assert [props(box)["value"] for box in shown] in ([], ["3 w1^2 + 10 w2^2"])


@every_figure
def test_a_figure_is_the_same_alone_and_when_it_arrives(
    client: FlaskClient, figure: Figure
) -> None:
    alone = layout(client, embed=figure.key)
    place = only(alone, id=ids.place(figure.key))["children"]
    assert place == json_of(client.get(f"/figures/{figure.key}.json"))


def test_an_unknown_figure_is_404_and_a_query_that_cannot_be_read_400(client: FlaskClient) -> None:
    assert client.get("/figures/secrets.json").status_code == 404
    assert "too long" in refusal(client.get(f"/figures/playground.json?E={'w' * 9000}"))


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
def test_layouts_are_json_whatever_happens_to_the_run(
    client: FlaskClient, parts: dict[str, str]
) -> None:
    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    for path in addresses_with(parts):
        answer = client.get(path)
        assert answer.status_code == 200
        text = answer.get_data(as_text=True)
        assert json.loads(text, parse_constant=refuse)["type"] == "Div"


def addresses_with(parts: dict[str, str]) -> Iterator[str]:
    """Yield the page with some parts, and every other figure with them."""
    yield address("/layout.json", **parts)
    for figure in FIGURES[1:]:
        own = {f"{figure.key}.{name}": text for name, text in parts.items()}
        yield address(f"/figures/{figure.key}.json", **own)


def test_the_layout_of_dash_is_the_same_for_every_address(client: FlaskClient) -> None:
    shells = [client.get(f"/_dash-layout{query}").data for query in ("", "?E=w1", "?embed=x")]
    assert len(set(shells)) == 1
    assert len(shells[0]) < 300
    assert only(json.loads(shells[0]), id=ids.PAGE)


def test_no_callback_needs_the_server(client: FlaskClient) -> None:
    callbacks = client.get("/_dash-dependencies").get_json()
    assert callbacks
    names = {callback["clientside_function"]["namespace"] for callback in callbacks}
    assert names == {"lockstep"}
