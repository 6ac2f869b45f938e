"""What happens at the edges: divergence, no value, no slope, constants, bounds."""

import math

import pytest
from playwright.sync_api import Locator, expect

from components import ids
from tests.support.browser.playground import Playground

LARGEST = 1.7976931348623157e308
EXCEEDED = math.ceil(math.log10(LARGEST / 4000) / math.log10(19**2))
"""E = 4000 * 19^(2t) on the article's bowl with gradient descent and eta = 1."""


def said(playground: Playground) -> Locator:
    return playground.page.locator(f"#{ids.SAID}")


def finding(playground: Playground) -> Locator:
    return playground.page.locator(f"#{ids.ERROR_FINDING}")


def final(playground: Playground, place: int = 0) -> Locator:
    return playground.page.locator(f"#{ids.RUN_LIST} [data-place='{place}'] .final")


def test_a_run_that_diverges_says_when_and_leaves_the_view(playground: Playground) -> None:
    playground.open(run="gradient-descent", steps=2000)
    page = playground.page
    view, chart = playground.plot(), playground.chart()
    eta = page.get_by_role("spinbutton", name="η")
    expect(finding(playground)).to_contain_text("falls")
    with playground.settling():
        eta.fill("1")
    expect(said(playground)).to_contain_text(f"{EXCEEDED - 1} steps, E = ")
    expect(said(playground)).to_contain_text(f"diverged at step {EXCEEDED}: E exceeded 1e308")
    expect(finding(playground)).to_have_text("Gradient descent diverges: its η is too large here")
    expect(final(playground)).to_have_text("diverges")
    playground.agrees_with_numpy()
    # The views stay where they can be read.
    assert playground.plot() == view
    low, high = playground.chart().y
    assert -1 < low < math.log10(4675) < high < math.log10(4675) + 3.1
    assert playground.chart().x == chart.x
    with playground.settling():
        page.get_by_role("button", name="linear").click()
    low, high = playground.chart().y
    assert low == 0
    assert 4675 <= high < 20_000
    with playground.settling():
        page.get_by_role("button", name="log", exact=True).click()
    # It is not for good: a smaller eta converges again, and the sentence goes.
    with playground.settling():
        eta.fill("0.01")
    expect(said(playground)).not_to_contain_text("diverged")
    expect(finding(playground)).to_contain_text("falls")
    expect(final(playground)).not_to_have_text("diverges")
    assert playground.get("playground.trajectory.rows") == 2001
    playground.agrees_with_numpy()


SENTENCES = {
    "sqrt(w1)": "stopped at the start: E has no finite value there",
    # from w1 + 2 = 1 by 2 * 1/1 to -1, where log has no value
    "log(w1 + 2)": "stopped at step 1: E has no value at the point reached",
    # from w1 + 2 = 1 by 2 * 1/2 to 0, where the root is vertical
    "sqrt(w1 + 2)": "stopped at step 1: sqrt(w1+2) has no finite slope there",
    # E = -(1 + 2 * 2)^(2t)
    "-w1^2": f"diverged at step {math.ceil(math.log10(LARGEST) / math.log10(25))}: "
    "E fell below -1e308",
}


def test_a_run_that_ends_early_says_why_and_the_page_stays_alive(playground: Playground) -> None:
    playground.open(start="-1,2", view="-4,4,-4,4", run="gradient-descent,eta:2", steps=2000)
    page, plot = playground.page, playground.plot()
    box = page.get_by_role("textbox", name="Error function")
    for text, sentence in SENTENCES.items():
        with playground.settling():
            box.fill(text)
            box.press("Enter")
        expect(said(playground)).to_contain_text(sentence)
        is_diverged = sentence.startswith("diverged")
        shown = "E falls without end" if is_diverged else sentence
        expect(finding(playground)).to_contain_text(shown)
        expect(final(playground)).to_have_text("diverges" if is_diverged else "stops")
        expect(page.locator(f"#{ids.ERROR_FUNCTION_MESSAGE}")).to_be_empty()
        run = playground.numpy()
        assert run.stopped
        assert run.stopped.startswith(sentence)
        assert playground.get("playground.trajectory.stopped") == run.stopped
        assert playground.get("playground.trajectory.rows") == run.error.size
        assert playground.plot() == plot
        expect(page.get_by_role("button", name="Start point")).to_be_visible()
    # A function with a floor, a start elsewhere: it goes on.
    with playground.settling():
        box.fill("w1^2/10 + w2^2/10")
        box.press("Enter")
    with playground.settling():
        page.mouse.click(*plot.pixel(2, 1))
    assert playground.get("playground.state.start") == pytest.approx([2, 1], abs=0.02)
    assert playground.get("playground.trajectory.rows") == 2001
    playground.agrees_with_numpy()
    assert playground.plot() == plot


def test_flat_and_one_sided_functions(playground: Playground) -> None:
    playground.open(start="1,2", view="-4,4,-4,4", steps=20)
    page = playground.page
    box = page.get_by_role("textbox", name="Error function")
    for text, moved in {"5": (), "w1^2": (0,), "y^2": (1,)}.items():
        with playground.settling():
            box.fill(text)
            box.press("Enter")
        playground.agrees_with_numpy()
        for place in (0, 1):
            w = playground.live("w1", "w2", place=place)
            assert w.shape == (21, 2)
            for weight in (0, 1):
                assert (w[:, weight] != w[0, weight]).any() == (weight in moved)
            expect(final(playground, place)).not_to_have_text("diverges")
            expect(final(playground, place)).not_to_have_text("stops")
        if text == "5":
            expect(finding(playground)).to_have_text("Both runs end level at E = 5")
        assert playground.plot().x == pytest.approx((-4, 4))


def test_hyperparameters_at_their_bounds(playground: Playground) -> None:
    playground.open(run=["gradient-descent,eta:0.001", "rmsprop,beta:1,epsilon:1e-12"])
    page, plot = playground.page, playground.plot()
    # s stays 0: v = eta g / sqrt(epsilon), and w2 runs away at once
    expect(finding(playground)).to_have_text("RMSProp diverges")
    expect(final(playground, 1)).to_have_text("diverges")
    expect(final(playground, 0)).to_have_text("1.64")
    playground.agrees_with_numpy()
    assert playground.live("s1", "s2").max() == 0
    assert playground.plot() == plot
    bounds = {"ε": ("1",), "β": ("0",), "η": ("10", "1e-6")}
    for symbol, values in bounds.items():
        for value in values:
            with playground.settling():
                page.get_by_role("spinbutton", name=symbol).fill(value)
            playground.agrees_with_numpy()
            assert playground.plot() == plot
