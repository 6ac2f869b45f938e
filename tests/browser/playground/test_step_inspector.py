"""The step inspector: how a step is chosen, and the words on it."""

import re

from playwright.sync_api import expect

from components import ids
from tests.support.browser.playground import Playground
from tests.support.browser.worked_lines import select, worked


def test_a_step_is_chosen_by_keyboard_button_curve_and_pointing(playground: Playground) -> None:
    playground.open()
    page = playground.page
    scrubber = page.get_by_role("slider", name="Step", exact=True)
    box = page.get_by_role("spinbutton", name="Step")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = page.evaluate("location.href")
    assert playground.get("playground.selected") is None
    expect(box).to_have_attribute("max", "100")
    scrubber.press("ArrowRight")
    expect(box).to_have_value("2")
    page.get_by_role("button", name="The step after").click()
    expect(box).to_have_value("3")
    page.get_by_role("button", name="The step before").click()
    expect(scrubber).to_have_value("2")
    plot = playground.plot(ids.CURVE_GRAPH)
    page.mouse.click(*plot.pixel(40.2, sum(plot.y) / 2))
    assert playground.get("playground.selected") == 40
    expect(box).to_have_value("40")
    # From there the arrow keys go on, although the pointer still rests on the curve.
    page.keyboard.press("ArrowRight")
    expect(box).to_have_value("41")
    page.keyboard.press("ArrowLeft")
    expect(box).to_have_value("40")
    # Pointing shows another for the time being.
    page.mouse.move(*playground.plot().pixel(*playground.numpy().w[80]))
    expect(box).not_to_have_value("40")
    page.mouse.move(5, 5)
    expect(box).to_have_value("40")
    expect(page.get_by_role("status").filter(has_text="Step 40.")).to_have_count(1)
    # What is no step changes nothing, though it may begin like one.
    box.press("ControlOrMeta+a")
    box.press_sequentially("1000")
    expect(box).to_have_accessible_description("t: give a whole number from 1 to 100.")
    assert playground.get("playground.selected") == 100
    box.blur()
    expect(box).to_have_value("40")
    assert playground.get("playground.selected") == 40
    assert page.evaluate("location.href") == before
    assert asked == []


def test_it_follows_a_slider_without_a_request(playground: Playground) -> None:
    playground.open()
    page = playground.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    sentence = page.locator(f"#{ids.STEP_SENTENCE}")
    page.get_by_role("slider", name="decay of the scaling").press("Home")
    # beta = 0: s = g^2, so that the first step is eta for both
    expect(sentence).to_contain_text("the step of w₂ was shrunk 400 times, that of w₁ 90 times")
    assert worked(playground)[1] == ("s1(1)", "0*0+1*((-90))^(2)", "=", "8100")
    assert [url for url in asked if "_dash" in url] == []


def test_a_shorter_run_shows_its_last_step(playground: Playground) -> None:
    playground.open(run="gradient-descent,eta:1", steps=2000)
    select(playground, 100)
    last = playground.get("playground.trajectory.rows") - 1
    playground.page.get_by_role("combobox", name="Optimizer").select_option("rmsprop")
    expect(playground.page.get_by_role("spinbutton", name="Step")).to_have_value("100")
    assert last > 100
    with playground.settling():
        playground.page.get_by_role("spinbutton", name=re.compile("exact value$")).last.fill("50")
    expect(playground.page.get_by_role("slider", name="Step", exact=True)).to_have_value("50")


def test_no_step_is_said_to_be_none(playground: Playground) -> None:
    playground.open(E="log(w1)", start="-1,0")
    expect(playground.page.locator(f"#{ids.STEP_SENTENCE}")).to_have_text("No step was taken.")
