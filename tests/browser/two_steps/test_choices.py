"""Figure 1 with other optimizers, functions and numbers of steps, framed as they need."""

import math

import pytest
from playwright.sync_api import expect

from optimizers import OPTIMIZERS
from tests.support.browser.two_steps import TwoSteps


def test_any_two_optimizers_can_be_compared(two: TwoSteps, subtests: pytest.Subtests) -> None:
    two.open(steps=5)
    with two.settling():
        two.root.get_by_role("combobox", name="Blue optimizer").select_option("adam")
    orange = two.root.get_by_role("group", name="Orange run")
    for key, rule in OPTIMIZERS.items():
        with subtests.test(key):
            if two.get("figure.state.runs[1].optimizer") != key:
                with two.settling():
                    two.root.get_by_role("combobox", name="Orange optimizer").select_option(key)
            two.agrees_with_numpy()
            expect(orange.get_by_role("slider")).to_have_count(len(rule.hyperparameters))
            formula = orange.locator(".formula:visible")
            expect(formula).to_have_count(1)
            assert formula.evaluate("at => at.scrollWidth - at.clientWidth") == 0
            expect(two.root.get_by_role("table", name=rule.name).first).to_be_visible()
            assert len(two.numbers("Adam")) == 6
            assert two.get("figure.trajectories.map(({rule}) => rule.name)") == ["Adam", rule.name]


def test_the_same_rule_twice_keeps_its_two_runs_apart(two: TwoSteps) -> None:
    two.open(run=["rmsprop,eta:0.1", "rmsprop,eta:0.02"])
    two.agrees_with_numpy()
    assert two.live(0, "w1")[1, 0] == pytest.approx(-15 + 0.1 / math.sqrt(0.1))
    assert two.live(1, "w1")[1, 0] == pytest.approx(-15 + 0.02 / math.sqrt(0.1))
    box = two.control("Blue", "spinbutton", "β")
    with two.settling():
        box.fill("0")
    assert two.get("figure.state.runs.map(run => run.settings.beta)") == [0, 0.9]
    two.agrees_with_numpy()


def test_more_steps_are_framed_and_a_readers_own_view_is_left_alone(two: TwoSteps) -> None:
    two.open()
    page, framed = two.page, two.view()
    with two.settling():
        two.root.get_by_role("spinbutton", name="n, exact").fill("10")
    two.until("figure.state.view[1] > -11 && figure.plot.answer().view[1] > -11")
    expect(two.root.get_by_text("drawn at 1 : 100")).to_be_visible()
    assert len(two.numbers("RMSProp")) == 11
    two.agrees_with_numpy()
    assert page.evaluate("location.search") == "?embed=two-steps&steps=10"

    with two.settling():
        two.root.get_by_role("button", name="Zoom in").click()
    own = two.view()
    assert own[1] - own[0] == pytest.approx((-10.034 + 19.99) / 2, rel=1e-3)
    with two.settling():
        two.root.get_by_role("spinbutton", name="n, exact").fill("1")
    assert two.view() == pytest.approx(own)
    assert "&view=" in page.evaluate("location.search")
    # The button frames them, and from then on the frame follows again.
    two.root.get_by_role("button", name="Show all steps").click()
    two.until("figure.state.view[1] < -14 && figure.plot.answer().view[1] < -14")
    with two.settling():
        two.root.get_by_role("spinbutton", name="n, exact").fill("2")
    two.until("figure.trajectories[0].rows === 3")
    assert two.view()[0] == pytest.approx(framed[0], abs=1)
    two.until("location.search === '?embed=two-steps'")


def test_contours_that_follow_a_change_are_those_of_the_view_in_sight(two: TwoSteps) -> None:
    two.open()
    # As when the frame is resized just then: asked without their view they came with another one.
    two.get("figure.change({steps: 10}), figure.surface.askView()")
    two.until("figure.state.view[1] > -11 && figure.plot.answer().view[1] > -11")
    two.until("figure.plot.covers(figure.state.view)")
    assert two.view() == two.get("figure.state.view")


def test_a_double_click_shows_everything_again_and_leaves_the_start(two: TwoSteps) -> None:
    two.open()
    framing, start = two.get("figure.state.view"), two.get("figure.state.start")
    with two.settling():
        two.root.get_by_role("button", name="Zoom in").click()
    assert two.get("figure.surface.framed") is False
    plot = two.plot()
    two.page.mouse.dblclick(plot.left + 0.7 * plot.width, plot.top + 0.8 * plot.height)
    two.until("figure.surface.framed")
    assert (two.get("figure.state.view"), two.get("figure.state.start")) == (framing, start)
    assert two.view() == framing


def test_a_typed_function_and_a_preset_are_framed(two: TwoSteps) -> None:
    two.open(start="1,1")
    text = two.root.get_by_role("textbox", name="Error function")
    with two.settling():
        text.fill("w1^2 + sin(w2)")
        text.press("Enter")
    two.agrees_with_numpy()
    assert two.get("figure.state.E") == "w1^2 + sin(w2)"
    assert two.get("figure.state.start") == [1, 1]
    plot = two.plot()
    for arrow in (*two.arrows("g"), *two.arrows("v")):
        assert plot.left < arrow["x1"] < plot.left + plot.width
        assert plot.top < arrow["y1"] < plot.top + plot.height
    text.fill("sim(w1)")
    text.press("Enter")
    expect(two.root.get_by_text("did you mean sin?")).to_be_visible()
    assert two.get("figure.state.E") == "w1^2 + sin(w2)"

    with two.settling():
        two.root.get_by_role("combobox", name="Preset").select_option("rosenbrock")
    assert two.get("figure.state.start") == [-2, 2]
    expect(two.root.get_by_text("drawn at 1 : 1,000")).to_be_visible()
    two.agrees_with_numpy()
    assert two.get("figure.state.view") == [-4.14, 0.491, -0.091, 4.54]
