"""The tour in Firefox by keyboard: its numbers are Python's, and a guess is taken."""

from playwright.sync_api import Page, expect

from components.tour.scene import scene_of
from components.tour.sentences import said, value_text
from tests.support.browser.tour import OWN, Tour, stop_of

MOVED = next(stop for stop in OWN[1:] if stop.control and stop.control.kind == "hyperparameter")


def test_keys_move_a_control_to_pythons_numbers(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    tour.scroll_to(MOVED)
    # This Firefox cannot be asked for less motion.
    tour.until("!figure.isMoving")
    number = tour.number(MOVED)
    number.focus()
    opening = scene_of(MOVED)
    assert MOVED.control is not None
    for key in ("ArrowRight", "ArrowUp", "PageUp", "Home"):
        before = tour.value()
        page.keyboard.press(key)
        tour.until(f"figure.scene.value !== {before}")
        scene = tour.scene(MOVED)
        expect(number).to_have_text(value_text(scene))
        tour.says(MOVED, scene)
    moved = scene_of(MOVED, MOVED.control.low)
    assert tour.value() == MOVED.control.low
    # Not what was said as it was opened.
    assert [said(name, moved) for name in MOVED.says] != [said(n, opening) for n in MOVED.says]
    expect(tour.range).to_have_js_property("value", "0")


def test_arrow_keys_and_enter_make_a_guess(page: Page) -> None:
    stop = stop_of("guess")
    tour = Tour(page)
    tour.open(f"/tour#{stop.key}")
    tour.is_at(stop)
    tour.until("figure.scene.isRevealed === false && !figure.isMoving")
    tour.handle.focus()
    page.keyboard.press("ArrowRight")
    tour.until("figure.scene.guess !== null")
    height = tour.get("figure.scene.guess[1]")
    page.keyboard.press("ArrowDown")
    tour.until(f"figure.scene.guess[1] !== {height}")
    guess = tour.get("figure.scene.guess")
    page.keyboard.press("Enter")
    how = tour.section(stop).locator(".ask .how")
    expect(how).to_contain_text("from where the step ends")
    expect(tour.handle).to_be_hidden()
    tour.until("figure.scene.isRevealed === true")
    assert tour.get("figure.scene.guess") == guess


def test_a_symbol_of_a_formula_lights_up_the_control(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    tour.until("!figure.isMoving")
    tour.section(OWN[0]).locator("math mi", has_text="η").first.hover()
    tour.until("figure.scene.linked === 'control'")
    expect(tour.number(OWN[0])).to_have_class("drag lit")
