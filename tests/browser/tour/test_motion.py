"""What moves by itself: runs that grow and controls that sweep, ended by any input."""

import math

from playwright.sync_api import Page

from components.tour.scene import scene_of
from tests.support.browser.tour import OWN, Tour, after, stop_of

RAVINE = OWN[0]
SWEPT = next(stop for stop in OWN if stop.control and stop.control.sweep is not None)


def test_a_sweep_begins_elsewhere_and_ends_at_the_opening_value(page: Page) -> None:
    tour = Tour(page, "no-preference")
    tour.open(f"/tour#{SWEPT.key}")
    control, opening = SWEPT.control, scene_of(SWEPT).value
    assert control is not None
    tour.until(f"figure.scene?.value === {control.sweep}")
    tour.until(f"figure.scene.value !== {control.sweep} && figure.scene.value !== {opening}")
    tour.until(f"figure.scene.value === {opening} && figure.scene.grown === Infinity")
    tour.says(SWEPT, scene_of(SWEPT))


def test_the_words_stay_while_a_control_sweeps(page: Page) -> None:
    tour = Tour(page, "no-preference")
    tour.open(f"/tour#{SWEPT.key}")
    assert SWEPT.control is not None
    tour.until(f"figure.scene?.value === {SWEPT.control.sweep}")
    tour.section(SWEPT).evaluate("""section => {
      window.rewritten = [];
      new MutationObserver(found => window.rewritten.push(...found.map(one => one.target.nodeName)))
        .observe(section, {characterData: true, childList: true, subtree: true});
    }""")
    tour.until("!figure.isMoving && document.documentElement.dataset.settled")
    assert page.evaluate("rewritten") == []
    tour.says(SWEPT, scene_of(SWEPT))


def test_runs_grow(page: Page) -> None:
    tour = Tour(page, "no-preference")
    tour.open()
    tour.until("figure.scene?.grown > 0 && figure.scene.grown < 60")
    tour.until("figure.scene.grown === Infinity")


def test_any_input_ends_a_sweep(page: Page) -> None:
    tour = Tour(page, "no-preference")
    tour.open(f"/tour#{SWEPT.key}")
    assert SWEPT.control is not None
    tour.until(f"figure.scene?.value === {SWEPT.control.sweep}")
    number = tour.number(SWEPT)
    number.focus()
    with tour.settling():
        page.keyboard.press("ArrowLeft")
    assert tour.get("figure.scene.grown") == math.inf
    opening = scene_of(SWEPT).value
    assert isinstance(opening, float)
    assert tour.value() < opening


def test_a_stop_that_is_left_during_its_sweep_says_what_holds(page: Page) -> None:
    tour = Tour(page, "no-preference")
    tour.open(f"/tour#{SWEPT.key}")
    assert SWEPT.control is not None
    tour.until(f"figure.scene?.value === {SWEPT.control.sweep}")
    tour.scroll_to(after(SWEPT))
    tour.says(SWEPT, scene_of(SWEPT))


def test_with_reduced_motion_nothing_moves(page: Page) -> None:
    tour = Tour(page)
    tour.open(f"/tour#{SWEPT.key}")
    tour.is_at(SWEPT)
    assert tour.value() == scene_of(SWEPT).value
    assert tour.get("figure.isMoving") is False
    question = stop_of("guess")
    tour.scroll_to(question)
    assert tour.get("figure.isMoving") is False
