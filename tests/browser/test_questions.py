"""Whatever comes first, a function, its view or its kernel: the page agrees with itself."""

import json
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

from components import ids
from optimizers import ErrorFunction
from optimizers.formulas.typeset import error_function_formula
from optimizers.presets import PRESETS, Preset
from tests.browser.conftest import Playground
from tests.support.browser.held import asks_for_a_view, hold

(BEALE,) = (preset for preset in PRESETS if preset.key == "beale")


def all_of(playground: Playground, preset: Preset) -> None:
    """Assert that state, surface, formula, box, menu and kernel are those of one function."""
    function, page = ErrorFunction.parse(preset.text), playground.page
    playground.until(
        f"playground.kernel && playground.surface.layout.meta.E === {function.text!r}"
        " && playground.trajectory.columns.w1[0] === playground.state.start[0]"
        " && document.querySelector('#playground-figure.is-live')"
    )
    assert playground.get("playground.state.E") == preset.text
    assert playground.get("playground.state.start") == list(preset.start)
    assert playground.get("playground.kernel.error(0.3, 0.7)") == pytest.approx(
        float(function(0.3, 0.7))
    )
    expect(page.get_by_role("textbox", name="Error function")).to_have_value(preset.text)
    expect(page.get_by_role("combobox", name="Preset")).to_have_value(preset.key)
    # What was taken over is told first: then the next that settles is the slider.
    playground.until("performance.now() - (document.documentElement.dataset.settled ?? NaN) > 400")
    formula = page.locator(f"#{ids.ERROR_FUNCTION_FORMULA}")
    expect(formula).to_have_attribute("data-mathml", error_function_formula(function))
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowRight")
    playground.agrees_with_numpy()


def test_while_a_kernel_is_awaited_nothing_is_shown_of_another_function(
    playground: Playground,
) -> None:
    playground.open()
    page, preset = playground.page, BEALE
    held = hold(page, "**/kernels/error-function.js*")
    page.get_by_role("combobox", name="Preset").select_option(preset.key)
    canvas, summary = page.locator(f"#{ids.SURFACE_CANVAS}"), page.locator(f"#{ids.RUN_SUMMARY}")
    expect(canvas).to_be_hidden()
    expect(summary).to_be_hidden()
    assert playground.get("playground.surface.layout.meta.typed") == preset.text
    assert playground.drawn()[0].tolist() == list(preset.start)
    expect(page.locator(f"#{ids.SURFACE_GRAPH} .scatterlayer")).to_have_css("visibility", "visible")
    # Nor does what comes into sight meanwhile ask for what is not there.
    page.locator(f"#{ids.STEP_WORKED}").scroll_into_view_if_needed()
    # Another view is asked of the function that is seen, at once.
    with page.expect_request(asks_for_a_view) as asking:
        page.get_by_role("button", name="Zoom in").click()
    body = json.loads(asking.value.post_data or "")
    assert parse_qs(body["inputs"][0]["value"].removeprefix("?"))["E"] == [preset.text]
    held[0].continue_()
    all_of(playground, preset)
    expect(canvas).to_be_visible()
    expect(summary).to_be_visible()
    left, right, *_ = preset.view
    assert playground.plot().x == (left / 2, right / 2)


def test_an_answer_that_is_overtaken_does_not_bring_the_old_function_back(
    playground: Playground,
) -> None:
    playground.open()
    page, preset = playground.page, BEALE
    held = hold(page, "**/_dash-update-component*", asks_for_a_view)
    with page.expect_request(asks_for_a_view):
        page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("combobox", name="Preset").select_option(preset.key)
    playground.until(f"playground.kernel && playground.state.E === {preset.text!r}")
    # Now comes the old function in its view, which nobody wants any more.
    with page.expect_response(lambda response: asks_for_a_view(response.request)):
        held[0].continue_()
    all_of(playground, preset)
    assert playground.get("playground.state.view") == list(preset.view)


def test_an_old_surface_that_is_drawn_all_the_same_is_put_right(playground: Playground) -> None:
    playground.open()
    page, preset = playground.page, BEALE
    page.evaluate("""() => {
      const {data, layout} = dash_clientside.lockstep.playground.surface;
      window.old = structuredClone({data, layout});
    }""")
    page.get_by_role("combobox", name="Preset").select_option(preset.key)
    all_of(playground, preset)
    with page.expect_request(asks_for_a_view):
        page.evaluate("id => dash_clientside.set_props(id, {figure: old})", ids.SURFACE_GRAPH)
    all_of(playground, preset)
    assert playground.get("playground.state.view") == list(preset.view)
