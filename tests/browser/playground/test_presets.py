"""Presets: choosing one sets its whole scene."""

import re

from playwright.sync_api import expect

from components import ids
from optimizers.presets import PRESETS
from tests.support.browser.gallery import shows_the_scene
from tests.support.browser.playground import Playground


def test_every_preset_sets_its_whole_scene(playground: Playground) -> None:
    playground.open(run="adam", steps=50)
    # From the second to the last, then back to the first.
    for preset in (*PRESETS[1:], PRESETS[0]):
        with playground.settling():
            playground.choose_surface(preset.name)
        shows_the_scene(playground, preset)
        # A short way it must be NumPy's to the last digits; some then amplify rounding.
        run, live = playground.numpy(), playground.live("w1", "w2")
        assert abs(live[:10] - run.w[:10]).max() <= 1e-9
        assert len(live) == len(run.w)
    assert playground.page.evaluate("location.search") == ""


def test_a_preset_can_be_chosen_again_after_everything_was_changed(playground: Playground) -> None:
    playground.open()
    page, home = playground.page, playground.plot()
    box = page.get_by_role("textbox", name="Error function")
    with playground.settling():
        page.mouse.click(home.left + 300, home.top + 300)
    with playground.settling():
        page.get_by_role("button", name="Zoom in").click()
    box.fill("3 w1^2 + 10 w2^")
    box.press("Enter")
    expect(page.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")).not_to_be_empty()
    with playground.settling():
        playground.choose_surface("The article's bowl")
    expect(page.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")).to_be_empty()
    expect(box).to_have_value(PRESETS[0].text)
    assert playground.get("playground.state.start") == [-15, 20]
    assert playground.plot() == home
    assert playground.get("playground.state.view") == list(PRESETS[0].view)
    assert page.evaluate("location.search") == ""
    playground.agrees_with_numpy()

    # Another one brings a first view of its own, and leaves it to the reader to edit.
    with playground.settling():
        playground.choose_surface("Ackley")
    with playground.settling():
        page.get_by_role("button", name="Zoom in").click()
    assert playground.get("playground.state.view") == [-2.5, 2.5, -2.5, 2.5]
    with playground.settling():
        page.get_by_role("button", name="Zoom out").click()
    assert playground.get("playground.state.view") == [-5, 5, -5, 5]
    assert playground.get("playground.state.start") == [3, 2.5]
    with playground.settling():
        box.press("End")
        box.press_sequentially(" + w1")
    playground.shows_surface("your own")
    assert playground.get("playground.state.view") == [-5, 5, -5, 5]


def test_an_address_of_a_preset_is_named_however_it_is_spelled(playground: Playground) -> None:
    playground.open(E="3*w1^2+10*w2^2", steps=20)
    playground.shows_surface("The article's bowl")
    playground.open(E="3*w1^2+11*w2^2")
    playground.shows_surface("your own")
    page = playground.page
    expect(page.get_by_role("button", name=re.compile("^Choose a surface"))).to_have_attribute(
        "aria-haspopup", "dialog"
    )
