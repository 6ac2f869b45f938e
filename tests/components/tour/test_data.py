"""What the browser gets of the tour."""

import json
from dataclasses import fields
from typing import Any

import pytest

from components.catalogue import catalogue
from components.tour.data import script_data, stop_data
from components.tour.scene import scene_of
from components.tour.stop import Stop
from components.tour.stops import STOPS
from tests.support.tour import BOWL, FIGURE, VALLEY


def data(stop: Stop, value: float | None = None, *, has_surface: bool = False) -> dict[str, Any]:
    scene = None if stop.figure else scene_of(stop, value)
    titles = ["title"] * len(stop.charts)
    found = stop_data(stop, scene, titles, has_surface=has_surface)
    read: dict[str, Any] = json.loads(json.dumps(found))
    return read


def test_a_stop_has_its_fields_in_the_browsers_spelling() -> None:
    found = data(VALLEY)
    own = {
        "".join(w.title() if k else w for k, w in enumerate(f.name.split("_")))
        for f in fields(Stop)
    }
    added = {"state", "value", "opening", "playground", "formula", "titles", "resultTemplate"}
    assert set(found) == own - {"text", "short", "result"} | added
    assert found["isPart"] is True
    assert found["resultTemplate"] == "At {value} w2 is {w2}."
    assert found["control"]["unit"] == "°"


def test_says_charts_and_marks_name_their_types() -> None:
    found = data(BOWL)
    assert {name: say["type"] for name, say in found["says"].items()} == {
        "how": "words",
        "E": "number",
    }
    assert found["says"]["how"]["cases"] == [[0.5, "halves {E}"], [1, "leaps"]]
    assert found["says"]["E"]["measure"]["kind"] == "error"
    assert "type" not in found["says"]["E"]["measure"]
    assert [chart["type"] for chart in found["charts"]] == ["curves", "response"]
    assert [chart["type"] for chart in data(VALLEY)["charts"]] == ["compass"]
    assert found["charts"][0]["lines"][1]["faint"] is True
    assert found["charts"][0]["levelLabel"] == ""
    assert found["charts"][1]["measures"][0][1] == "E"
    marks = [mark["type"] for mark in found["marks"]]
    assert marks == ["arrow"] * 4 + ["square", "label"]


def test_the_state_opens_and_the_value_is_that_of_the_address() -> None:
    found = data(BOWL, 0.5)
    assert (found["value"], found["opening"]) == (0.5, 0.25)
    assert found["state"]["runs"][0]["settings"]["eta"] == 0.25
    assert "eta:0.5" in found["playground"]
    assert "<mi>E</mi>" in found["formula"]


def test_only_one_surface_is_sent_along() -> None:
    assert "surface" not in data(BOWL)
    surface = data(BOWL, has_surface=True)["surface"]
    assert surface["E"] == "w1^2+w2^2"
    assert surface["minima"] == [[0, 0]] or surface["minima"][0] == pytest.approx([0, 0], abs=1e-6)


def test_a_stop_with_another_figure_has_no_state() -> None:
    found = data(FIGURE)
    assert (found["figure"], found["query"]) == ("two-steps", "steps=1")
    for name in ("state", "value", "opening", "control"):
        assert found[name] is None


def test_nothing_can_end_the_script() -> None:
    text = script_data([data(BOWL)])
    assert not {"<", ">", "&", "\u2028", "\u2029"} & {*text}
    read = json.loads(text)
    assert read["stops"][0]["title"] == "A <bowl> & more"
    assert set(read["catalogue"]) < set(catalogue())
    assert read["catalogue"]["optimizers"]["rmsprop"]["name"] == "RMSProp"
    assert set(read["catalogue"]["palette"]) == {"light", "dark"}


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.key)
def test_every_stop_is_json(stop: Stop) -> None:
    json.dumps(data(stop), allow_nan=False)
