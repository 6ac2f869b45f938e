"""Layouts: in every window nothing needed is cut off, covered or scrolls by itself."""

from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from components import ids
from optimizers import OPTIMIZERS
from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground

WINDOWS = [(1280, 800), (1366, 680), (1024, 768), (768, 1024), (1920, 1080), (390, 844), (844, 390)]
# Where the playback has the least room beside the surface.
NARROWEST = [(1200, 800), (830, 800)]
EMBEDS = [(600, 400), (1000, 800), (390, 500), (1280, 800)]
PHONE = (390, 844)
PARTS = (
    *(".playground > .function", ".playground .surface", "#time", "#playground-tabs"),
    *(".run-list", "#editor", "#step-inspector", ".masthead", ".look-closer", ".whole-page"),
)
# The visible parts with their boxes; what is `sticky` may lie over what scrolls below it.
BOXES = """parts => parts.flatMap(part => {
  const element = document.querySelector(part);
  if (!element?.checkVisibility({visibilityProperty: true})) return [];
  const {left, top, width, height} = element.getBoundingClientRect();
  return width && height ? [[part, left, top + scrollY, width, height]] : [];
})"""
# Controls, words and formulas that go beyond the part that they are in, or the window.
BEYOND = """parts => {
  const leaves = "button, input, select, math, h1, h2, p, label, .final, .eta";
  return parts.flatMap(part => [...document.querySelectorAll(`:is(${part}) :is(${leaves})`)]
    .filter(leaf => {
      const unseen = ".visually-hidden, .function .field-head > label, [aria-hidden=true]";
      const apart = `${unseen}, .formula-box, .graph, .help, .worked`;
      if (leaf.closest(apart))
        return false;
      if (!leaf.checkVisibility({visibilityProperty: true, opacityProperty: true})) return false;
      const {left, right, width, height} = leaf.getBoundingClientRect();
      if (width < 2 || height < 2) return false;
      const box = document.querySelector(part).getBoundingClientRect();
      return left < Math.max(0, box.left - 12) || right > Math.min(innerWidth, box.right + 12);
    }).map(leaf => `${part}: ${leaf.outerHTML.slice(0, 120)}`));
}"""
# Elements that scroll by themselves, or would if they could.
SCROLLERS = """() => [...document.querySelectorAll("main *")].filter(element => {
  const {overflowX, overflowY} = getComputedStyle(element);
  if (!element.checkVisibility() || element.closest("select, .table-place, .visually-hidden"))
    return false;
  const down = /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
  const across = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
  return down || across;
}).map(element => element.outerHTML.slice(0, 120))"""


def is_in_order(page: Page) -> None:
    """Assert that the parts are inside the window's width, and none lies on another."""
    width = page.evaluate("innerWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = page.evaluate(BOXES, PARTS)
    for name, x, _, across, _ in boxes:
        assert x >= 0, name
        assert x + across <= width + 0.5, name
    for (name, x, y, across, down), (other, x1, y1, across1, down1) in combinations(boxes, 2):
        beside = min(x + across, x1 + across1) - max(x, x1)
        below = min(y + down, y1 + down1) - max(y, y1)
        assert min(beside, below) < 1, f"{name} and {other}"
    assert page.evaluate(BEYOND, PARTS) == []


@pytest.mark.parametrize("size", WINDOWS + NARROWEST, ids=lambda size: "x".join(map(str, size)))
def test_every_part_has_its_place(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(*size, touch=size == PHONE)
    Playground(page).open()
    is_in_order(page)
    surface = page.locator(".playground .surface").bounding_box()
    assert surface
    assert min(surface["width"], surface["height"]) >= min(size) * 0.4
    if size != PHONE:
        # All of it can be reached without another control.
        for role, name in (("combobox", "Optimizer"), ("slider", "Iteration t")):
            expect(page.get_by_role(role, name=name).first).to_be_visible()  # type: ignore[arg-type]


def test_at_1280_nothing_scrolls_by_itself_for_any_optimizer(open_page: OpenPage) -> None:
    page = open_page()
    playground = Playground(page)
    playground.open()
    for key in OPTIMIZERS:
        playground.choose_optimizer(key)
        assert page.evaluate(SCROLLERS) == [], key
        is_in_order(page)
        bottom = page.locator(f"#{ids.STEP_INSPECTOR}").evaluate(
            "element => element.getBoundingClientRect().bottom"
        )
        assert bottom <= 800, key


@pytest.mark.parametrize("size", EMBEDS, ids=lambda size: "x".join(map(str, size)))
def test_an_embedded_playground_leads_to_the_whole_page_and_is_no_trap(
    open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(*size)
    Playground(page).open(embed="playground", steps=60)
    is_in_order(page)
    expect(page.get_by_role("banner")).to_have_count(0)
    link = page.get_by_role("link", name="Open the whole page")
    expect(link).to_be_visible()
    expect(link).to_have_attribute("target", "_blank")
    # A wheel goes on to the page around the frame wherever it turns: nothing takes it for itself.
    assert page.evaluate(SCROLLERS) == []
    taken = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(element => {
          const {overscrollBehaviorY} = getComputedStyle(element);
          return overscrollBehaviorY !== "auto";
        }).length"""
    )
    assert taken == 0
    wheel = """() => {
      const turned = new WheelEvent("wheel", {deltaY: 100, bubbles: true, cancelable: true});
      return document.querySelector(".playground .surface .stage *").dispatchEvent(turned);
    }"""
    assert page.evaluate(wheel), "the surface has kept a wheel for itself"


def test_a_phone_has_one_part_at_a_time_below_surface_and_curves(open_page: OpenPage) -> None:
    page = open_page(*PHONE, touch=True)
    playground = Playground(page)
    playground.open()
    tabs = page.get_by_role("group", name="Controls", exact=True)
    parts = {
        "Rule": "#editor",
        "Start": ".playground > .function",
        "Step": "#step-inspector",
        "Charts": "#trace-chart",
        "Runs": ".run-list",
    }
    expect(tabs.get_by_role("button")).to_have_text([*parts])
    expect(tabs.get_by_role("button", pressed=True)).to_have_text("Rule")
    for tab, part in parts.items():
        tabs.get_by_role("button", name=tab).tap()
        expect(tabs.get_by_role("button", pressed=True)).to_have_text(tab)
        for other in parts.values():
            expect(page.locator(other)).to_be_visible(visible=other == part)
        expect(page.locator(".playground .surface")).to_be_visible()
        expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
        page.evaluate("scrollTo(0, 0)")
        playground.until("playground.charts.error.area().height > 20")
        is_in_order(page)
        # The scrubber keeps to its own row, above the tabs; with the charts it lies below them.
        scrubber, row = page.locator(f"#{ids.SCRUBBER}").bounding_box(), tabs.bounding_box()
        assert scrubber
        assert row
        above, below = (row, scrubber) if tab == "Charts" else (scrubber, row)
        assert above["y"] + above["height"] <= below["y"] + 1
    # What is set in one of them is shown by the others.
    tabs.get_by_role("button", name="Runs").tap()
    with playground.settling():
        playground.figure.get_by_role("combobox", name="Compare").select_option("adam")
    tabs.get_by_role("button", name="Rule").tap()
    expect(playground.figure.get_by_role("combobox", name="Optimizer")).to_have_value("adam")
    wait_until_ready(page)


@pytest.mark.parametrize("size", [(1280, 720), *WINDOWS[:2], (1366, 768), (1920, 900)])
def test_the_function_is_whole_and_stands_just_above_the_surface(
    open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(*size)
    page.goto("/")
    wait_until_ready(page)
    end, fade, bottom, top = page.evaluate("""() => {
      const box = of => document.querySelector(of).getBoundingClientRect();
      const {bottom} = box(".function .text-box");
      const faded = box(".function .formula").right - 26;
      return [box(".function .formula math").right, faded, bottom, box("#surface-graph").top];
    }""")
    assert end <= fade
    assert top - bottom == pytest.approx(8, abs=0.5)
