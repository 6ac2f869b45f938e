"""Print: every figure whole, in the light theme, at the width of a sheet."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from components.figures import FIGURES
from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground

SHEET = 680
"""What A4 and Letter show within the margins, in CSS pixels."""
DRAWN = """() => [...document.querySelectorAll(".is-drawn")].map(stage => {
  const box = ({left, top, right, bottom}) => [left, top, right, bottom].map(Math.round);
  const canvases = [...stage.querySelectorAll(":scope > canvas, .graph > canvas, .chart > canvas")];
  return {
    name: stage.className,
    width: stage.getBoundingClientRect().width,
    box: box(stage.getBoundingClientRect()),
    canvases: canvases.filter(canvas => canvas.checkVisibility())
      .map(canvas => [canvas.parentElement, canvas].map(e => box(e.getBoundingClientRect()))),
  };
})"""
LIGHTNESS = """selector => {
  const canvas = document.querySelector(selector), {width, height} = canvas;
  const {data} = canvas.getContext("2d").getImageData(0, 0, width, height);
  let sum = 0, opaque = 0;
  for (let k = 0; k < data.length; k += 4) {
    if (data[k + 3] < 250) continue;
    sum += data[k] + data[k + 1] + data[k + 2];
    opaque++;
  }
  return sum / opaque / 3;
}"""


def prints(page: Page) -> None:
    """Press the keys of printing, and wait for the browser's dialog, which is not shown."""
    page.evaluate("() => { window.print = () => { document.title = 'printing'; }; }")
    page.keyboard.press("ControlOrMeta+p")
    expect(page).to_have_title("printing")


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    page = open_page(color_scheme="dark", arrivals=True)
    page.goto("/")
    wait_until_ready(page)
    return page


def test_all_figures_are_printed_whole_and_light(page: Page) -> None:
    playground = Playground(page)
    dark = page.evaluate(LIGHTNESS, ".playground .ground")
    prints(page)
    for figure in FIGURES:
        expect(page.locator(f"#{figure.key} .to-come")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.emulate_media(media="print")
    assert page.evaluate(LIGHTNESS, ".playground .ground") > dark + 100
    found: list[dict[str, Any]] = page.evaluate(DRAWN)
    names = " ".join(stage["name"] for stage in found)
    assert names.count("stage") == 3
    assert names.count("time") == 1
    assert names.count("tile-map") >= 9
    for stage in found:
        assert 0 < stage["width"] <= SHEET + 0.5, stage
        for parent, canvas in stage["canvases"]:
            assert canvas == pytest.approx(parent, abs=1), stage
    expect(page.get_by_role("button", name="Play")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator(".is-drawn")).to_have_count(0)
    assert page.evaluate(LIGHTNESS, ".playground .ground") == pytest.approx(dark, abs=1)
    playground.agrees_with_numpy()


def test_the_sheets_are_few(page: Page) -> None:
    prints(page)
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert 4 <= len(sheets) <= 8
