"""A figure alone in a frame of an article: what matters is in sight at once, at every size."""

import re

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import wait_until_ready

SIZES = [(600, 400), (1000, 800), (390, 500), (700, 740)]


def box_of(one: Locator) -> FloatRect:
    box = one.bounding_box()
    assert box
    return box


def opened(open_page: OpenPage, size: tuple[int, int], query: str) -> Page:
    page = open_page(*size)
    page.goto(f"/?{query}")
    wait_until_ready(page)
    return page


def check_in_sight(page: Page, *wanted: Locator) -> None:
    """Check that parts are whole within the frame, above its foot, and that none covers another."""
    size = page.viewport_size
    assert size
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
    foot = page.locator(".whole-page")
    parts = [*wanted, foot]
    for one in parts:
        expect(one).to_be_in_viewport(ratio=0.95)  # a track may end within a pixel
    boxes = [box_of(one) for one in parts]
    for k, a in enumerate(boxes):
        for b in boxes[k + 1 :]:
            across = min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"])
            down = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"])
            assert across <= 0.5 or down <= 0.5, (parts[k], a, b)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "runs", ["", "&run=adam&run=rprop"], ids=["the article's runs", "long rules"]
)
def test_two_steps_are_a_surface_and_both_runs(
    open_page: OpenPage, size: tuple[int, int], runs: str
) -> None:
    page = opened(open_page, size, f"embed=two-steps{runs}")
    surface = page.locator(".two-steps .stage")
    blue, orange = (page.get_by_role("group", name=f"{one} run") for one in ("Blue", "Orange"))
    sliders = [run.get_by_role("slider") for run in (blue, orange)]
    check_in_sight(
        page,
        surface,
        page.get_by_role("textbox", name="Error function"),
        *(run.get_by_role("combobox") for run in (blue, orange)),
        page.get_by_role("group", name="Controls of the two steps").get_by_role("spinbutton").first,
        *(one.nth(k) for one in sliders for k in range(min(2, one.count()))),
    )
    if size == (600, 400) or (size == (390, 500) and not runs):
        boxes = [run.get_by_role("spinbutton").all() for run in (blue, orange)]
        assert [len(one) for one in boxes] == ([4, 5] if runs else [1, 3])
        check_in_sight(page, *boxes[0], *boxes[1])
    box = box_of(surface)
    assert min(box["width"], box["height"]) >= 200
    assert box["width"] * box["height"] >= 0.3 * size[0] * size[1]


@pytest.mark.parametrize("size", SIZES)
def test_amplification_is_a_map_its_rule_and_its_verdict(
    open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = opened(open_page, size, "embed=amplification")
    large = page.locator(".map .stage")
    check_in_sight(
        page,
        large,
        page.get_by_role("combobox", name="Rule"),
        page.get_by_role("slider", name=re.compile("learning rate")),
        page.get_by_role("slider", name=re.compile("decay")),
        page.locator(".probe-numbers .verdict"),
    )
    assert box_of(large)["width"] >= 250


@pytest.mark.parametrize(
    ("query", "name"),
    [("embed=two-steps", "β, exact value"), ("embed=amplification", "β, exact value")],
)
def test_what_a_box_takes_is_said_beside_it(open_page: OpenPage, query: str, name: str) -> None:
    page = opened(open_page, (600, 400), query)
    box = page.get_by_role("spinbutton", name=name)
    box.fill("99")
    box.press("Enter")
    said = page.locator(".box-message:not(:empty)")
    check_in_sight(page, said, box)


def test_what_the_iteration_takes_is_in_front(open_page: OpenPage) -> None:
    page = opened(open_page, (390, 500), "embed=playground")
    page.get_by_role("spinbutton", name="Iteration").fill("abc")
    page.keyboard.press("Enter")
    said = page.locator(".time-numbers .box-message:not(:empty)")
    expect(said).to_be_in_viewport(ratio=1)
    box = box_of(said)
    inside = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    assert said.evaluate("(one, at) => one.contains(document.elementFromPoint(...at))", inside)


def test_the_help_lies_over_the_scrubber(open_page: OpenPage) -> None:
    page = opened(open_page, (600, 400), "embed=playground")
    page.locator(".help summary").click()
    panel = page.locator(".help-panel")
    scrubber = box_of(page.get_by_role("slider", name="Iteration"))
    at = [scrubber["x"] + scrubber["width"] / 2, scrubber["y"] + scrubber["height"] / 2]
    assert panel.evaluate("(one, at) => one.contains(document.elementFromPoint(...at))", at)


def test_a_frame_as_low_as_the_tours_on_a_phone_keeps_surface_and_sliders(
    open_page: OpenPage,
) -> None:
    page = opened(open_page, (390, 380), "embed=two-steps")
    sliders = page.get_by_role("slider")
    expect(sliders.filter(visible=True)).to_have_count(3)
    check_in_sight(page, page.locator(".two-steps .stage"), *sliders.filter(visible=True).all())
    page.goto("/?embed=amplification")
    wait_until_ready(page)
    verdict = page.locator(".probe-numbers .verdict")
    sliders = page.get_by_role("slider").filter(visible=True)
    expect(sliders).to_have_count(2)
    check_in_sight(page, page.locator(".map .stage"), verdict, *sliders.all())


def test_a_large_frame_has_numbers_and_small_maps_in_sight(open_page: OpenPage) -> None:
    page = opened(open_page, (1000, 800), "embed=two-steps")
    check_in_sight(page, *page.locator(".numbers-table").all())
    page.goto("/?embed=amplification")
    wait_until_ready(page)
    tiles = page.locator("#amplification-decays-tiles .tile")
    expect(tiles).to_have_count(5)
    check_in_sight(page, *tiles.all())


def test_on_paper_nothing_is_left_to_the_whole_page(open_page: OpenPage) -> None:
    page = opened(open_page, (600, 400), "embed=two-steps&run=adam&run=rprop")
    page.emulate_media(media="print")
    for run, count in (("Blue run", 4), ("Orange run", 5)):
        group = page.get_by_role("group", name=run)
        expect(group.get_by_role("slider")).to_have_count(count)
        expect(group.locator(".formula:visible")).to_have_count(1)
    expect(page.locator(".two-steps .start")).to_be_visible()
    page.goto("/?embed=amplification")
    wait_until_ready(page)
    for words in (".map .key", ".map-side .measure:not([hidden])"):
        expect(page.locator(words)).to_be_visible()
