"""Sliders: what they set is seen at once, under the mouse and by keys."""

import re

import pytest
from playwright.sync_api import expect

from components import ids
from tests.support.browser.controls import BETA, EPSILON, ETA, box, holding, setting, slider
from tests.support.browser.playground import Playground

STEPS = "of how many"


CANVASES = (ids.SURFACE_CANVAS, f"{ids.ERROR_CHART}-canvas")
PICTURE = "document.getElementById('{}').toDataURL()"


def pictures(playground: Playground) -> list[str]:
    """Return what is drawn above the two figures."""
    return [playground.get(PICTURE.format(canvas)) for canvas in CANVASES]


def test_everything_follows_a_dragged_eta(playground: Playground) -> None:
    # So few that no run is at the minimum yet.
    playground.open(steps=50)
    page = playground.page
    view = playground.plot()
    with holding(playground, slider(playground, ETA)) as (x, y):
        seen, before = [playground.live("w1")[-1, 0]], pictures(playground)
        for right in (4, 9, 15, 22):
            page.mouse.move(x + right, y)
            playground.until(
                f"playground.trajectory.columns.w1[playground.trajectory.rows - 1] !== {seen[-1]}"
            )
            seen.append(playground.live("w1")[-1, 0])
            # A busy machine draws the chart some frames later.
            for canvas, picture in zip(CANVASES, before, strict=True):
                playground.until(f"{PICTURE.format(canvas)} !== '{picture}'")
            before = pictures(playground)
            eta = setting(playground, "eta")
            expect(box(playground, "η")).to_have_value(re.compile(re.escape(f"{eta:g}")))
            run = playground.numpy()
            assert playground.live("w1", "w2")[-1].tolist() == pytest.approx(run.w[-1].tolist())
        assert seen == sorted(seen), "the larger eta, the nearer to the minimum"
        # What costs time waits for the hand to rest.
        assert page.evaluate("location.search") == "?steps=50"
    playground.agrees_with_numpy()
    assert 0.05 < setting(playground, "eta") < 10
    assert f"run=rmsprop,eta:{setting(playground, 'eta'):g}" in page.evaluate("location.search")
    said = page.locator(f"#{ids.SAID}")
    expect(said).to_contain_text(f"RMSProp, 50 steps, E = {playground.numpy().error[-1]:.4g}")
    assert playground.plot() == view


def test_every_slider_moves_its_own_number_and_no_other(playground: Playground) -> None:
    playground.open()
    names = {BETA: "beta", EPSILON: "epsilon", ETA: "eta"}
    for label, name in names.items():
        before = playground.selected()["settings"]
        with holding(playground, slider(playground, label)) as (x, y):
            playground.page.mouse.move(x - 40, y, steps=2)
            playground.until(f"playground.state.runs[1].settings.{name} < {before[name]}")
        after = playground.selected()["settings"]
        assert {key for key in after if after[key] != before[key]} == {name}
        playground.agrees_with_numpy()
    assert playground.get("playground.state.runs[0].settings") == {"eta": 0.001}


def test_keys_move_a_slider_and_reach_its_bounds(playground: Playground) -> None:
    playground.open()
    eta = slider(playground, ETA)
    eta.focus()
    moved = [setting(playground, "eta")]
    for key in ("ArrowRight", "ArrowRight", "PageUp"):
        with playground.settling():
            eta.press(key)
        moved.append(setting(playground, "eta"))
        expect(eta).to_have_attribute("aria-valuetext", f"{moved[-1]:g}")
    assert moved == sorted(set(moved))
    assert moved[2] / moved[0] < 1.5
    playground.agrees_with_numpy()

    beta = slider(playground, BETA)
    for key, bound in {"Home": 0, "End": 1}.items():
        with playground.settling():
            beta.press(key)
        assert setting(playground, "beta") == bound
        expect(box(playground, "β")).to_have_value(str(bound))
        playground.agrees_with_numpy()
    # With beta = 1 the scaling factor stays 0: every step is eta g / sqrt(epsilon).
    assert playground.live("s1", "s2")[-1].tolist() == [0, 0]

    epsilon = slider(playground, EPSILON)
    for key, least, text in (("Home", 1e-12, "10 to the minus 12"), ("End", 1, "1")):
        with playground.settling():
            epsilon.press(key)
        assert setting(playground, "epsilon") == least
        expect(epsilon).to_have_attribute("aria-valuetext", text)
        playground.agrees_with_numpy()
    steps = box(playground, STEPS)
    for count in (2000, 1):
        with playground.settling():
            steps.fill(str(count))
        assert playground.get("playground.state.steps") == count
        assert playground.get("playground.trajectory.rows") <= count + 1
        assert playground.chart().x == (0, count)
    assert setting(playground, "eta") == moved[-1]
