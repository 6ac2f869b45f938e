"""The browser says of every stop what Python prints, at many settings of its control."""

import json
import math
import subprocess
from collections.abc import Mapping
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from components.tour.data import stop_data
from components.tour.measures import measured
from components.tour.scene import Scene, scene_of
from components.tour.sentences import said, spoken_result, value_text
from components.tour.stop import Response, Stop
from components.tour.stops import STOPS
from optimizers import OPTIMIZERS
from optimizers.codegen.error_function_module import error_function_module
from optimizers.codegen.optimizers_module import optimizers_module

SCRIPT = Path("tests/javascript/support/say_stops.js")
SETTINGS = 25
"""Of each control."""

CLOSE = 1e-4
"""Both run the same printed code; exponentials differ in their last bit, which runs amplify."""

OWN = [stop for stop in STOPS if not stop.figure]

pytestmark = pytest.mark.skipif(which("node") is None, reason="node is not on the PATH")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[dict[str, Any]]]:
    """Return what the browser says of every stop, by its key: a dictionary for each setting."""
    folder = tmp_path_factory.mktemp("kernels")

    def module(name: str, text: str) -> str:
        path = folder / f"{name}.mjs"
        path.write_text(text, encoding="utf-8")
        return path.as_uri()

    def asked(stop: Stop) -> dict[str, Any]:
        scene = scene_of(stop)
        return {
            "stop": stop_data(stop, scene, [""] * len(stop.charts), has_surface=False),
            "kernel": module(stop.key, error_function_module(scene.state.E)),
            "minima": [scene.minimum] if scene.minimum else [],
        }

    rules = module("optimizers", optimizers_module(OPTIMIZERS.values()))
    given = {"rules": rules, "stops": list(map(asked, OWN)), "count": SETTINGS}
    answer = subprocess.run(
        ["node", str(SCRIPT)], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    return {found["key"]: found["settings"] for found in json.loads(answer.stdout)}


def scenes(stop: Stop, settings: list[dict[str, Any]]) -> list[tuple[Scene, dict[str, Any]]]:
    def value(found: Any) -> Any:
        if isinstance(found, list):
            return tuple(map(float, found))
        return None if found is None else float(found)

    return [(scene_of(stop, value(found["value"])), found) for found in settings]


def assert_close(found: str, expected: float, what: object) -> None:
    number = float(found.replace("Infinity", "inf"))
    alike = math.isnan(number) and math.isnan(expected)
    assert alike or number == pytest.approx(expected, rel=CLOSE, abs=1e-300), what


@pytest.mark.parametrize("stop", OWN, ids=lambda stop: stop.key)
def test_sentences(stop: Stop, browser: Mapping[str, list[dict[str, Any]]]) -> None:
    for scene, found in scenes(stop, browser[stop.key]):
        assert {name: said(name, scene) for name in stop.says} == found["says"], found["value"]
        assert value_text(scene) == found["text"]
        assert spoken_result(scene) == found["result"]


@pytest.mark.parametrize("stop", OWN, ids=lambda stop: stop.key)
def test_numbers(stop: Stop, browser: Mapping[str, list[dict[str, Any]]]) -> None:
    responses = [
        measure
        for chart in stop.charts
        if isinstance(chart, Response)
        for measure, _ in chart.measures
    ]
    for scene, found in scenes(stop, browser[stop.key]):
        for name, say in stop.says.items():
            what = (name, found["value"])
            assert_close(found["numbers"][name], measured(say.measure, scene), what)
        for measure, number in zip(responses, found["responses"], strict=True):
            assert_close(number, measured(measure, scene), (measure, found["value"]))
