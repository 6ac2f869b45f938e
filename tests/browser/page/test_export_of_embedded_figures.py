"""Export dialog of a figure that stands alone in a frame of another page."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Axe, OpenPage
from tests.support.browser.article import Sites, articles
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.csv import table
from tests.support.browser.export import ITALIC_W, SVG, opened_in, picture, run_colour

PREVIEWS = {"playground": "Surface and curves", "two-steps": "Arrows", "amplification": "Map"}
SIZES = [(600, 400), (1000, 800), (390, 500)]
OVER_THE_BUTTON = """(button) => {
  const {x, y, width, height} = button.getBoundingClientRect();
  const [right, foot] = [width - 1, height - 1];
  const points = [[1, height / 2], [right, height / 2], [width / 2, 1], [width / 2, foot]];
  return points.filter(([dx, dy]) => !button.contains(document.elementFromPoint(x + dx, y + dy)));
}"""


def article(figures: str, query: str) -> str:
    """Return an article with a figure in a frame of 390 x 500."""
    frame = f'<iframe src="{figures}/?{query}" title="Figure" width="390" height="500"></iframe>'
    return f"<!doctype html><title>Article</title>{frame}"


@pytest.fixture(scope="module")
def sites() -> Iterator[Sites]:
    with articles(article) as sites:
        yield sites


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page that is not watched for requests to two sites; an error fails the test."""
    page = browser.new_page(viewport={"width": 500, "height": 600})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.extend([said.text] * (said.type == "error")))
    yield page
    page.close()
    assert errors == []


def saved(page: Page, button: Locator) -> tuple[str, bytes]:
    """Press a button or a link by keyboard; return the name of a file and what is in it."""
    with page.expect_download() as found:
        button.press("Enter")
    return found.value.suggested_filename, Path(found.value.path()).read_bytes()


@pytest.mark.parametrize("figure", PREVIEWS)
def test_it_opens_in_a_frame_by_keyboard_and_gives_the_focus_back(
    page: Page, sites: Sites, figure: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{sites.article}/?embed={figure}")
    frame = page.frame_locator("iframe")
    wait_until_ready(frame)
    assert not [url for url in asked if "/dist/export" in url], "loaded once it is opened"
    dialog = opened_in(frame, PREVIEWS[figure])
    box = dialog.bounding_box()
    around = page.locator("iframe").bounding_box()
    assert box
    assert around
    assert box["x"] >= around["x"]
    assert box["x"] + box["width"] <= around["x"] + around["width"]
    assert dialog.evaluate("dialog => dialog.scrollWidth - dialog.clientWidth") == 0
    name, data = saved(page, dialog.get_by_role("button", name="Save picture"))
    assert (
        name
        == {
            "playground": "lockstep-rmsprop-bowl.png",
            "two-steps": "lockstep-two-steps-bowl.png",
            "amplification": "lockstep-amplification-rmsprop.png",
        }[figure]
    )
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    expect(dialog.get_by_role("status")).to_contain_text(f"Saved {name}, ")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(frame.get_by_role("button", name="Export this state")).to_be_focused()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("figure", PREVIEWS)
def test_the_button_has_a_place_of_its_own_and_axe_finds_nothing(
    open_page: OpenPage, axe: Axe, figure: str, size: tuple[int, int]
) -> None:
    page = open_page(*size)
    page.goto(f"/?embed={figure}")
    wait_until_ready(page)
    button = page.get_by_role("button", name="Export this state")
    button.scroll_into_view_if_needed()
    expect(button).to_be_in_viewport(ratio=0.9)
    assert button.evaluate(OVER_THE_BUTTON) == [], "something lies over it"
    foot = page.get_by_role("contentinfo").bounding_box()
    box = button.bounding_box()
    link = page.get_by_role("link", name="Open the whole page").bounding_box()
    assert foot
    assert box
    assert link
    assert min(box["width"], box["height"]) >= 24
    assert foot["x"] <= box["x"]
    assert box["x"] + box["width"] <= link["x"]
    assert foot["y"] <= box["y"]
    assert box["y"] + box["height"] <= foot["y"] + foot["height"]
    opened_in(page, PREVIEWS[figure])
    assert axe(page) == []


def test_two_steps_as_svg_and_as_files(open_page: OpenPage) -> None:
    page = open_page(1000, 800)
    page.goto("/?embed=two-steps&E=w1^2%2B4*w2^2&start=3,2&steps=3&run=adam,eta:0.3&run=momentum")
    wait_until_ready(page)
    dialog = opened_in(page, "Arrows")
    expect(dialog.get_by_role("button", name="Save replay")).to_have_count(0)
    dialog.get_by_role("combobox", name="Format").select_option("SVG")
    name, data = saved(page, dialog.get_by_role("button", name="Save picture"))
    assert name == "lockstep-two-steps.svg"
    root = ET.fromstring(data)
    words = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    for text in ("Adam", "η = 0.3, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸", f"{ITALIC_W}(0)"):
        assert text in words, text
    scale = page.locator("#two-steps-scale").inner_text()
    facts = f"From {ITALIC_W}(0) = (3, 2), 3 steps. Steps are true to scale,"
    assert f"{facts} gradients drawn at {scale}." in words
    numbers = dialog.get_by_role("list", name="Numbers of all runs").get_by_role("link")
    runs = table(page, numbers.first.evaluate("link => link.href"))
    shown = page.evaluate(
        "lockstep.twoSteps.trajectories.map(({columns, rows}) => [...columns.E.slice(0, rows)])"
    )
    assert [[row[3] for row in rows] for rows in runs.values()] == [
        pytest.approx(errors) for errors in shown
    ]
    scripts = dialog.get_by_role("list", name="Code that runs").get_by_role("link")
    name, code = saved(page, scripts.first)
    assert name == "lockstep-numpy.py"
    assert b"import numpy" in code


def test_the_map_as_it_is_shown(open_page: OpenPage) -> None:
    page = open_page(1280, 1000)
    page.goto("/?embed=amplification")
    wait_until_ready(page)
    dialog = opened_in(page, "Map")
    formats = dialog.get_by_role("combobox", name="Format").get_by_role("option")
    expect(formats).to_have_text(["PNG", "PNG, 2×"])
    dialog.get_by_role("checkbox", name="Caption and legend").press("Space")
    expect(dialog.get_by_role("list")).to_have_count(0)
    _, data = saved(page, dialog.get_by_role("button", name="Save picture"))
    amplified, attenuated = page.evaluate(
        """["--amplified", "--attenuated"].map((name) =>
          getComputedStyle(lockstep.amplification.root).getPropertyValue(name))"""
    )
    red = picture(page, "png", data, amplified)
    width, height = page.evaluate(
        "[lockstep.amplification.canvas].flatMap((map) => [map.clientWidth, map.clientHeight])"
    )
    assert (red["width"], red["height"]) == (width + 40, height + 40)
    assert red["near"] > 20, "the end of the colour bar"
    assert picture(page, "png", data, attenuated)["near"] > 50


def test_the_embedded_playground_has_its_replay(open_page: OpenPage) -> None:
    page = open_page(600, 400)
    page.goto("/?embed=playground&steps=12")
    wait_until_ready(page)
    dialog = opened_in(page, "Surface and curves")
    dialog.get_by_role("combobox", name="Show").select_option("Surface")
    name, data = saved(page, dialog.get_by_role("button", name="Save replay"))
    assert name == "lockstep-rmsprop-bowl-surface.gif"
    assert picture(page, "gif", data, run_colour(page, 1))["near"] > 20
    assert re.fullmatch(rb"GIF89a.*;", data, re.DOTALL)
