"""The figures as pictures: each is found by touch where it is seen, and there are no others."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.everyone import let_all_arrive

# Pictures that are neither hidden nor parts of another one: an svg is one by itself.
PICTURES = """() => [...document.querySelectorAll("[role=img], svg, img")]
  .filter(one => !one.closest("[aria-hidden=true]") && !one.parentElement.closest("[role=img]"))
  .map(one => one.ariaLabel)"""
BOXES = """picture => [picture, picture.querySelector(".annotations, canvas") ?? picture].map(
  found => (({x, y, width, height}) => [x, y, width, height])(found.getBoundingClientRect()))"""


def test_all_pictures_have_a_name_and_the_box_of_their_graph(open_page: OpenPage) -> None:
    page = open_page(arrivals=True)
    page.goto("/")
    wait_until_ready(page)
    let_all_arrive(page)
    expect(page.locator("#js-plotly-tester")).to_have_attribute("aria-hidden", "true")
    found = page.evaluate(PICTURES)
    # The bars of the worked step are words for their lengths.
    names = [name for name in found if not re.search(r" of w[₁₂]: ", name)]
    expected = (
        *("Contours of E", "E against the iteration", "Rate each weight gets"),
        *("Steps and gradients", "Map of amplification"),
    )
    assert [name[: len(start)] for name, start in zip(names, expected, strict=True)] == [*expected]
    for name in expected:
        picture = page.get_by_role("img", name=re.compile(f"^{name}"))
        box, drawing = picture.evaluate(BOXES)
        assert min(box[2:]) > 130
        # What is drawn fills the box, and a surface that can be panned goes on a little beyond.
        x, y, width, height = drawing
        assert x <= box[0] + 0.5
        assert y <= box[1] + 0.5
        assert box[2] <= width + 0.5 < 1.2 * box[2]
        assert box[3] <= height + 0.5 < 1.2 * box[3]


def test_the_numbers_at_the_probe_are_a_table_with_a_name(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/?embed=amplification")
    table = page.get_by_role("table", name="Two steps in numbers")
    expect(table).to_be_visible(timeout=30_000)
    expect(table.get_by_role("rowheader")).to_have_text(["g1", "g2", "v(2)", "Ca"])
    # The numbers have not moved for it: the caption is only heard.
    caption = table.locator("caption").bounding_box()
    assert caption
    assert caption["width"] == caption["height"] == 1
