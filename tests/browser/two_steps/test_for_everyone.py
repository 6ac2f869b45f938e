"""Figure 1 by keyboard, by finger and for axe."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Axe, OpenPage
from tests.support.browser.two_steps import TwoSteps, centre, near

PHONE = (390, 844)


def test_the_keyboard_reaches_the_start_and_every_number(two: TwoSteps) -> None:
    two.open()
    plot = two.plot()
    two.handle.focus()
    x, y = centre(two.handle)
    with two.settling():
        two.page.keyboard.press("ArrowRight")
    assert plot.pixel(*two.get("figure.state.start")) == near((x + 8, y))
    two.agrees_with_numpy()
    row = two.root.get_by_role("button", name="t = 2 of RMSProp")
    row.focus()
    expect(two.card).to_be_visible()
    weights = two.live(1, "w1", "w2")[2]
    expect(two.card).to_contain_text(f"{weights[0]:.12g}".replace("-", "−"))
    expect(two.card).to_contain_text("|v(2)|")
    assert two.get("[figure.marked.run, figure.marked.t]") == [1, 2]
    two.page.keyboard.press("Shift+Tab")
    expect(two.root.get_by_role("button", name="t = 1 of RMSProp")).to_be_focused()
    assert two.get("figure.marked.t") == 1
    two.control("Blue", "slider", "learning rate").focus()
    expect(two.card).to_be_hidden()


def test_a_finger_sees_numbers_by_a_tap_and_moves_the_start(open_page: OpenPage) -> None:
    page = open_page(*PHONE, touch=True)
    two = TwoSteps(page)
    two.open()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    plot = two.plot()
    unit = plot.width / (plot.x[1] - plot.x[0])
    assert plot.height / (plot.y[1] - plot.y[0]) == pytest.approx(unit, rel=0.002)
    gradient = two.arrow("g", 1, 2)
    page.touchscreen.tap(gradient["x1"], gradient["y1"] + 6)
    expect(two.card).to_contain_text("g(2)")
    expect(two.card).to_contain_text("RMSProp")
    assert two.get("figure.state.start") == [-15, 20]
    free = plot.left + 0.8 * plot.width, plot.top + 0.25 * plot.height
    with two.settling():
        page.touchscreen.tap(*free)
    assert plot.pixel(*two.get("figure.state.start")) == near(free)
    expect(two.card).to_be_hidden()
    two.agrees_with_numpy()


@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(open_page: OpenPage, axe: Axe, size: tuple[int, int]) -> None:
    page = open_page(*size, touch=size == PHONE, arrivals=True)
    two = TwoSteps(page)
    page.goto("/?two-steps.steps=many&two-steps.run=adam&two-steps.run=gradient-descent,eta:1")
    page.locator("#two-steps").scroll_into_view_if_needed()
    two.ready()
    two.root.get_by_role("button", name="t = 1 of Adam").focus()
    expect(two.card).to_be_visible()
    roles: tuple[Any, ...] = ("button", "slider", "spinbutton", "combobox", "textbox")
    for role in roles:
        assert two.root.get_by_role(role).count() >= 1
        named = two.root.get_by_role(role, name=re.compile(r"\w"))
        assert named.count() == two.root.get_by_role(role).count(), role
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
