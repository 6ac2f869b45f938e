"""The page in Firefox: its own arithmetic, its own sliders, its own formulas and scroll bars."""

import math

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from components import ids
from components.ui.palette import RUNS
from optimizers import OPTIMIZERS
from tests.browser.playground.test_start import centre, handle, in_address, near, start
from tests.support.browser.against_python import check_paths, check_values, compared
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.controls import BETA, ETA, box, holding, number, setting, slider
from tests.support.browser.empty_page import open_empty
from tests.support.browser.everyone import colour
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
    assert playground.live("E")[-1] == pytest.approx(0.001873, rel=1e-3)
    page.get_by_role("link", name="Two steps").click()
    two.ready()
    two.agrees_with_numpy()
    assert two.numbers("RMSProp")[2] == (
        ["2", "(−14.73, 19.73)", "(−89.05, 396.8)", "(−0.1141, 0.1143)", "(1522.01, 30148)"]
    )
    page.get_by_role("link", name="Amplification").click()
    maps.ready()
    np.testing.assert_allclose(maps.shown(), maps.numpy(), rtol=1e-11, atol=1e-13)
    tile = maps.root.get_by_role("button", name="AdaGrad")
    expect(tile).to_contain_text("from −9.154 to 0.5682")


def test_every_rule_and_a_typed_function_run_as_in_numpy(playground: Playground) -> None:
    playground.open(steps=50)
    page = playground.page
    for key, rule in OPTIMIZERS.items():
        if key != "rmsprop":
            with playground.settling():
                page.get_by_role("combobox", name="Optimizer").select_option(rule.name)
        assert playground.selected()["optimizer"] == key
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
    assert page.evaluate("location.search") == "?run=gradient-descent&run=rmsprop,eta:0.053"
    playground.agrees_with_numpy()
    with holding(playground, slider(playground, BETA)) as (x, y):
        page.mouse.move(x - 45, y, steps=4)
        playground.until("playground.state.runs[1].settings.beta < 0.7")
        playground.until("playground.trajectory.columns.s1[1] > 2000")  # (1 - beta) 8100
        assert page.evaluate("location.search") == "?run=gradient-descent&run=rmsprop,eta:0.053"
    assert 0.4 < setting(playground, "beta") < 0.7
    assert number(box(playground, "β")) == setting(playground, "beta")
    playground.agrees_with_numpy()
    assert not np.allclose(playground.live("w1", "w2"), before)


def test_the_start_follows_the_mouse_without_a_request(playground: Playground) -> None:
    playground.open()
    page = playground.page
    asked: list[str] = []
    playground.until_swept()
    plot = playground.plot()
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


def test_sliders_have_the_colour_of_their_run_in_both_themes(playground: Playground) -> None:
    playground.open()
    page = playground.page
    theme = page.get_by_role("button", name="Colours of the page")
    for scheme in ("light", "dark"):
        theme.click()
        expect(page.locator("html")).to_have_attribute("data-theme", scheme)
        hue, *_ = RUNS["dark" if scheme == "dark" else "light"][1]
        colours = f"[...({COLOURS})(document.querySelector('#editor input[type=range]'))].slice(1)"
        playground.until(f"playground.root.style.getPropertyValue('--run').trim() === {hue!r}")
        painted = playground.get(colours)
        assert {colour(part) for part in painted} == {colour(hue)}


def test_no_formula_of_a_rule_is_cut_off(playground: Playground) -> None:
    playground.open(
        E="w1^2 w2^2 * 123456.789012345",
        start="-3.14159265358979,2.23456789",
        run="rmsprop,eta:0.0512345678901,beta:0.912345678901",
    )
    editor = playground.page.locator(f"#{ids.EDITOR}").bounding_box()
    assert editor
    lines = playground.page.locator(f"#{ids.EDITOR} .rule .formula math:visible")
    expect(lines).to_have_count(3)
    for line in lines.all():
        box = line.bounding_box()
        assert box
        assert editor["x"] <= box["x"]
        assert box["x"] + box["width"] <= editor["x"] + editor["width"]


def test_the_kernels_are_pythons(page: Page) -> None:
    open_empty(page)
    random = np.random.default_rng(11)
    for preset in compared():
        check_paths(page, preset)
        low1, high1, low2, high2 = preset.view
        points = random.uniform((low1, low2), (high1, high2), (200, 2))
        check_values(page, preset.text, points)
