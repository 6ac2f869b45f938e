"""Sliders and number boxes: what they set is seen at once, and is exactly what they say."""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, expect

from components import ids
from tests.browser.conftest import Playground

ETA, BETA, EPSILON = "learning rate", "decay of the scaling factor", "guard against division"
STEPS = "number of steps"


def slider(playground: Playground, name: str) -> Locator:
    return playground.page.get_by_role("slider", name=name)


def box(playground: Playground, symbol: str) -> Locator:
    return playground.page.get_by_role("spinbutton", name=re.compile(rf"^{symbol}"))


def setting(playground: Playground, name: str) -> float:
    return float(playground.get(f"playground.state.runs[0].settings.{name}"))


def thumb(slider: Locator) -> tuple[float, float]:
    """Return about where the thumb of a slider is."""
    box = slider.bounding_box()
    assert box
    share = slider.evaluate("({value, min, max}) => (value - min) / (max - min)")
    return box["x"] + 8 + share * (box["width"] - 16), box["y"] + box["height"] / 2


@contextmanager
def holding(playground: Playground, slider: Locator) -> Iterator[tuple[float, float]]:
    """Hold a slider's thumb; no request is made before it is let go."""
    mouse, asked = playground.page.mouse, []
    x, y = thumb(slider)
    with playground.settling():
        mouse.move(x, y)
        mouse.down()
        playground.page.on("request", lambda request: asked.append(request.url))
        yield x, y
        assert asked == []
        mouse.up()


def canvases(playground: Playground) -> list[str]:
    """Return what is drawn above the two figures."""
    return [
        playground.get(f"document.getElementById('{canvas}').toDataURL()")
        for canvas in (ids.SURFACE_CANVAS, ids.CURVE_CANVAS)
    ]


def test_everything_follows_a_dragged_eta(playground: Playground) -> None:
    playground.open()
    page = playground.page
    view = playground.plot()
    drawn = playground.drawn()
    with holding(playground, slider(playground, ETA)) as (x, y):
        seen, pictures = [playground.live("w1")[-1, 0]], [canvases(playground)]
        for right in (4, 9, 15, 22):
            page.mouse.move(x + right, y)
            playground.until(
                f"playground.trajectory.columns.w1[playground.trajectory.rows - 1] !== {seen[-1]}"
            )
            seen.append(playground.live("w1")[-1, 0])
            pictures.append(canvases(playground))
            eta = setting(playground, "eta")
            expect(box(playground, "η")).to_have_value(re.compile(re.escape(f"{eta:g}")))
            run = playground.numpy()
            assert playground.live("w1", "w2")[-1].tolist() == pytest.approx(run.w[-1].tolist())
        assert seen == sorted(seen), "the larger eta, the nearer to the minimum"
        for before, after in pairwise(pictures):
            assert before[0] != after[0]
            assert before[1] != after[1]
        # What costs time waits for the hand to rest.
        assert playground.drawn().tolist() == drawn.tolist()
        assert page.evaluate("location.search") == ""
    playground.agrees_with_numpy()
    assert 0.05 < setting(playground, "eta") < 10
    assert f"run=rmsprop,eta:{setting(playground, 'eta'):g}" in page.evaluate("location.search")
    outcome = page.locator(f"#{ids.OUTCOME}")
    expect(outcome).to_contain_text(f"{playground.numpy().error[-1]:.4g}")
    assert playground.plot() == view


def test_every_slider_moves_its_own_number_and_no_other(playground: Playground) -> None:
    playground.open()
    names = {BETA: "beta", EPSILON: "epsilon", ETA: "eta"}
    for label, name in names.items():
        before = playground.get("({...playground.state.runs[0].settings})")
        with holding(playground, slider(playground, label)) as (x, y):
            playground.page.mouse.move(x - 40, y, steps=2)
            playground.until(f"playground.state.runs[0].settings.{name} < {before[name]}")
        after = playground.get("({...playground.state.runs[0].settings})")
        assert {key for key in after if after[key] != before[key]} == {name}
        playground.agrees_with_numpy()
    with holding(playground, slider(playground, STEPS)) as (x, y):
        playground.page.mouse.move(x + 20, y, steps=2)
        playground.until("playground.trajectory.rows > 101")
    steps = playground.get("playground.state.steps")
    assert (steps % 1, len(playground.live("E"))) == (0, steps + 1)
    assert playground.plot(ids.CURVE_GRAPH).x == (0, steps)
    playground.agrees_with_numpy()


def test_keys_move_a_slider_and_reach_its_bounds(playground: Playground) -> None:
    playground.open()
    eta = slider(playground, ETA)
    eta.focus()
    moved = [setting(playground, "eta")]
    for key in ("ArrowRight", "ArrowRight", "PageUp"):
        with playground.settling():
            eta.press(key)
        moved.append(setting(playground, "eta"))
        expect(eta).to_have_attribute("aria-valuetext", f"{moved[-1]:g}")
    assert moved == sorted(set(moved))
    assert moved[2] / moved[0] < 1.5
    playground.agrees_with_numpy()

    beta = slider(playground, BETA)
    for key, bound in {"Home": 0, "End": 1}.items():
        with playground.settling():
            beta.press(key)
        assert setting(playground, "beta") == bound
        expect(box(playground, "β")).to_have_value(str(bound))
        playground.agrees_with_numpy()
    # With beta = 1 the scaling factor stays 0: every step is eta g / sqrt(epsilon).
    assert playground.live("s1", "s2")[-1].tolist() == [0, 0]

    epsilon = slider(playground, EPSILON)
    for key, least, text in (("Home", 1e-12, "10 to the minus 12"), ("End", 1, "1")):
        with playground.settling():
            epsilon.press(key)
        assert setting(playground, "epsilon") == least
        expect(epsilon).to_have_attribute("aria-valuetext", text)
        playground.agrees_with_numpy()
    steps = slider(playground, STEPS)
    for key, count in {"End": 2000, "Home": 1}.items():
        with playground.settling():
            steps.press(key)
        assert playground.get("playground.state.steps") == count
        assert playground.get("playground.trajectory.rows") <= count + 1
    assert setting(playground, "eta") == moved[-1]


def test_a_number_box_takes_an_exact_value_and_refuses_others(playground: Playground) -> None:
    playground.open()
    page = playground.page
    exact = {"η": ("eta", "0.0123456789"), "β": ("beta", "0.98765"), "ε": ("epsilon", "3e-10")}
    for symbol, (name, text) in exact.items():
        with playground.settling():
            box(playground, symbol).fill(text)
        assert setting(playground, name) == float(text)
        expect(box(playground, symbol)).to_have_value(text)
        playground.agrees_with_numpy()
    place = float(slider(playground, ETA).input_value())
    assert place == pytest.approx(math.log10(0.0123456789), abs=0.02)
    search = page.evaluate("location.search")
    assert "run=rmsprop,eta:0.0123456789,beta:0.98765,epsilon:3e-10" in search

    refused = {"η": ("11", "0", "-1", "", "1e-7"), "β": ("1.5", "-0.1"), "ε": ("0", "2")}
    before = playground.live("w1", "w2").tolist()
    for symbol, texts in refused.items():
        for text in texts:
            box(playground, symbol).fill(text)
            expect(box(playground, symbol)).to_have_attribute("aria-invalid", "true")
        name, good = exact[symbol]
        assert setting(playground, name) == float(good)
        # Left alone, the box says again what is shown.
        box(playground, symbol).blur()
        expect(box(playground, symbol)).to_have_value(good)
        expect(box(playground, symbol)).not_to_have_attribute("aria-invalid", "true")
    assert playground.live("w1", "w2").tolist() == before
    assert page.evaluate("location.search") == search

    for text, rows in {"2000": 2001, "1": 2, "37": 38}.items():
        with playground.settling():
            box(playground, "tmax").fill(text)
        assert playground.get("playground.trajectory.rows") == rows
        playground.agrees_with_numpy()
    for text in ("1.5", "2001", "0"):
        box(playground, "tmax").fill(text)
        expect(box(playground, "tmax")).to_have_attribute("aria-invalid", "true")
        assert playground.get("playground.state.steps") == 37


def test_a_hand_that_rests_while_typing_may_go_on(playground: Playground) -> None:
    playground.open()
    eta = box(playground, "η")
    eta.press("ControlOrMeta+a")
    with playground.settling():
        eta.press_sequentially("1.")
    assert setting(playground, "eta") == 1
    with playground.settling():
        eta.press_sequentially("5")
    assert setting(playground, "eta") == 1.5
    expect(eta).to_have_value("1.5")
    beta = box(playground, "β")
    beta.press("ControlOrMeta+a")
    with playground.settling():
        beta.press_sequentially("0.")
    with playground.settling():
        beta.press_sequentially("05")
    assert setting(playground, "beta") == 0.05
    expect(beta).to_have_value("0.05")
    playground.agrees_with_numpy()
    # Arrow keys in a box go as far as on its slider, not a whole unit.
    with playground.settling():
        eta.press("ArrowUp")
    assert 1.5 < setting(playground, "eta") < 1.7
    assert setting(playground, "beta") == 0.05


BEGINNINGS = [
    (r"^η", "1e999", "runs[0].settings.eta", "η: give a number from 0.000001 to 10."),
    (r"^β", "-0.1", "runs[0].settings.beta", "β: give a number from 0 to 1."),
    (r"^tmax", "2001", "steps", "tmax: give a whole number from 1 to 2000."),
    (r"^start.*1", "1e7", "start[0]", "w₁: give a number from -1000000 to 1000000."),
]


def test_the_beginning_of_a_number_that_cannot_be_is_not_taken_for_one(
    playground: Playground,
) -> None:
    playground.open()
    page, before = playground.page, playground.get("playground.state")
    run = playground.live("w1", "w2").tolist()
    # The worked lines follow the run, and what stands below them is moved by their height alone.
    following = "#step-inspector, .worked, .worked *, .worked ~ *, .worked ~ * *"
    places = f"[...document.querySelectorAll('.controls *:not(.box-message, {following})')]" + (
        ".map(found => Object.values(found.getBoundingClientRect().toJSON()).join())"
    )
    laid_out = page.evaluate(places)
    for k, (name, text, part, sentence) in enumerate(BEGINNINGS):
        typed = page.get_by_role("spinbutton", name=re.compile(name))
        shown = typed.input_value()
        typed.press("ControlOrMeta+a")
        typed.press_sequentially(text)
        expect(typed).to_have_accessible_description(sentence)
        expect(page.get_by_role("status").filter(has_text=sentence)).to_be_visible()
        assert page.evaluate(places) == laid_out
        # Its first digits were a number, and were followed.
        beginning = playground.get(f"playground.state.{part}")
        assert beginning == {"-0.1": 0, "2001": 200}.get(text, 1)
        with playground.settling():
            if k % 2:
                typed.press("Enter")
            else:
                typed.blur()
            playground.until(f"playground.state.{part} !== {beginning}")
        expect(typed).to_have_value(shown)
        expect(typed).to_have_accessible_description("")
        expect(typed).to_have_attribute("aria-invalid", "false")
        assert playground.get("playground.state") == before
        assert playground.live("w1", "w2").tolist() == run
    assert page.evaluate("location.search") == ""
