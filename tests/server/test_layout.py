"""The layout holds the state of its address, in numbers and in JSON whatever that is."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from flask.testing import FlaskClient
from numpy.typing import NDArray

from components import ids
from optimizers import OPTIMIZERS, ErrorFunction, descend
from optimizers.presets import PRESETS
from tests.support.responses import BANANA, address


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
