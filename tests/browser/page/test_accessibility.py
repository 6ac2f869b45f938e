"""For everybody: axe finds nothing, every control has a name, a phone is no trap."""

import re
from collections import Counter

import pytest
from playwright.sync_api import Locator, Page, expect

from components import ids
from tests.browser.conftest import Axe, OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground

PHONE = (390, 844)
AT_REST = """async () => {
  for (let last = NaN, frames = 0; frames < 10; frames++) {
    await new Promise(requestAnimationFrame);
    if (scrollY !== last) [last, frames] = [scrollY, 0];
  }
  return scrollY;
}"""
CONTROLS = ("button", "slider", "spinbutton", "combobox", "textbox")
TABS = ("Rule", "Start", "Step", "Charts", "Runs")


def tab(page: Page, name: str) -> Locator:
    """Return the button of a part of the controls, which a phone shows one at a time."""
    return page.get_by_role("group", name="Controls", exact=True).get_by_role(
        "button", name=name, exact=True
    )


@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_and_every_control_has_a_name(
    open_page: OpenPage, axe: Axe, size: tuple[int, int]
) -> None:
    phone = size == PHONE
    page = open_page(*size, touch=phone)
    playground = Playground(page)
    page.goto("/?run=rmsprop,eta:0.5&steps=many")
    wait_until_ready(page)
    # The marks of the best values, which are buttons, come from a worker.
    expect(page.get_by_role("button", name="to its best")).to_have_count(2)
    # On a phone figure 1 may come at any moment.
    here = page.locator(f".masthead, #{ids.PLAYGROUND}")
    found: Counter[str] = Counter()
    for part in TABS if phone else [""]:
        if part:
            tab(page, part).click()
        for role in CONTROLS:
            controls = here.get_by_role(role)  # type: ignore[arg-type]
            named = here.get_by_role(role, name=re.compile(r"\w"))  # type: ignore[arg-type]
            expect(named).to_have_count(controls.count())
            found[role] += controls.count()
        assert axe(page) == [], part
    assert {role for role in CONTROLS if not found[role]} == set()

    # With all that can be said at once: a notice, a mistake in a box, a message, a card of numbers.
    if phone:
        tab(page, "Rule").click()
    playground.figure.get_by_role("spinbutton", name="η").fill("99")
    if phone:
        tab(page, "Start").click()
    playground.figure.get_by_role("textbox", name="Error function").fill("sim(w1)")
    playground.figure.get_by_role("textbox", name="Error function").press("Enter")
    expect(page.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")).to_be_visible()
    expect(page.locator(f"#{ids.notice('playground')}")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    if phone:
        curve = playground.chart()
        page.touchscreen.tap(curve.left + curve.width / 2, curve.top + curve.height / 2)
        playground.until("playground.time.t === 250")
    else:
        page.mouse.move(*playground.plot().pixel(*playground.live("w1", "w2")[30]))
        expect(page.locator(f"#{ids.SURFACE_TOOLTIP}")).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_phone_is_no_trap_for_a_finger(open_page: OpenPage) -> None:
    page = open_page(*PHONE, touch=True)
    beale = "(1.5-w1%2Bw1*w2)^2%2B(2.25-w1%2Bw1*w2^2)^2%2B(2.625-w1%2Bw1*w2^3)^2"
    page.goto(f"/?embed=playground&E={beale}&start=1,1")
    wait_until_ready(page)
    playground = Playground(page)
    finger = page.context.new_cdp_session(page)
    state = playground.get("JSON.stringify(playground.state)")

    def swipe(x: float, y: float, up: float) -> float:
        """Swipe upwards and return how far the page has gone once it is at rest."""
        before = page.evaluate("scrollY")
        finger.send("Input.dispatchTouchEvent", touch("touchStart", (x, y)))
        for k in range(1, 9):
            finger.send("Input.dispatchTouchEvent", touch("touchMove", (x, y - up * k / 8)))
        finger.send("Input.dispatchTouchEvent", touch("touchEnd"))
        return float(page.evaluate(AT_REST) - before)

    # Nothing is wider than the screen, not even a long formula.
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    surface = page.get_by_role("region", name="Error surface")
    box = surface.bounding_box()
    assert box
    assert box["height"] < 0.6 * PHONE[1], "most of the screen would swallow every swipe"
    below = box["y"] + box["height"]
    for y in (below + 60, below + 200, PHONE[1] - 30):
        page.evaluate("scrollTo(0, 0)")
        assert swipe(200, y, 150) > 60
    # The last control can be reached, and the surface is still in sight above it.
    for _ in range(4):
        swipe(15, PHONE[1] - 40, 350)
    end = page.evaluate("[scrollY + innerHeight, document.documentElement.scrollHeight]")
    assert end[0] == pytest.approx(end[1], abs=2)
    expect(surface).to_be_in_viewport(ratio=0.9)
    # A finger that scrolls sets nothing, even where it came down on a slider.
    assert playground.get("JSON.stringify(playground.state)") == state
    slider = page.get_by_role("slider", name="learning rate")
    slider.evaluate("slider => scrollBy(0, slider.getBoundingClientRect().top - innerHeight + 90)")
    place = slider.bounding_box()
    assert place
    assert swipe(place["x"] + 30, place["y"] + 14, 120) > 60
    playground.until("playground.state.runs[1].settings.eta === 0.05")
    expect(playground.figure.get_by_role("spinbutton", name="η")).to_have_value("0.05")


def touch(kind: str, *points: tuple[float, float]) -> dict[str, object]:
    return {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]}


def test_a_narrow_dark_page_scrolls_and_turns_light_with_the_system(open_page: OpenPage) -> None:
    page = open_page(700, 600, color_scheme="dark")
    page.goto("/")
    wait_until_ready(page)
    playground = Playground(page)
    plot = playground.plot()
    page.mouse.move(plot.left + 200, plot.top + 100)
    # A wheel over the surface scrolls the page, and only that.
    for down, end in ((200, "scrollY > 100"), (-400, "scrollY === 0")):
        page.mouse.wheel(0, down)
        playground.until(end)
    assert (playground.plot().x, playground.plot().y) == (plot.x, plot.y)

    paper = "getComputedStyle(document.documentElement).backgroundColor"
    assert max(map(int, re.findall(r"\d+", page.evaluate(paper))[:3])) < 64
    canvas = f"document.getElementById('{ids.SURFACE_CANVAS}').toDataURL()"
    dark = playground.get(canvas)
    page.emulate_media(color_scheme="light")
    playground.until(f"{canvas} !== {dark!r}")
    assert min(map(int, re.findall(r"\d+", page.evaluate(paper))[:3])) > 192
