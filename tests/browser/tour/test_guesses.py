"""Stops that ask first: a guess by keyboard, by hand, or none."""

import re

import pytest
from playwright.sync_api import Page, expect

from components.tour.stop import Stop
from tests.support.browser.tour import OWN, Tour, after

QUESTIONS = [stop for stop in OWN if stop.control and stop.control.kind == "guess"]


def opened(page: Page, stop: Stop) -> Tour:
    tour = Tour(page)
    tour.open(f"/tour#{stop.key}")
    tour.is_at(stop)
    tour.until("figure.scene.isRevealed === false")
    return tour


@pytest.mark.parametrize("stop", QUESTIONS, ids=lambda stop: stop.key)
def test_arrow_keys_and_enter_make_a_guess(page: Page, stop: Stop) -> None:
    tour = opened(page, stop)
    box = tour.section(stop).bounding_box()
    tour.handle.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    expect(tour.handle).to_have_accessible_name(re.compile("^Your guess, w1 .*Enter takes it$"))
    with tour.settling():
        page.keyboard.press("Enter")
    how = tour.section(stop).locator(".ask .how")
    expect(how).to_contain_text("from where the step ends")
    # The text below has not moved.
    assert tour.section(stop).bounding_box() == box
    expect(tour.handle).to_be_hidden()
    assert tour.get("figure.scene.isRevealed") is True
    # It is shown where it is explained, too.
    guess = tour.get("figure.scene.guess")
    tour.scroll_to(after(stop))
    assert tour.get("figure.scene.guess") == guess


@pytest.mark.parametrize("stop", QUESTIONS, ids=lambda stop: stop.key)
def test_a_click_where_the_step_ends_is_close(page: Page, stop: Stop) -> None:
    tour = opened(page, stop)
    expect(tour.figure.locator(".pill")).to_be_visible()
    x, y = tour.get("""(({x, y}, stage, {columns: {w1, w2}, rows}) =>
      [x(w1[rows - 1]) + stage.x, y(w2[rows - 1]) + stage.y])
      (figure.map(), document.querySelector(".stage").getBoundingClientRect(),
       figure.scene.trajectories[figure.scene.stop.control.runs[0]])""")
    with tour.settling():
        page.mouse.click(x, y)
    expect(tour.section(stop).locator(".ask .how")).to_contain_text("Close: your guess is")
    expect(tour.figure.locator(".pill")).to_be_hidden()


def test_a_button_shows_the_step(page: Page) -> None:
    tour = opened(page, QUESTIONS[0])
    button = tour.section(QUESTIONS[0]).get_by_role("button", name="Just show me")
    with tour.settling():
        button.click()
    assert tour.get("figure.scene.isRevealed") is True
    expect(button).to_be_hidden()


def test_scrolling_on_shows_the_step(page: Page) -> None:
    stop = QUESTIONS[0]
    tour = opened(page, stop)
    tour.scroll_to(after(stop))
    assert tour.get("figure.scene.guess") is None
    tour.scroll_to(stop)
    assert tour.get("figure.scene.isRevealed") is True
