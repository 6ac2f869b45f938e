"""The page in Firefox by keyboard and finger: what is set, what is heard, what can be read."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.playground.test_live_region_and_data_tables import SAID, rows
from tests.browser.playground.test_start import handle, in_address, start
from tests.support.browser.controls import ETA, setting, slider
from tests.support.browser.maps import Maps
from tests.support.browser.playground import Playground
from tests.support.browser.two_steps import TwoSteps
from tests.support.browser.views import contours_cover_the_view
from tests.support.browser.worked_lines import plain

# Firefox as it is driven here has no finger: its events are those of one.
TAP = """([x, y]) => {
  const at = document.elementFromPoint(x, y);
  for (const kind of ["pointerdown", "pointerup"]) {
    at.dispatchEvent(new PointerEvent(kind, {
      pointerType: "touch", isPrimary: true, button: 0, buttons: kind === "pointerdown" ? 1 : 0,
      clientX: x, clientY: y, bubbles: true, cancelable: true,
    }));
  }
}"""


def test_a_slider_moved_by_keys_is_heard_and_read_as_a_table(playground: Playground) -> None:
    playground.open(run="gradient-descent", steps=60)
    page, said = playground.page, playground.page.locator(SAID)
    expect(said).to_have_text("")
    with playground.settling():
        slider(playground, ETA).press("ArrowRight")
    assert setting(playground, "eta") > 0.001
    run = playground.numpy()
    expect(said).to_have_text(f"Gradient descent, 60 steps, E = {run.error[-1]:.4g}")
    summary = page.get_by_text("The runs as numbers")
    summary.focus()
    page.keyboard.press("Enter")
    table = page.get_by_role("table", name="Iterations 0, 2, 4, … of run 1, Gradient descent")
    head, *body = rows(table)
    assert head[:4] == ["t", "w₁", "w₂", "E"]
    t, *numbers = (float(plain(cell)) for cell in body[-1][:4])
    assert t == 60
    assert numbers == pytest.approx([*run.w[-1], run.error[-1]], rel=1e-5)


def test_tab_leads_to_the_start_and_arrow_keys_move_it(playground: Playground) -> None:
    playground.open()
    page = playground.page
    page.get_by_role("spinbutton", name=re.compile("^start.*2")).focus()
    page.keyboard.press("Tab")
    expect(handle(playground)).to_be_focused()
    plot = playground.plot()
    for key in ("ArrowRight", "Shift+ArrowDown"):
        with playground.settling():
            page.keyboard.press(key)
    x, y = plot.pixel(-15, 20)
    assert start(playground) == pytest.approx(plot.value(x + 8, y + 1), abs=0.01)
    assert in_address(playground) == list(start(playground))
    w1, w2 = (f"{w:.4g}".replace("-", "−") for w in start(playground))
    expect(handle(playground)).to_have_accessible_name(
        f"Start point, w1 {w1}, w2 {w2}: arrow keys move it"
    )
    playground.agrees_with_numpy()


def test_the_buttons_zoom_and_move_to_contours_of_what_is_seen(playground: Playground) -> None:
    playground.open()
    page, view = playground.page, playground.page.get_by_role("group", name="View")
    with playground.settling():
        view.get_by_role("button", name="Zoom in").press("Enter")
    assert playground.get("playground.state.view") == [-12, 4, -1, 15]
    contours_cover_the_view(playground)
    expect(page.locator(SAID)).to_have_text("w1 from −12 to 4, w2 from −1 to 15")
    with playground.settling():
        page.keyboard.press("ArrowLeft")
    assert playground.get("playground.state.view") == [-16, 0, -1, 15]
    contours_cover_the_view(playground)


def test_a_finger_sets_the_start_and_a_press_on_a_curve_the_step(playground: Playground) -> None:
    playground.open()
    page, plot = playground.page, playground.plot()
    with playground.settling():
        page.evaluate(TAP, list(plot.pixel(-10, 10)))
    assert start(playground) == pytest.approx((-10, 10), abs=0.1)
    playground.agrees_with_numpy()
    with playground.settling():
        page.evaluate("() => scrollTo(0, 0)")
        curve = playground.chart()
        page.mouse.click(curve.left + curve.width / 2, curve.top + curve.height / 2)
    assert playground.get("playground.time") == {"t": 250, "isRace": True, "isPlaying": False}
    page.keyboard.press("Escape")
    playground.until("!playground.time.isRace")


def test_figure_1_by_keyboard(page: Page) -> None:
    two = TwoSteps(page)
    two.open()
    w1, w2 = two.get("figure.state.start")
    with two.settling():
        two.handle.press("ArrowLeft")
    assert two.get("figure.state.start") == [pytest.approx(w1, abs=0.5), w2]
    assert two.get("figure.state.start[0]") < w1
    two.agrees_with_numpy()
    both = r"^Gradient descent, 2 steps, E = [\d.]+; RMSProp, 2 steps, E = [\d.]+$"
    expect(page.locator(SAID)).to_have_text(re.compile(both))
    two.root.get_by_role("button", name="t = 2 of RMSProp").focus()
    expect(two.card.get_by_role("rowheader", name="g(2)", exact=True)).to_be_visible()


def test_figure_3_by_keyboard(page: Page) -> None:
    maps = Maps(page)
    maps.open()
    with maps.settling():
        maps.root.get_by_role("button", name="Probe").press("ArrowUp")
    g1, g2 = maps.get("figure.state.probe")
    assert (g1, g2 > 0.5) == (3, True)
    numbers = maps.root.get_by_role("table", name="Two steps in numbers").get_by_role("cell")
    expect(numbers.first).to_have_text("3")
    assert float(numbers.nth(1).inner_text()) == pytest.approx(g2)
    expect(page.locator(SAID)).to_have_text(re.compile(r"^g1 3, g2 [\d.]+: v\(2\) [\d.]+, C_a "))
    maps.root.get_by_role("button", name="AdaGrad").press("Enter")
    expect(maps.root.get_by_role("combobox", name="Rule")).to_have_value("adagrad")
    maps.agrees_with_numpy()
