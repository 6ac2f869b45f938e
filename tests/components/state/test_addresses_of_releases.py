"""An address of every form that was ever written opens the same state as before.

The states stand beside the addresses, as what differs from the figure's default state. A line that
fails is a link in somebody's lesson that shows something else now: mend the reader, not the line.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from components.amplification.state import read_parts
from components.figures import FIGURES, own_parts
from components.state.address import read_address
from components.state.query import Parts, parts_of
from components.two_steps.figure import LIMITS, default

CORPUS: Any = json.loads(
    Path(__file__).with_name("addresses_of_releases.json").read_text(encoding="utf-8")
)


def state_of(figure: str, parts: Parts) -> Any:
    """Return a figure's state as JSON, with the function in its canonical spelling."""
    if figure == "amplification":
        maps, mistakes = read_parts(parts)
        shown = maps.to_json()
    else:
        of_two_steps = (default(), LIMITS) if figure == "two-steps" else ()
        state, mistakes = read_address(parts, *of_two_steps)
        shown = state.to_json() | {"E": state.E.text}
    assert mistakes == []
    return json.loads(json.dumps(shown))


@pytest.mark.parametrize("line", CORPUS["addresses"], ids=lambda line: line["address"])
def test_an_address_opens_the_state_that_it_always_opened(line: Any) -> None:
    key = line["figure"]
    (figure,) = (figure for figure in FIGURES if figure.key == key)
    parts = own_parts(figure, parts_of(line["address"]))
    assert state_of(key, parts) == CORPUS["defaults"][key] | line["state"]


def test_there_are_addresses_of_every_figure_and_part() -> None:
    every = " ".join(line["address"] for line in CORPUS["addresses"])
    assert {line["figure"] for line in CORPUS["addresses"]} == {f.key for f in FIGURES}
    for figure in FIGURES:
        assert all(f"{name}=" in every for name in figure.parts or ())
