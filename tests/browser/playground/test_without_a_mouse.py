"""Every flow by keyboard alone, and by touch alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from components import ids
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
    """Return the names of the curves that are drawn."""
    return list(playground.get("playground.errorCurve.curves().map(({name}) => name)"))


def test_the_playground_by_keyboard_alone(playground: Playground) -> None:
    playground.open()
    page, press = playground.page, playground.page.keyboard.press
    # Past the navigation in two keys, then the start.
    press("Tab")
    press("Enter")
    press("Tab")
    expect(page.locator(f"#{ids.SURFACE_HANDLE}")).to_be_focused()
    with playground.settling():
        press("ArrowRight")
    start = playground.get("playground.state.start")
    assert start[0] > -15
    assert start[1] == 20
    # Zoom and pan.
    tab_to(page.get_by_role("button", name="Zoom in"))
    with playground.settling():
        press("Enter")
    assert playground.get("playground.state.view") == [-10, 10, -12.5, 12.5]
    with playground.settling():
        press("ArrowUp")
    tab_to(page.get_by_role("button", name="Move left"))
    with playground.settling():
        press("Enter")
    assert playground.get("playground.state.view") == [-15, 5, -6.25, 18.75]
    # The curve's axis and its legend, whose buttons the curves follow.
    tab_to(page.get_by_role("button", name="log", exact=True))
    with playground.settling():
        press("Enter")
    assert playground.get("playground.errorCurve.axes().error.type") == "log"
    legend = page.get_by_role("group", name="Curves")
    tab_to(legend.get_by_role("button", name="s₁", exact=True))
    press("Space")
    expect(legend.get_by_role("button", pressed=True)).to_have_text(["E", "s₁"])
    playground.until("playground.errorCurve.curves().length === 2")
    assert curves(playground) == ["E", "s₁"]
    press("Space")
    expect(legend.get_by_role("button", pressed=True)).to_have_text(["E"])
    playground.until("playground.errorCurve.curves().length === 1")
    assert curves(playground) == ["E"]
    # A preset, a function of one's own, an optimizer, a value by slider and by number.
    tab_to(page.get_by_role("button", name="Choose a surface"))
    press("Enter")
    press("ArrowRight")
    with playground.settling():
        press("Enter")
    assert "w1" in playground.get("playground.state.E")
    tab_to(page.get_by_role("textbox", name="Error function"))
    press("ControlOrMeta+a")
    page.keyboard.type("w1^2 + 2 w2^2")
    with playground.settling():
        press("Enter")
    assert playground.get("playground.state.E") == "w1^2 + 2 w2^2"
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
    assert playground.get("playground.state.runs[0].optimizer") == "adam"
    assert playground.get("playground.state.runs[0].settings.eta") > 0.3
    playground.agrees_with_numpy()
    # One step under the glass, and all of them as numbers.
    tab_to(page.get_by_role("slider", name="Step", exact=True))
    press("ArrowRight")
    expect(page.locator(SAID)).to_have_text(re.compile(r"^Step 2\. .+"))
    tab_to(page.get_by_text("The run as numbers"))
    press("Enter")
    expect(page.get_by_role("table", name="of Adam")).to_be_visible()
    # A claim of the article: its words are said, and the focus goes to where it is seen.
    tab_to(page.locator(f"#{ids.CLAIMS}").get_by_role("button").first)
    with playground.settling():
        press("Enter")
    expect(page.locator(f"#{ids.CLAIM_SHOWS}").get_by_role("button").first).to_be_focused()


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


def test_every_flow_by_touch_alone(open_page: OpenPage) -> None:
    page = open_page(390, 844, touch=True, arrivals=True)
    page.goto("/")
    wait_until_ready(page)
    playground = Playground(page)
    touch_the_playground(page, playground)
    let_all_arrive(page)
    two = page.get_by_role("region", name="Two steps")
    two.get_by_role("button", name="Zoom out").tap()
    before = page.evaluate("lockstep.twoSteps.state.view")
    two.get_by_role("button", name="Move right").tap()
    playground.until(f"lockstep.twoSteps.state.view[0] > {before[0]}")
    maps = page.get_by_role("region", name="Amplification or attenuation")
    maps.get_by_role("button", name="Nesterov").tap()
    expect(maps.get_by_role("combobox", name="Rule")).to_have_value("nesterov")


def touch_the_playground(page: Page, playground: Playground) -> None:
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
    for name, view in (("Zoom out", [-40, 40, -50, 50]), ("Move down", [-40, 40, -75, 25])):
        with playground.settling():
            page.get_by_role("button", name=name).tap()
        assert playground.get("playground.state.view") == view
    page.get_by_role("group", name="Curves").get_by_role("button", name="η/√(s₂ + ε)").tap()
    playground.until("playground.errorCurve.axes().right?.type === 'log'")
    page.get_by_role("button", name="log", exact=True).tap()
    playground.until("playground.errorCurve.axes().error.type === 'log'")
    # A tap on the curve chooses a step; a tap on a slider its value.
    curve = playground.plot(ids.CURVE_GRAPH)
    page.touchscreen.tap(curve.left + curve.width / 2, curve.top + curve.height / 2)
    expect(page.locator(f"#{ids.CURVE_TOOLTIP}")).to_be_visible()
    expect(page.locator(SAID)).to_have_text(re.compile(r"^Step 50\."))
    steps = page.get_by_role("slider", name="number of steps")
    with playground.settling():
        steps.tap(position={"x": 20, "y": 14})
    assert playground.get("playground.state.steps") < 10
    page.get_by_text("The run as numbers").tap()
    expect(page.get_by_role("table", name="Every iteration of RMSProp")).to_be_visible()
    with playground.settling():
        page.locator(f"#{ids.CLAIMS}").get_by_role("button", name="β = 0.9", exact=True).tap()
    expect(page.locator(f"#{ids.CLAIM_TEXT}")).to_be_in_viewport()
    page.get_by_role("button", name="Dark").tap()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
