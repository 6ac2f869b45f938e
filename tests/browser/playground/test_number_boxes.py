"""Number boxes: what is typed is set exactly, and what cannot be is refused."""

import math
import re

import pytest
from playwright.sync_api import expect

from tests.support.browser.controls import ETA, box, setting, slider
from tests.support.browser.playground import Playground


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
    # The address is written a moment after the state.
    playground.until("location.search === ''")
