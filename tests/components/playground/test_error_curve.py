"""The error curve: which curves a rule has, their columns, names and colours, and the layout."""

from typing import Any

import numpy as np
import pytest

from components import ids
from components.playground import error_curve
from components.playground.error_curve import (
    STATE_CURVES,
    curves,
    rate_level,
    state_columns,
    state_names,
)
from components.state.state import default_state
from components.ui.palette import ERROR, LEVEL, RATE, STATE, palette
from optimizers import OPTIMIZERS
from tests.support.layout_tree import only

DEFAULT = default_state()


def test_the_curves_of_rmsprop() -> None:
    assert curves(OPTIMIZERS["rmsprop"]) == [
        {"column": "E", "name": "E", "group": "error"},
        {"column": "s1", "name": "s₁", "group": "state"},
        {"column": "s2", "name": "s₂", "group": "state"},
        None,
        None,
        {"column": "rate1", "name": "η/√(s₁ + ε)", "group": "rate"},
        {"column": "rate2", "name": "η/√(s₂ + ε)", "group": "rate"},
        {"column": "level", "name": "level", "group": "level"},
    ]


@pytest.mark.parametrize(
    ("key", "columns", "names"),
    [
        ("gradient-descent", [], []),
        ("rmsprop", ["s1", "s2"], ["s₁", "s₂"]),
        ("adam", ["m1", "m2", "s1", "s2"], ["m₁", "m₂", "s₁", "s₂"]),
        ("adadelta", ["s1", "s2", "u1", "u2"], ["s₁", "s₂", "u₁", "u₂"]),
        ("rprop", ["delta1", "delta2"], ["Δ₁", "Δ₂"]),
        ("super-sab", ["eta_i1", "eta_i2", "m1", "m2"], ["η₁", "η₂", "m₁", "m₂"]),
    ],
)
def test_a_state_has_a_column_and_a_name(key: str, columns: list[str], names: list[str]) -> None:
    rule = OPTIMIZERS[key]
    assert (state_columns(rule), state_names(rule)) == (columns, names)


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_every_curve_has_its_place_and_colour(key: str) -> None:
    rule = OPTIMIZERS[key]
    groups = [curve and curve["group"] for curve in curves(rule)]
    used = len(state_columns(rule))
    rates = ["rate", "rate", "level"] if rule.rate else [None] * 3
    assert groups == ["error", *["state"] * used, *[None] * (STATE_CURVES - used), *rates]
    # assets/playground/curve_lines.js colours them in this order.
    colours: Any = palette("light")
    assert len(groups) == 1 + len(colours["state"]) + len(colours["rate"]) + 1


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_the_level_is_a_hyperparameter_of_the_rule_or_one(key: str) -> None:
    rule, level = OPTIMIZERS[key], rate_level(OPTIMIZERS[key])
    assert (level is None) == (rule.rate is None)
    if level is not None:
        assert level["of"] is None or level["of"] in rule.settings({})
        assert level["mark"]


def test_the_layout_names_the_picture_the_switch_and_the_rule() -> None:
    layout = error_curve.layout(DEFAULT)
    picture = only(layout, id=ids.CURVE_GRAPH)
    assert (picture["role"], picture["aria-label"]) == ("img", "E against the iteration")
    assert only(layout, id=ids.CURVE_CANVAS)["aria-hidden"] == "true"
    switch = only(layout, id=ids.CURVE_SCALE)
    assert switch["role"] == "group"
    assert only(layout, id=switch["aria-labelledby"])["children"]
    assert only(layout, data_part="name")["children"] == "RMSProp"
    for part in ("steps", "first", "last", "stopped"):
        assert only(layout, data_part=part).get("children") is None, "the browser fills it"


def test_the_legend_has_a_button_for_every_curve_but_the_level() -> None:
    buttons = only(error_curve.layout(DEFAULT), id=ids.CURVE_LEGEND)["children"]
    found = [
        (button.children[1].children, button.hidden, getattr(button, "aria-pressed"))
        for button in buttons
    ]
    assert found == [
        ("E", False, "true"),
        ("s₁", False, "false"),
        ("s₂", False, "false"),
        ("", True, "false"),
        ("", True, "false"),
        ("η/√(s₁ + ε)", False, "false"),
        ("η/√(s₂ + ε)", False, "false"),
    ]


SIGHT = {
    "full": np.eye(3),
    # Machado, Oliveira and Fernandes 2009, complete protanopia and deuteranopia
    "without red": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "without green": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
}


def seen(colour: str, sight: str) -> Any:
    """Return a colour in CIELAB as an eye sees it; 20 apart is told apart at a glance."""
    shares = np.array([int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)])
    light = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    to_xyz = [[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0177, 0.1095, 0.8728]]
    x, y, z = np.cbrt(to_xyz @ np.clip(np.array(SIGHT[sight]) @ light, 1e-3, 1))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("sight", SIGHT)
def test_the_rates_have_colours_of_their_own_for_every_eye(sight: str) -> None:
    for k, rate in enumerate(RATE):
        others = [ERROR, *STATE, LEVEL, *RATE[:k]]
        apart = {o: np.linalg.norm(seen(rate, sight) - seen(o, sight)) for o in others}
        assert min(apart.values()) > 20, apart
