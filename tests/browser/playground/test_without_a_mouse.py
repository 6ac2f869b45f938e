"""Every flow by keyboard alone, and by touch alone."""

import re

import pytest
from playwright.sync_api import Locator, expect

from components import ids
from optimizers.presets import PRESETS
from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.everyone import let_all_arrive
from tests.support.browser.playground import Playground

SAID = f"#{ids.SAID}"


def tab_to(target: Locator) -> None:
    """Press Tab until a control has the focus; the focus never jumps."""
    for _ in range(60):
        target.page.keyboard.press("Tab")
        if target.evaluate("control => control === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {target}")


def curves(playground: Playground) -> list[str]:
    """Return the names of the curves of the lower chart."""
    return list(playground.get("playground.charts.trace.curves().map(({label}) => label)"))


def test_the_playground_by_keyboard_alone(playground: Playground) -> None:
    playground.open()
    page, press = playground.page, playground.page.keyboard.press
    # Past the tools, which have nothing to undo yet, and the function to the start.
    tab_to(page.locator(f"#{ids.SURFACE_HANDLE}"))
    with playground.settling():
        press("ArrowRight")
    start = playground.get("playground.state.start")
    assert start[0] > -15
    assert start[1] == 20
    # Undone and done again without leaving it.
    for key, w1 in (("ControlOrMeta+z", -15), ("ControlOrMeta+Shift+z", start[0])):
        with playground.settling():
            press(key)
        assert playground.get("playground.state.start[0]") == w1
    # Zoom and pan.
    tab_to(page.get_by_role("button", name="Zoom in"))
    with playground.settling():
        press("Enter")
    assert playground.get("playground.state.view") == [-12, 4, -1, 15]
    with playground.settling():
        press("ArrowUp")
    assert playground.get("playground.state.view") == [-12, 4, 3, 19]
    # The axes of the charts, what the lower one shows, and time.
    tab_to(page.get_by_role("button", name="linear"))
    with playground.settling():
        press("Enter")
    assert playground.get("playground.charts.error.axis().type") == "linear"
    tab_to(page.get_by_role("group", name="Lower chart").get_by_role("button", name="s"))
    with playground.settling():
        press("Space")
    assert curves(playground) == ["s₁", "s₂"]
    tab_to(page.get_by_role("slider", name="Iteration t"))
    with playground.settling():
        press("ArrowRight")
    assert playground.get("playground.state.step") == 2
    tab_to(page.get_by_role("button", name="Play", exact=True))
    press("Space")
    playground.until("playground.time.isPlaying")
    press("Space")
    playground.until("!playground.time.isPlaying")
    press("Escape")
    # The list of runs: another is added and hidden.
    tab_to(page.get_by_role("combobox", name="Compare with another"))
    with playground.settling():
        page.keyboard.type("Momentum")
        press("Enter")
    assert playground.get("playground.state.runs.length") == 3
    remove = page.get_by_role("button", name="Remove run 3")
    remove.focus()
    with playground.settling():
        press("Enter")
    assert playground.get("playground.state.runs.length") == 2
    runs = page.get_by_role("region", name="Runs", exact=True)
    expect(runs.get_by_role("button", name="RMSProp", exact=True)).to_be_focused()
    # An optimizer, a value by slider and by number.
    tab_to(page.get_by_role("combobox", name="Optimizer"))
    with playground.settling():
        page.keyboard.type("Adam")
    tab_to(page.get_by_role("spinbutton", name="η"))
    press("ControlOrMeta+a")
    with playground.settling():
        page.keyboard.type("0.3")
    tab_to(page.get_by_role("slider", name="learning rate"))
    with playground.settling():
        press("ArrowRight")
    assert playground.selected()["optimizer"] == "adam"
    assert playground.selected()["settings"]["eta"] > 0.3
    # All of them as numbers.
    tab_to(page.get_by_text("The runs as numbers"))
    press("Enter")
    expect(page.get_by_role("table", name="of run 2, Adam")).to_be_visible()
    # A preset, and a function of one's own.
    page.locator(f"#{ids.GALLERY_OPEN}").focus()
    press("Enter")
    page.keyboard.press("ArrowRight")
    with playground.settling():
        press("Enter")
    expect(page.locator(f"#{ids.GALLERY_OPEN}")).to_be_focused()
    assert playground.get("playground.state.E") == PRESETS[1].text
    tab_to(page.get_by_role("textbox", name="Error function"))
    press("ControlOrMeta+a")
    page.keyboard.type("w1^2 + 2 w2^2")
    with playground.settling():
        press("Enter")
    assert playground.get("playground.state.E") == "w1^2 + 2 w2^2"
    playground.agrees_with_numpy()


def test_figures_1_and_3_by_keyboard_are_said_at_rest(open_page: OpenPage) -> None:
    page = open_page(arrivals=True)
    page.goto("/")
    wait_until_ready(page)
    let_all_arrive(page)
    said = page.locator(SAID)
    expect(said).to_have_text("")  # nobody asked yet
    start = page.get_by_role("region", name="Two steps").get_by_role("button", name="Start point")
    start.press("ArrowLeft")
    both = r"^Gradient descent, 2 steps, E = \d+(\.\d+)?; RMSProp, 2 steps, E = \d+(\.\d+)?$"
    expect(said).to_have_text(re.compile(both))
    maps = page.get_by_role("region", name="Amplification or attenuation")
    maps.get_by_role("button", name="Probe").press("ArrowUp")
    expect(said).to_have_text(re.compile(r"^g1 .+, g2 .+: v\(2\) .+ (Amplified|Attenuated): "))
    maps.get_by_role("button", name="AdaGrad").press("Enter")
    expect(maps.get_by_role("combobox", name="Rule")).to_have_value("adagrad")
    expect(said).to_contain_text(re.compile("AdaGrad|times as long"))


def test_figures_1_and_3_by_touch_alone(open_page: OpenPage) -> None:
    page = open_page(390, 844, touch=True, arrivals=True)
    page.goto("/")
    wait_until_ready(page)
    let_all_arrive(page)
    two = page.get_by_role("region", name="Two steps")
    two.get_by_role("button", name="Zoom out").tap()
    before = page.evaluate("lockstep.twoSteps.state.view")
    two.get_by_role("button", name="Move right").tap()
    Playground(page).until(f"lockstep.twoSteps.state.view[0] > {before[0]}")
    maps = page.get_by_role("region", name="Amplification or attenuation")
    maps.get_by_role("button", name="Nesterov").tap()
    expect(maps.get_by_role("combobox", name="Rule")).to_have_value("nesterov")


def test_the_playground_by_touch_alone(open_page: OpenPage) -> None:
    # Without the lower figures: their arrival may make a press of a tap on a busy machine.
    page = open_page(390, 844, touch=True)
    page.goto("/")
    wait_until_ready(page)
    playground = Playground(page)
    plot = playground.plot()
    with playground.settling():
        page.touchscreen.tap(*plot.pixel(-10, 10))
    assert playground.get("playground.state.start") == pytest.approx([-10, 10], abs=0.5)
    # The handle follows a finger.
    finger = page.context.new_cdp_session(page)
    places = [plot.pixel(-10 + k, 10 + k) for k in range(6)]
    kinds = ["touchStart", *["touchMove"] * 5]
    with playground.settling():
        for kind, (x, y) in zip(kinds, places, strict=True):
            points = [{"x": x, "y": y}]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert playground.get("playground.state.start") == pytest.approx([-5, 15], abs=0.5)
    with playground.settling():
        page.get_by_role("button", name="Zoom out").tap()
    assert playground.get("playground.state.view") == [-36, 28, -25, 39]
    # A tap on the curves chooses a step, which the tab of the step then explains.
    curve = playground.chart()
    page.touchscreen.tap(curve.left + curve.width / 2, curve.top + curve.height / 2)
    playground.until("playground.time.t === 250")
    tabs = page.get_by_role("group", name="Controls", exact=True)
    tabs.get_by_role("button", name="Step").tap()
    expect(page.locator(f"#{ids.STEP_TITLE}")).to_have_text("Step 250")
    tabs.get_by_role("button", name="Charts").tap()
    page.get_by_role("button", name="linear").tap()
    playground.until("playground.charts.error.axis().type === 'linear'")
    page.get_by_role("group", name="Lower chart").get_by_role("button", name="s").tap()
    playground.until("playground.charts.trace.curves()[0].label === 's₁'")
    tabs.get_by_role("button", name="Runs").tap()
    with playground.settling():
        runs = page.get_by_role("region", name="Runs", exact=True)
        runs.get_by_role("button", name="Gradient descent", exact=True).tap()
    assert playground.get("playground.state.selected") == 0
    tabs.get_by_role("button", name="Rule").tap()
    eta = page.get_by_role("slider", name="learning rate").first
    with playground.settling():
        eta.tap(position={"x": 20, "y": 14})
    assert playground.selected()["settings"]["eta"] < 0.001
    page.get_by_text("The runs as numbers").tap()
    expect(page.get_by_role("table", name="of run 2, RMSProp")).to_be_visible()
    theme = page.get_by_role("button", name="Colours of the page")
    theme.tap()
    theme.tap()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
