"""The gallery of presets: its pictures, by mouse and keyboard; own functions join it."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from components import ids
from optimizers.presets import PRESETS
from tests.browser.conftest import Axe, OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.gallery import lead, shows_the_scene
from tests.support.browser.playground import Playground

BY_KEY = {preset.key: preset for preset in PRESETS}
SHADES = """canvas => {
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Int32Array(data.buffer)).size;
}"""
"""How many colours there are on a canvas: one, transparent, where nothing is drawn."""

PICTURES = """count => {
  const canvases = [...document.querySelectorAll("#gallery li canvas")];
  const drawn = canvases.filter(canvas => canvas.width === canvas.height && canvas.width > 20);
  return drawn.length === count;
}"""


def test_a_preset_is_chosen_with_the_mouse(playground: Playground) -> None:
    playground.open()
    page = playground.page
    dialog = playground.gallery()
    expect(dialog).to_be_visible()
    names = [preset.name for preset in PRESETS]
    expect(dialog.locator("ul").get_by_role("button")).to_have_text(names)
    expect(dialog.locator("[aria-current=true]")).to_have_text("The article's bowl")
    expect(dialog.get_by_text("or type your own: 3 w1^2 + 10 w2^2")).to_be_visible()
    page.wait_for_function(PICTURES, arg=len(PRESETS))
    for canvas in dialog.locator("canvas").all():
        assert canvas.evaluate(SHADES) > 20

    with playground.settling():
        dialog.get_by_role("button", name="Rosenbrock").click()
    expect(dialog).to_be_hidden()
    expect(page.locator(f"#{ids.GALLERY_OPEN}")).to_be_focused()
    shows_the_scene(playground, BY_KEY["rosenbrock"])
    query = parse_qs(urlsplit(page.url).query)
    # The address leaves out what is a default.
    assert query["run"] == ["gradient-descent", "momentum,eta:0.0005"]
    assert (query["start"], query["view"]) == (["-2,2"], ["-2,2,-1,3"])
    # The words go with the first change of the scene.
    with playground.settling():
        page.get_by_role("button", name="Start point").press("ArrowRight")
    expect(lead(page)).to_contain_text("With one rate for both weights")


def test_a_preset_is_chosen_with_the_keyboard(playground: Playground) -> None:
    playground.open()
    page, press = playground.page, playground.page.keyboard.press
    button = page.locator(f"#{ids.GALLERY_OPEN}")
    button.focus()
    press("Enter")
    dialog = page.get_by_role("dialog", name="Choose a surface")

    def is_at(name: str) -> None:
        expect(dialog.get_by_role("button", name=name, exact=True)).to_be_focused()

    is_at("The article's bowl")
    for key, name in (
        ("ArrowRight", "Ravine"),
        ("ArrowDown", "Saddle"),
        ("ArrowLeft", "Two wells"),
        ("End", PRESETS[-1].name),
        ("Home", "The article's bowl"),
        ("ArrowUp", "The article's bowl"),
        ("Tab", "Ravine"),
    ):
        press(key)
        is_at(name)
    # The arrows are not the playback's here.
    assert playground.get("playground.time.isRace") is False
    with playground.settling():
        press("Enter")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    shows_the_scene(playground, BY_KEY["ravine"])

    # Closed without a choice it changes nothing.
    closings: list[Callable[[], None]] = [
        lambda: press("Escape"),
        lambda: dialog.get_by_role("button", name="Close").click(),
        lambda: page.mouse.click(1270, 790),
    ]
    for close in closings:
        press("Enter")
        is_at("Ravine")
        close()
        expect(dialog).to_be_hidden()
        expect(button).to_be_focused()
        shows_the_scene(playground, BY_KEY["ravine"])


def test_own_functions_of_the_visit_join_with_their_pictures(playground: Playground) -> None:
    playground.open()
    page = playground.page
    box = page.get_by_role("textbox", name="Error function")
    with playground.settling():
        box.fill("sin(w1) + cos(w2)")
        box.press("Enter")
    playground.shows_surface("your own")
    expect(lead(page)).to_contain_text("With one rate for both weights")
    with playground.settling():
        page.get_by_role("button", name="Start point").press("ArrowRight")
    start = playground.get("playground.state.start")
    # A refused text does not join.
    box.fill("sim(w1)")
    box.press("Enter")
    expect(page.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")).not_to_be_empty()
    with playground.settling():
        playground.choose_surface("Booth")

    dialog = playground.gallery()
    own = dialog.get_by_role("button", name="sin(w1) + cos(w2)", exact=True)
    expect(dialog.locator("ul").get_by_role("button")).to_have_count(len(PRESETS) + 1)
    page.wait_for_function(PICTURES, arg=len(PRESETS) + 1)
    assert own.locator("canvas").evaluate(SHADES) > 20
    with playground.settling():
        own.click()
    assert playground.get("playground.E") == "sin(w1)+cos(w2)"
    assert playground.get("playground.state.start") == start
    assert playground.get("playground.state.steps") == 500
    playground.shows_surface("your own")
    # As another spelling it is the same one.
    with playground.settling():
        box.fill("cos(w2)*1 + sin w1")
        box.press("Enter")
    with playground.settling():
        box.fill("sin w1 + cos w2")
        box.press("Enter")
        playground.until("playground.state.E === 'sin w1 + cos w2'")
    dialog = playground.gallery()
    expect(dialog.locator("[aria-current=true]")).to_have_text("sin w1 + cos w2")


def test_the_pictures_are_asked_for_once_at_the_first_opening(playground: Playground) -> None:
    asked: list[str] = []
    page = playground.page
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    playground.open()
    assert "/presets.json" not in asked
    for _ in range(2):
        dialog = playground.gallery()
        page.wait_for_function(PICTURES, arg=len(PRESETS))
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
    assert asked.count("/presets.json") == 1


def test_without_the_pictures_the_names_can_be_chosen(browser: Browser, site: str) -> None:
    # A page whose mistakes are not counted: the browser calls a lost request one.
    with browser.new_context(base_url=site) as context:
        page = context.new_page()
        playground = Playground(page)
        page.route("**/presets.json*", lambda route: route.fulfill(status=404))
        playground.open()
        with playground.settling():
            playground.choose_surface("Matyas")
        shows_the_scene(playground, BY_KEY["matyas"])
        page.unroute("**/presets.json*")
        playground.gallery()
        page.wait_for_function(PICTURES, arg=len(PRESETS))


@pytest.mark.parametrize(("width", "columns"), [(1280, 5), (390, 3)])
def test_axe_finds_nothing_in_the_open_gallery_which_fits(
    open_page: OpenPage, axe: Axe, width: int, columns: int
) -> None:
    phone = width == 390
    page = open_page(width, 844 if phone else 800, touch=phone)
    page.goto("/")
    wait_until_ready(page)
    if phone:
        page.get_by_role("button", name="Start", exact=True).press("Enter")
    dialog = Playground(page).gallery()
    page.wait_for_function(PICTURES, arg=len(PRESETS))
    assert axe(page) == []
    box = dialog.bounding_box()
    assert box is not None
    assert box["width"] == (390 if phone else pytest.approx(690, abs=1))
    assert box["y"] > 0
    assert box["y"] + box["height"] <= (844 if phone else 800)
    tops = [
        tile.evaluate("tile => tile.getBoundingClientRect().top")
        for tile in dialog.locator("li").all()
    ]
    assert tops.count(tops[0]) == columns
