"""Steps by buttons, boxes and keys; the scrubber and the charts dragged."""

import re

from playwright.sync_api import expect

from components import ids
from tests.browser.conftest import OpenPage
from tests.support.browser.playground import Playground
from tests.support.browser.time_section import TIME, box, button, time


def test_buttons_and_boxes_step(playground: Playground) -> None:
    playground.open(step=170)
    page = playground.page
    button(page, "One step forward").click()
    assert time(playground) == (171, True, False)
    button(page, "One step back").click()
    button(page, "One step back").click()
    assert time(playground) == (169, True, False)
    with playground.settling():
        button(page, "To the start").click()
    assert time(playground) == (1, False, False)
    step = page.get_by_role("spinbutton", name="Iteration t =")
    step.fill("405")
    with playground.settling():
        step.press("Enter")
    assert time(playground) == (405, True, False)
    assert "step=405" in page.url
    step.fill("5000")
    expect(step).to_have_accessible_description(re.compile("5000 is too large.* 1 to 500"))
    step.blur()
    expect(step).to_have_value("405")
    steps = page.get_by_role("spinbutton", name="of how many steps")
    steps.fill("120")
    with playground.settling():
        steps.press("Enter")
    # Another number of steps is another scene: whole runs.
    assert playground.get("playground.state.steps") == 120
    assert time(playground) == (120, False, False)
    expect(page.locator(f"#{ids.SCRUBBER}")).to_have_attribute("max", "120")


def test_keys_play_and_step(playground: Playground) -> None:
    playground.open(step=170)
    page = playground.page
    for key, expected in (
        ("ArrowRight", (171, True, False)),
        ("ArrowLeft", (170, True, False)),
        ("Home", (0, True, False)),
        ("ArrowLeft", (0, True, False)),
        ("End", (500, False, False)),
        ("ArrowLeft", (499, True, False)),
        ("Escape", (499, False, False)),
    ):
        page.keyboard.press(key)
        assert time(playground) == expected
    page.keyboard.press("Home")
    page.keyboard.press("Space")
    assert time(playground)[1:] == (True, True)
    page.keyboard.press("Space")
    assert time(playground)[1:] == (True, False)
    assert page.evaluate("scrollY") == 0


def test_keys_belong_to_the_control_that_has_the_focus(playground: Playground) -> None:
    playground.open(step=170)
    page = playground.page
    page.locator(f"#{ids.STEPS}").focus()
    for key in ("ArrowLeft", "Home", "End", "Space"):
        page.keyboard.press(key)
    page.get_by_role("slider", name="learning rate").first.focus()
    page.keyboard.press("ArrowRight")
    assert time(playground)[1:] == (False, False)
    assert playground.get("playground.state.step") == 170
    # A focused button is pressed by the space bar, and only that.
    button(page, "One step forward").focus()
    page.keyboard.press("Space")
    assert time(playground) == (171, True, False)
    # Without a modifier: those belong to the browser.
    page.keyboard.press("Alt+ArrowRight")
    assert playground.get(f"{TIME}.t") == 171
    # The scrubber moves by whole steps.
    page.locator(f"#{ids.SCRUBBER}").focus()
    page.keyboard.press("ArrowRight")
    assert time(playground) == (172, True, False)
    page.keyboard.press("Home")
    assert time(playground) == (0, True, False)
    with playground.settling():
        page.keyboard.press("ArrowRight")
    expect(page.locator(f"#{ids.SCRUBBER}")).to_have_attribute("aria-valuetext", "step 1 of 500")


def test_the_scrubber_and_the_charts_are_dragged(playground: Playground) -> None:
    playground.open()
    page, plot = playground.page, playground.chart()
    track = box(playground, ids.SCRUBBER)
    y = track["y"] + track["height"] / 2
    page.mouse.click(plot.pixel(250, 0)[0], y)
    assert time(playground) == (250, True, False)
    for name in ("error", "trace"):
        plot = playground.chart(name)
        middle = sum(plot.y) / 2
        page.mouse.move(*plot.pixel(100, middle))
        page.mouse.down()
        assert time(playground) == (100, True, False)
        page.mouse.move(*plot.pixel(321.4, middle))
        assert time(playground) == (321, True, False)
        # Beyond the end it stays at the end, where whole runs are shown.
        page.mouse.move(plot.left + plot.width + 40, plot.top + 10)
        assert time(playground) == (500, False, False)
        page.mouse.up()
    # The right button is the browser's.
    page.mouse.click(*plot.pixel(50, middle), button="right")
    assert playground.get(f"{TIME}.t") == 500


def test_a_finger_taps_and_drags_a_chart_and_scrolls_the_page(open_page: OpenPage) -> None:
    page = open_page(820, 1180, touch=True)
    playground = Playground(page)
    playground.open()
    page.locator(f"#{ids.ERROR_CHART}").scroll_into_view_if_needed()
    plot = playground.chart()
    page.touchscreen.tap(*plot.pixel(200, sum(plot.y) / 2))
    playground.until(f"{TIME}.t === 200")
    assert time(playground) == (200, True, False)
    actions = page.locator(f"#{ids.ERROR_CHART}").evaluate(
        "element => getComputedStyle(element).touchAction"
    )
    assert actions == "pan-y"
