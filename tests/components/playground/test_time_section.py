"""The layout of the time section: charts, scrubber and playback in the state of the address."""

from dataclasses import replace

from components import ids
from components.playground import time_section
from components.state.state import default_state
from tests.support.layout_tree import Node, find, only

DEFAULT = default_state()
STATE = replace(DEFAULT, steps=300, step=120, axis="linear", traces="state")


def first(layout: Node, **wanted: str) -> Node:
    return find(layout, **wanted)[0]


def test_each_chart_is_a_picture_with_a_name() -> None:
    layout = time_section.layout(DEFAULT)
    for chart, name in (
        (ids.ERROR_CHART, "E against the iteration"),
        (ids.TRACE_CHART, "Rate each weight gets against the iteration"),
    ):
        picture = only(first(layout, id=chart), role="img")
        assert picture["aria-label"] == name
        assert only(layout, id=f"{chart}-canvas")["aria-hidden"] == "true"


def test_the_switches_show_the_state() -> None:
    for state, chosen in ((DEFAULT, ("log", "rate")), (STATE, ("linear", "state"))):
        layout = time_section.layout(state)
        for switch, value in zip((ids.ERROR_AXIS, ids.TRACES), chosen, strict=True):
            group = only(layout, id=switch)
            assert (group["role"], bool(group["aria-label"])) == ("group", True)
            assert only(first(layout, id=switch), aria_pressed="true")["value"] == value


def test_scrubber_and_boxes_show_the_state() -> None:
    layout = time_section.layout(STATE)
    scrubber = only(layout, id=ids.SCRUBBER)
    assert (scrubber["min"], scrubber["max"], scrubber["value"]) == (0, 300, 120)
    assert only(layout, id=ids.TIME_STEP)["value"] == "120"
    assert only(layout, id=ids.STEPS)["value"] == "300"


def test_every_control_has_a_name() -> None:
    layout = time_section.layout(DEFAULT)
    for box in (ids.SCRUBBER, ids.TIME_STEP, ids.STEPS):
        assert only(layout, htmlFor=box)["children"]
    for button in (ids.TIME_FIRST, ids.TIME_BACK, ids.TIME_FORWARD, ids.TIME_SPEED):
        assert only(layout, id=button)["aria-label"]
