"""Browser and server write the same address for a state, and read it back to the last bit."""

import json
import subprocess
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.catalogue import catalogue
from components.state.query import parts_of, query_of
from components.state.state import State, preset_state
from components.tour.scene import scene_of
from components.tour.stops import STOPS
from optimizers.presets import PRESETS
from tests.support.any_state import states
from tests.support.queries import state_of

SCRIPT = Path("tests/javascript/support/write_addresses.js")

pytestmark = pytest.mark.skipif(which("node") is None, reason="node is not on the PATH")


def browser_state(state: State) -> dict[str, Any]:
    """Return a state as the browser writes it: the function is canonical."""
    return state.to_json() | {"E": state.E.text}


def written(shown: list[State]) -> list[dict[str, Any]]:
    """Return the parts and the query that the browser writes for each state."""
    asked = {"catalogue": catalogue(), "states": list(map(browser_state, shown))}
    answer = subprocess.run(
        ["node", str(SCRIPT)], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(answer.stdout)
    return found


def assert_alike(shown: list[State]) -> None:
    for state, found in zip(shown, written(shown), strict=True):
        query = found["query"].removeprefix("?")
        assert query_of(map(tuple, found["parts"])) == query
        assert browser_state(
            state_of({name: list(texts) for name, texts in parts_of(query).items()})
        ) == browser_state(state)


def test_presets_and_stops_of_the_tour() -> None:
    shown = [preset_state(preset) for preset in PRESETS]
    assert_alike(shown + [scene_of(stop).state for stop in STOPS if not stop.figure])
    assert written(shown[:2])[0]["query"] == ""
    assert written(shown[:2])[1]["query"] == (
        "?E=w1%5E2%2F2%2B12.5%2Aw2%5E2&start=-4.5,1.2&steps=150"
        "&run=gradient-descent,eta:0.07&run=rmsprop&view=-5,5,-5,5"
    )


@given(shown=st.lists(states(), min_size=25, max_size=25))
@settings(max_examples=20, deadline=None)
def test_any_state(shown: list[State]) -> None:
    assert_alike(shown)
