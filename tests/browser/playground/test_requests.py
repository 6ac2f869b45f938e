"""Surface requests, one at a time: the page agrees whether function, view or kernel comes first."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from components import ids
from optimizers import ErrorFunction
from optimizers.formulas.typeset import error_function_formula
from optimizers.preset import Preset
from optimizers.presets import PRESETS
from tests.support.browser.held import KERNEL, SURFACE, hold
from tests.support.browser.playground import Playground

(BEALE,) = (preset for preset in PRESETS if preset.key == "beale")


def all_of(playground: Playground, preset: Preset) -> None:
    """Assert that state, surface, formula, box, menu and kernel are those of one function."""
    function, page = ErrorFunction.parse(preset.text), playground.page
    playground.until(
        f"playground.E === {function.text!r} && playground.kernel.text === {function.text!r}"
        " && playground.trajectory.columns.w1[0] === playground.state.start[0]"
        " && playground.plot.covers(playground.state.view)"
    )
    assert playground.get("playground.state.E") == preset.text
    assert playground.get("playground.state.start") == list(preset.start)
    assert playground.get("playground.kernel.error(0.3, 0.7)") == pytest.approx(
        float(function(0.3, 0.7))
    )
    expect(page.get_by_role("textbox", name="Error function")).to_have_value(preset.text)
    playground.shows_surface(preset.name)
    # The answer is committed first: then the next commit is that of the slider.
    playground.until("performance.now() - (document.documentElement.dataset.settled ?? NaN) > 400")
    formula = page.locator(f"#{ids.ERROR_FUNCTION_FORMULA}")
    expect(formula).to_have_attribute("data-mathml", error_function_formula(function))
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowRight")
    playground.agrees_with_numpy()


def enter(playground: Playground, text: str) -> None:
    box = playground.page.get_by_role("textbox", name="Error function")
    box.fill(text)
    box.press("Enter")


def test_while_a_kernel_is_awaited_the_whole_picture_is_of_the_function_before(
    playground: Playground,
) -> None:
    playground.open()
    playground.until_swept()
    page, preset = playground.page, BEALE
    formula = page.locator(f"#{ids.ERROR_FUNCTION_FORMULA}")
    before = formula.inner_html()
    held = hold(page, KERNEL)
    with page.expect_response(SURFACE):
        playground.choose_surface(preset.name)
    # It can be used meanwhile; the preset's own view then replaces what it was zoomed to.
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowRight")
    page.get_by_role("button", name="Zoom in").click()
    playground.until("playground.plot.view()[0] === -12")
    assert playground.get("playground.E") == "3*w1^2+10*w2^2"
    assert formula.inner_html() == before
    playground.agrees_with_numpy()
    held[0].continue_()
    all_of(playground, preset)
    assert playground.get("playground.plot.view()") == list(preset.view)


def test_a_preset_chosen_during_a_zoom_aborts_its_request(playground: Playground) -> None:
    playground.open()
    page, preset = playground.page, BEALE
    hold(page, SURFACE)
    with page.expect_request(SURFACE) as asking:
        page.get_by_role("button", name="Zoom in").click()
    query = parse_qs(urlsplit(asking.value.url).query)
    assert (query["E"], query["view"]) == (["3 w1^2 + 10 w2^2"], ["-12,4,-1,15"])
    with page.expect_event("requestfailed", lambda request: request == asking.value):
        playground.choose_surface(preset.name)
    all_of(playground, preset)
    assert playground.get("playground.state.view") == list(preset.view)


def test_a_typed_function_aborts_the_request_of_the_one_before(playground: Playground) -> None:
    playground.open(start="1,1")
    page = playground.page
    hold(page, SURFACE)
    with page.expect_request(SURFACE) as asking:
        enter(playground, "w1^2 + w2^4")
    with (
        page.expect_event("requestfailed", lambda request: request == asking.value),
        playground.settling(),
    ):
        enter(playground, "w1^4 + w2^2")
    assert playground.get("playground.E") == "w1^4+w2^2"
    playground.agrees_with_numpy()


def test_a_kernel_that_comes_too_late_is_not_used(playground: Playground) -> None:
    playground.open(start="1,1")
    page = playground.page
    held = hold(page, KERNEL)
    with page.expect_request(KERNEL):
        enter(playground, "w1^2 + w2^4")
    with playground.settling():
        enter(playground, "w1^4 + w2^2")
    with page.expect_response(KERNEL):
        held[0].continue_()
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowRight")
    assert playground.get("playground.E") == "w1^4+w2^2"
    assert playground.get("playground.kernel.text") == "w1^4+w2^2"
    expect(page.get_by_role("textbox", name="Error function")).to_have_value("w1^4 + w2^2")
    playground.agrees_with_numpy()


def test_a_view_settled_while_a_function_is_awaited_is_asked_for_after_it(
    playground: Playground,
) -> None:
    playground.open(start="1,1")
    page = playground.page
    held = hold(page, SURFACE)
    with page.expect_request(SURFACE):
        enter(playground, "w1^2 + w2^4")
    page.get_by_role("button", name="Zoom in").click()
    playground.until("playground.state.view[0] === -12")
    with page.expect_request(SURFACE) as asking:
        held[0].continue_()
    query = parse_qs(urlsplit(asking.value.url).query)
    assert (query["E"], query["view"]) == (["w1^2 + w2^4"], ["-12,4,-1,15"])
    playground.until("playground.plot.covers([-12, 4, -1, 15])")
    assert playground.get("playground.E") == "w1^2+w2^4"
    assert playground.get("playground.plot.view()") == [-12, 4, -1, 15]
    playground.agrees_with_numpy()


def test_a_refused_function_leaves_a_zoom_its_contours(playground: Playground) -> None:
    playground.open(start="1,1")
    page = playground.page
    held = hold(page, SURFACE)
    with page.expect_request(SURFACE):
        enter(playground, "w1^2 + w3")
    page.get_by_role("button", name="Zoom in").click()
    playground.until("playground.state.view[0] === -12")
    held[0].continue_()
    message = page.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")
    expect(message).to_contain_text("'w3' at position 8 is not known")
    playground.until("playground.plot.covers([-12, 4, -1, 15])")
    assert playground.get("playground.E") == "3*w1^2+10*w2^2"
    expect(message).to_contain_text("'w3' at position 8 is not known")
    playground.agrees_with_numpy()
