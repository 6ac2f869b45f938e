"""Sliders: what they set is seen at once, under the mouse and by keys."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from components import ids
from tests.support.browser.controls import BETA, EPSILON, ETA, STEPS, box, holding, setting, slider
from tests.support.browser.playground import Playground


def canvases(playground: Playground) -> list[str]:
    """Return what is drawn above the two figures."""
    return [
        playground.get(f"document.getElementById('{canvas}').toDataURL()")
        for canvas in (ids.SURFACE_CANVAS, f"{ids.ERROR_CHART}-canvas")
    ]


def test_everything_follows_a_dragged_eta(playground: Playground) -> None:
    playground.open()
    page = playground.page
    view = playground.plot()
    with holding(playground, slider(playground, ETA)) as (x, y):
        seen, pictures = [playground.live("w1")[-1, 0]], [canvases(playground)]
        for right in (4, 9, 15, 22):
            page.mouse.move(x + right, y)
            playground.until(
                f"playground.trajectory.columns.w1[playground.trajectory.rows - 1] !== {seen[-1]}"
            )
            seen.append(playground.live("w1")[-1, 0])
            pictures.append(canvases(playground))
            eta = setting(playground, "eta")
            expect(box(playground, "η")).to_have_value(re.compile(re.escape(f"{eta:g}")))
            run = playground.numpy()
            assert playground.live("w1", "w2")[-1].tolist() == pytest.approx(run.w[-1].tolist())
        assert seen == sorted(seen), "the larger eta, the nearer to the minimum"
        for before, after in pairwise(pictures):
            assert before[0] != after[0]
            assert before[1] != after[1]
        # What costs time waits for the hand to rest.
        assert page.evaluate("location.search") == ""
    playground.agrees_with_numpy()
    assert 0.05 < setting(playground, "eta") < 10
    assert f"run=rmsprop,eta:{setting(playground, 'eta'):g}" in page.evaluate("location.search")
    summary = page.locator(f"#{ids.RUN_SUMMARY}")
    expect(summary).to_contain_text(f"{playground.numpy().error[-1]:.4g}")
    assert playground.plot() == view


def test_every_slider_moves_its_own_number_and_no_other(playground: Playground) -> None:
    playground.open()
    names = {BETA: "beta", EPSILON: "epsilon", ETA: "eta"}
    for label, name in names.items():
        before = playground.get("({...playground.state.runs[0].settings})")
        with holding(playground, slider(playground, label)) as (x, y):
            playground.page.mouse.move(x - 40, y, steps=2)
            playground.until(f"playground.state.runs[0].settings.{name} < {before[name]}")
        after = playground.get("({...playground.state.runs[0].settings})")
        assert {key for key in after if after[key] != before[key]} == {name}
        playground.agrees_with_numpy()
    with holding(playground, slider(playground, STEPS)) as (x, y):
        playground.page.mouse.move(x + 20, y, steps=2)
        playground.until("playground.trajectory.rows > 101")
    steps = playground.get("playground.state.steps")
    assert (steps % 1, len(playground.live("E"))) == (0, steps + 1)
    assert playground.chart().x == (0, steps)
    playground.agrees_with_numpy()


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
    steps = slider(playground, STEPS)
    for key, count in {"End": 2000, "Home": 1}.items():
        with playground.settling():
            steps.press(key)
        assert playground.get("playground.state.steps") == count
        assert playground.get("playground.trajectory.rows") <= count + 1
    assert setting(playground, "eta") == moved[-1]
