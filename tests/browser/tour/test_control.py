"""The control of a stop: its number in the sentence, its range in the figure, and the ring."""

from playwright.sync_api import Page, expect

from components.tour.scene import scene_of
from components.tour.sentences import spoken_result
from components.tour.stop import Stop
from tests.browser.conftest import OpenPage
from tests.support.browser.tour import OWN, Tour, stop_of

RAVINE = OWN[0]


def assert_true(tour: Tour, stop: Stop) -> None:
    """Assert that the sentences of a stop say what Python says at the value of its control."""
    tour.says(stop, tour.scene(stop))


def test_the_number_is_a_slider_for_the_keyboard(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    number = tour.number(RAVINE)
    opening = scene_of(RAVINE).value
    assert RAVINE.control is not None
    assert isinstance(opening, float)
    expect(number).to_have_accessible_name(RAVINE.control.label)
    number.focus()
    with tour.settling():
        page.keyboard.press("ArrowRight")
    assert tour.value() == round(opening + RAVINE.control.step, 12)
    assert_true(tour, RAVINE)
    for key, value in (("End", RAVINE.control.high), ("Home", RAVINE.control.low)):
        with tour.settling():
            page.keyboard.press(key)
        assert tour.value() == value
        assert_true(tour, RAVINE)
    with tour.settling():
        page.keyboard.press("PageUp")
    assert tour.value() == round(RAVINE.control.low + 8 * RAVINE.control.step, 12)


def test_the_range_is_the_same_control(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    assert RAVINE.control is not None
    expect(tour.range).to_have_accessible_name(RAVINE.control.label)
    tour.range.focus()
    with tour.settling():
        page.keyboard.press("End")
    assert tour.value() == RAVINE.control.high
    expect(tour.number(RAVINE)).to_have_text(str(RAVINE.control.high))
    assert_true(tour, RAVINE)
    # And the other way.
    tour.number(RAVINE).focus()
    with tour.settling():
        page.keyboard.press("Home")
    expect(tour.range).to_have_js_property("value", "0")


def test_a_hand_drags_the_number_and_the_range(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    box = tour.number(RAVINE).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] - 60, box["y"] + box["height"] / 2, steps=4)
    with tour.settling():
        page.mouse.up()
    opening = scene_of(RAVINE).value
    assert isinstance(opening, float)
    assert 0 < tour.value() < opening
    assert_true(tour, RAVINE)
    box = tour.range.bounding_box()
    assert box is not None
    with tour.settling():
        page.mouse.click(box["x"] + 0.2 * box["width"], box["y"] + box["height"] / 2)
    assert 0.01 < tour.value() < 0.04
    assert_true(tour, RAVINE)


def test_every_number_can_be_set_by_keyboard(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    for stop in OWN:
        if stop.control is None or stop.control.kind in ("start", "guess"):
            continue
        tour.scroll_to(stop)
        tour.number(stop).focus()
        for key, value in (("Home", stop.control.low), ("End", stop.control.high)):
            page.keyboard.press(key)
            tour.until(f"figure.scene.value === {value}")
            assert_true(tour, stop)


def test_the_ring_is_dragged_by_hand_and_by_keyboard(page: Page) -> None:
    tour = Tour(page)
    stop = stop_of("start")
    tour.open(f"/tour#{stop.key}")
    tour.is_at(stop)
    w1, w2 = scene_of(stop).state.start
    tour.handle.focus()
    with tour.settling():
        page.keyboard.press("ArrowRight")
    assert tour.value()[0] > w1
    assert tour.value()[1] == w2
    assert_true(tour, stop)
    before = tour.value()
    box = tour.handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 40, steps=4)
    with tour.settling():
        page.mouse.up()
    assert tour.value()[1] < before[1]
    assert_true(tour, stop)


def test_what_was_moved_is_said_to_a_reader_inside_the_page(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    tour.until("document.documentElement.dataset.settled")
    expect(tour.said).to_be_empty()
    tour.number(RAVINE).focus()
    with tour.settling():
        page.keyboard.press("ArrowUp")
    result = spoken_result(tour.scene(RAVINE))
    expect(tour.said).to_have_text(result)
    expect(tour.surface).to_have_accessible_name(result)


def test_a_finger_sets_the_range_on_a_phone(open_page: OpenPage) -> None:
    page = open_page(390, 844, touch=True)
    tour = Tour(page)
    tour.open()
    box = tour.range.bounding_box()
    assert box is not None
    with tour.settling():
        page.touchscreen.tap(box["x"] + 30, box["y"] + box["height"] / 2)
    assert tour.value() < 0.03
    assert_true(tour, RAVINE)
