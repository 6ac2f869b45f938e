"""The page in Firefox: its own arithmetic, its own sliders, its own formulas and scroll bars."""

import math

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from components import ids
from optimizers import OPTIMIZERS
from tests.browser.playground.test_start import centre, handle, in_address, near, start
from tests.support.browser.against_python import check_paths, check_values, compared
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.controls import BETA, ETA, box, holding, setting, slider
from tests.support.browser.empty_page import open_empty
from tests.support.browser.maps import Maps
from tests.support.browser.playground import Playground
from tests.support.browser.two_steps import TwoSteps

COLOURS = """slider => [
  getComputedStyle(slider).accentColor,
  ...["thumb", "progress"].map(
    part => getComputedStyle(slider, `::-moz-range-${part}`).backgroundColor),
]"""


def test_all_figures_come_and_show_what_numpy_computes(page: Page) -> None:
    page.goto("/")
    wait_until_ready(page)
    playground, two, maps = Playground(page), TwoSteps(page), Maps(page)
    playground.agrees_with_numpy()
    assert playground.live("w1", "w2")[0].tolist() == [-15, 20]
    assert playground.live("E")[-1] == pytest.approx(2432, abs=0.5)
    page.get_by_role("link", name="Two steps").click()
    two.ready()
    two.agrees_with_numpy()
    assert two.numbers("RMSProp")[2] == (
        ["2", "(−14.73, 19.73)", "(−89.05, 396.8)", "(−0.1141, 0.1143)", "(1522.01, 30148)"]
    )
    page.get_by_role("link", name="Amplification").click()
    expect(maps.root).to_have_attribute("data-ready", "true", timeout=30_000)
    np.testing.assert_allclose(maps.shown(), maps.numpy(), rtol=1e-11, atol=1e-13)
    tile = maps.root.get_by_role("button", name="AdaGrad")
    expect(tile).to_contain_text("from −9.154 to 0.5682")
    # A claim sets the playground, from far below it.
    with playground.settling():
        page.get_by_role("button", name="β = 1", exact=True).click()
    assert setting(playground, "beta") == 1
    playground.agrees_with_numpy()


def test_every_rule_and_a_typed_function_run_as_in_numpy(playground: Playground) -> None:
    playground.open(steps=50)
    page = playground.page
    for key, rule in OPTIMIZERS.items():
        if key != "rmsprop":
            with playground.settling():
                page.get_by_role("combobox", name="Optimizer").select_option(rule.name)
        assert playground.get("playground.state.runs[0].optimizer") == key
        playground.agrees_with_numpy()
    with playground.settling():
        page.get_by_role("textbox", name="Error function").fill("sin(w1) + e^(w2/9)")
    assert playground.live("E")[0, 0] == pytest.approx(math.sin(-15) + math.exp(20 / 9))
    playground.agrees_with_numpy()


def test_keys_and_mouse_on_a_slider_move_run_and_address(playground: Playground) -> None:
    playground.open()
    page, eta = playground.page, slider(playground, ETA)
    before = playground.live("w1", "w2")
    with playground.settling():
        eta.press("ArrowRight")
    assert setting(playground, "eta") == 0.053
    assert page.evaluate("location.search") == "?run=rmsprop,eta:0.053"
    playground.agrees_with_numpy()
    with holding(playground, slider(playground, BETA)) as (x, y):
        page.mouse.move(x - 120, y, steps=4)
        playground.until("playground.state.runs[0].settings.beta < 0.7")
        playground.until("playground.trajectory.columns.s1[1] > 2000")  # (1 - beta) 8100
        assert page.evaluate("location.search") == "?run=rmsprop,eta:0.053"
    assert 0.4 < setting(playground, "beta") < 0.7
    expect(box(playground, "β")).to_have_value(f"{setting(playground, 'beta'):g}")
    playground.agrees_with_numpy()
    assert not np.allclose(playground.live("w1", "w2"), before)


def test_the_start_follows_the_mouse_without_a_request(playground: Playground) -> None:
    playground.open()
    page, plot = playground.page, playground.plot()
    asked: list[str] = []
    x, y = centre(handle(playground))
    assert (x, y) == near(plot.pixel(-15, 20))
    with playground.settling():
        page.mouse.move(x, y)
        page.mouse.down()
        page.on("request", lambda request: asked.append(request.url))
        page.mouse.move(x + 300, y + 150, steps=6)
        playground.until(f"playground.state.start[0] > {plot.value(x + 299, 0)[0]}")
        playground.until("playground.trajectory.columns.w1[0] === playground.state.start[0]")
        assert asked == []
        page.mouse.up()
    assert plot.pixel(*start(playground)) == near((x + 300, y + 150))
    assert centre(handle(playground)) == near((x + 300, y + 150))
    assert in_address(playground) == list(start(playground))
    playground.agrees_with_numpy()


def test_sliders_have_the_colours_of_the_page_in_both_themes(playground: Playground) -> None:
    playground.open()
    page, seen = playground.page, []
    themes = page.get_by_role("group", name="Colours of the page")
    for theme in ("Dark", "Light", "Auto"):
        themes.get_by_role("button", name=theme).click()
        accent, *painted = slider(playground, ETA).evaluate(COLOURS)
        assert painted == [accent, accent]
        seen.append(accent)
    assert seen == ["rgb(125, 180, 255)", "rgb(26, 98, 196)", "rgb(26, 98, 196)"]


def edges(of: Locator) -> tuple[float, float]:
    """Return how far an element begins from the left, and how far down its content ends."""
    x, bottom = of.evaluate(
        "at => (({x, y}) => [x, y + at.clientTop + at.clientHeight])(at.getBoundingClientRect())"
    )
    return x, bottom


def test_formulas_begin_at_the_left_and_no_scroll_bar_covers_one(playground: Playground) -> None:
    playground.open(
        E="w1^2 w2^2 * 123456.789012345",
        start="-3.14159265358979,2.23456789",
        run="rmsprop,eta:0.0512345678901,beta:0.912345678901",
    )
    page = playground.page
    (eta, _), rule = edges(slider(playground, ETA)), page.locator(f"#{ids.PLAYGROUND} .rule")
    lines = rule.locator(".formula math:visible > *")
    assert [edges(line)[0] for line in lines.all()] == pytest.approx([eta] * 3, abs=1)
    worked = page.get_by_role("group", name="The rule with the numbers of this step")
    worked.scroll_into_view_if_needed()
    expect(worked).to_have_attribute("tabindex", "0")  # it scrolls
    last = worked.locator(".worked-line").last
    expect(last).to_contain_text("≈")
    assert edges(last)[1] <= edges(worked)[1]


def test_the_kernels_are_pythons(page: Page) -> None:
    open_empty(page)
    random = np.random.default_rng(11)
    for preset in compared():
        check_paths(page, preset)
        low1, high1, low2, high2 = preset.view
        points = random.uniform((low1, low2), (high1, high2), (200, 2))
        check_values(page, preset.text, points)
