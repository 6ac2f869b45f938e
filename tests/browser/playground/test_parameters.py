"""Parameters of the error function: the offer, their sliders, and a surface that follows them."""

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from components.state.state import View
from components.surface.contours import contours
from optimizers import ErrorFunction
from tests.browser.conftest import Axe, OpenPage
from tests.support.browser.box import FunctionBox
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.parameters import PARAMETERS, number, slider
from tests.support.browser.playground import Playground

OFFER = "Make a slider for a"
A: dict[str, float | str] = {"name": "a", "value": 1, "low": -10, "high": 10, "step": 0.1}
SHOWN = "playground.plot.answer().trace"


def drag(page: Page, handle: Locator, share: float) -> None:
    """Take a slider by its middle and hold it at a share of its track."""
    box = handle.bounding_box()
    assert box
    row = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, row)
    page.mouse.down()
    for k in range(1, 6):
        page.mouse.move(box["x"] + box["width"] * (0.5 + (share - 0.5) * k / 5), row)


def test_a_letter_becomes_a_slider_that_trajectories_and_surface_follow(
    playground: Playground,
) -> None:
    playground.open()
    playground.until_swept()
    page, box = playground.page, FunctionBox(playground.page, playground.figure)
    box.type("x^2 + a y^2")
    offer = page.get_by_role("button", name=OFFER)
    expect(offer).to_be_visible()
    with playground.settling():
        offer.click()
    expect(slider(page)).to_be_visible()
    expect(box.message.locator(".message")).to_be_empty()
    assert playground.get(PARAMETERS) == [A]
    assert playground.search() == "?E=w1%5E2%2Ba%2Aw2%5E2&p=a:1"
    playground.agrees_with_numpy()
    playground.until_swept()

    before, lines = playground.live("w2", place=0), playground.get(f"{SHOWN}.z")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    drag(page, slider(page), 0.9)
    playground.until(f"{SHOWN}.z.length < {len(lines)}")
    held = playground.get("playground.state.parameters[0].value")
    assert 7 < held < 9
    expect(number(page, "a, exact value")).to_have_value(f"{held:g}")
    playground.agrees_with_numpy()
    assert np.abs(playground.live("w2", place=0) - before).max() > 1
    # Lines of the levels of before, where E has them now.
    assert playground.get(f"{SHOWN}.levels") == playground.get("playground.answer.trace.levels")
    assert [url for url in asked if "favicon" not in url] == []
    with playground.settling():
        page.mouse.up()
    # At rest the contours of the server come, and nothing else.
    playground.until(f"{SHOWN} === playground.answer.trace && {SHOWN}.z.length === {len(lines)}")
    names = [url.partition("?")[0].rpartition("/")[2] for url in asked]
    assert [name for name in names if name != "favicon.ico"] == ["surface.json"]
    expected = contours(ErrorFunction.parse("x^2 + a y^2", {"a": held}), region(playground))
    np.testing.assert_allclose(playground.get(f"{SHOWN}.levels"), expected.levels.values)
    assert playground.search() == f"?E=w1%5E2%2Ba%2Aw2%5E2&p=a:{held:g}"
    page.reload()
    wait_until_ready(page)
    assert playground.get(PARAMETERS) == [{**A, "value": held}]
    playground.agrees_with_numpy()
    expect(number(page, "a, exact value")).to_have_value(f"{held:g}")


def region(playground: Playground) -> View:
    left, right, bottom, top = playground.get(f"{SHOWN}.region")
    return left, right, bottom, top


def test_a_letter_that_comes_back_has_its_slider_and_a_preset_has_none(
    playground: Playground,
) -> None:
    playground.open(E="x^2 + k y^2", p="k:7,min:1,max:9", steps=20)
    page, box = playground.page, FunctionBox(playground.page, playground.figure)
    kept = playground.get(PARAMETERS)
    for text, parameters in (("x^2 + y^2", []), ("k x^2 + y^2", kept)):
        with playground.settling():
            box.type(text)
        assert playground.get(PARAMETERS) == parameters
        expect(page.locator(".parameter")).to_have_count(len(parameters))
        playground.agrees_with_numpy()
    with playground.settling():
        playground.choose_surface("Himmelblau")
    assert playground.get(PARAMETERS) == []
    expect(page.locator(".parameter")).to_have_count(0)
    assert "p=" not in playground.search()
    playground.choose_surface("k x^2 + y^2")
    expect(slider(page, "k")).to_have_value("7")
    playground.until("playground.state.parameters.length === 1")
    playground.agrees_with_numpy()


def test_four_letters_one_after_the_other_and_no_fifth(playground: Playground) -> None:
    playground.open(steps=20)
    page, box = playground.page, FunctionBox(playground.page, playground.figure)
    box.type("a x^2 + b y^2 + c xy + λ_1 + d")
    for letter in ("a", "b", "c", "λ1"):
        page.get_by_role("button", name=f"Make a slider for {letter}", exact=True).click()
    expect(box.message).to_contain_text("'d' at position 30 is one too many")
    expect(page.get_by_role("button", name="Make a slider for")).to_have_count(0)
    assert playground.get(PARAMETERS) == []
    with playground.settling():
        box.type("a x^2 + b y^2 + c xy + λ_1")
    assert [one["name"] for one in playground.get(PARAMETERS)] == ["a", "b", "c", "λ1"]
    playground.agrees_with_numpy()


def test_an_address_with_a_letter_that_has_no_value_is_mended_in_place(
    playground: Playground,
) -> None:
    playground.open(E="x^2 + a y^2", steps=20)
    with playground.settling():
        playground.page.get_by_role("button", name=OFFER).click()
    assert playground.get(PARAMETERS) == [A]


def test_the_best_rate_is_that_of_the_value(playground: Playground) -> None:
    marks = []
    for parts in ({"E": "3 x^2 + k y^2", "p": "k:10"}, {"E": "3 x^2 + 10 y^2"}):
        playground.open(**parts)
        playground.until_swept()
        best = playground.page.get_by_role("button", name="to its best")
        marks.append(best.first.get_attribute("aria-label"))
    assert marks[0] == marks[1]


@pytest.mark.parametrize("size", [(1280, 800), (390, 844), (768, 1024), (600, 400)])
def test_four_sliders_fit_and_are_accessible(
    open_page: OpenPage, axe: Axe, size: tuple[int, int]
) -> None:
    playground = Playground(open_page(*size, touch=size[0] == 390))
    embed = {"embed": "playground"} if size == (600, 400) else {}
    text, values = "a x^2 + b y^2 + c_1 xy + λ", ["a:1", "b:250000,min:-2,max:1000000"]
    playground.open(E=text, p=[*values, "c1:0.125", "λ:-1e-9"], **embed)
    page = playground.page
    if size[0] == 390:
        page.get_by_role("button", name="Start", exact=True).tap()
    assert axe(page) == []
    assert playground.get("document.documentElement.scrollWidth") <= size[0]
    width = playground.get("innerWidth")
    for row in page.locator(".parameter").all():
        box = row.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        track = row.get_by_role("slider").bounding_box()
        assert track
        assert track["width"] >= 60
