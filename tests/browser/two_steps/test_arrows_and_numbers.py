"""Figure 1: its arrows are true to scale, its numbers exact."""

import math
import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.support.browser.two_steps import TwoSteps, centre, near


def test_it_opens_with_the_articles_example_and_its_numbers(two: TwoSteps) -> None:
    two.open()
    assert two.live(0, "w1", "w2").round(2).tolist() == [[-15, 20], [-14.91, 19.6], [-14.82, 19.21]]
    assert two.live(1, "w1", "w2").round(2).tolist() == [
        [-15, 20],
        [-14.84, 19.84],
        [-14.73, 19.73],
    ]
    two.agrees_with_numpy()
    assert two.numbers("Gradient descent") == [
        ["0", "(−15, 20)", "", ""],
        ["1", "(−14.91, 19.6)", "(−90, 400)", "(−0.09, 0.4)"],
        ["2", "(−14.82, 19.21)", "(−89.46, 392)", "(−0.08946, 0.392)"],
    ]
    assert two.numbers("RMSProp") == [
        ["0", "(−15, 20)", "", "", "(0, 0)"],
        ["1", "(−14.84, 19.84)", "(−90, 400)", "(−0.1581, 0.1581)", "(810, 16000)"],
        ["2", "(−14.73, 19.73)", "(−89.05, 396.8)", "(−0.1141, 0.1143)", "(1522.01, 30148)"],
    ]
    expect(two.root.get_by_text("drawn at 1 : 500")).to_be_visible()
    for role, name, value in (
        ("spinbutton", "n, exact", "2"),
        ("spinbutton", re.compile("^start.*1"), "−15"),
        ("spinbutton", re.compile("^start.*2"), "20"),
        ("combobox", "Blue optimizer", "gradient-descent"),
        ("combobox", "Orange optimizer", "rmsprop"),
        ("combobox", "Preset", "bowl"),
    ):
        control: Any = role
        named: Any = name
        expect(two.root.get_by_role(control, name=named)).to_have_value(value)
    expect(two.control("Blue", "spinbutton", "η")).to_have_value("0.001")
    for name, value in (("η", "0.05"), ("β", "0.9"), ("ε", "10⁻⁸")):
        expect(two.control("Orange", "spinbutton", name)).to_have_value(value)
    assert two.page.evaluate("location.search") == "?embed=two-steps"


def test_the_arrows_are_true_to_scale_and_gradients_to_theirs(two: TwoSteps) -> None:
    two.open()
    plot = two.plot()
    unit = plot.width / (plot.x[1] - plot.x[0])
    assert plot.height / (plot.y[1] - plot.y[0]) == pytest.approx(unit, rel=0.002)
    # One gradient for both at first, then each its own.
    assert [(a["run"], a["t"]) for a in two.arrows("g")] == [(None, 1), (0, 2), (1, 2)]
    assert len(two.arrows("v")) == len(two.arrows("w")) == 4
    for run in (0, 1):
        found = two.numpy(run)
        for t in (1, 2):
            step = two.arrow("v", run, t)
            assert (step["x0"], step["y0"]) == near(plot.pixel(*found.w[t - 1]), 0.5)
            assert (step["x1"], step["y1"]) == near(plot.pixel(*found.w[t]), 0.5)
            assert step["length"] == pytest.approx(np.hypot(*found.update[t - 1]) * unit, rel=0.01)
            gradient = two.arrow("g", run if t > 1 else None, t)
            assert (gradient["x0"], gradient["y0"]) == near(plot.pixel(*found.w[t - 1]), 0.5)
            length = np.hypot(*found.gradient[t - 1]) * unit / 500
            assert gradient["length"] == pytest.approx(length, rel=0.01)
            up = math.atan2(gradient["y0"] - gradient["y1"], gradient["x1"] - gradient["x0"])
            g1, g2 = found.gradient[t - 1]
            assert up == pytest.approx(math.atan2(g2, g1), abs=0.01)
    # The first adaptive step moves both weights by the same amount: a diagonal.
    first = two.arrow("v", 1, 1)
    assert first["x1"] - first["x0"] == pytest.approx(first["y1"] - first["y0"], rel=0.01)
    assert two.arrow("g", None, 1)["length"] > plot.height / 4


def test_pointing_at_an_arrow_or_a_weight_shows_its_exact_numbers(two: TwoSteps) -> None:
    two.open()
    expect(two.card).to_be_hidden()

    def point(arrow: dict[str, Any], share: float = 0.5) -> list[str]:
        x = arrow["x"] if "x" in arrow else arrow["x0"] + share * (arrow["x1"] - arrow["x0"])
        y = arrow["y"] if "y" in arrow else arrow["y0"] + share * (arrow["y1"] - arrow["y0"])
        two.page.mouse.move(x, y)
        expect(two.card).to_be_visible()
        return [" ".join(row.inner_text().split()) for row in two.card.get_by_role("row").all()]

    assert point(two.arrow("g", None, 1), 0.9) == ["both", "g(1) −90 400", "|g(1)| 410"]
    assert point(two.arrow("v", 0, 1)) == ["Gradient descent", "v(1) −0.09 0.4", "|v(1)| 0.41"]
    assert point(two.arrow("v", 1, 1)) == [
        "RMSProp",
        "v(1) −0.158113883007 0.158113883008",
        "|v(1)| 0.223606797749",
    ]
    assert two.get("figure.marked.kind + figure.marked.run + figure.marked.t") == "v11"
    assert point(two.arrow("w", 1, 1)) == [
        "RMSProp",
        "w(1) −14.841886117 19.841886117",
        "E 4597.84919733",
        "s(1) 810 16000",
    ]
    gradient = point(two.arrow("g", 1, 2), 0.7)
    assert gradient[:2] == ["RMSProp", "g(2) −89.051316702 396.83772234"]
    two.page.mouse.move(*centre(two.handle))
    expect(two.card.get_by_role("row")).to_have_text(["both", "w(0)−1520", "E4675"])
    # Between the arrows it is the place, and off the surface nothing.
    plot = two.plot()
    two.page.mouse.move(plot.left + 20, plot.top + plot.height - 20)
    expect(two.card.get_by_role("row").first).to_have_text(re.compile("^w"))
    assert two.get("figure.marked") is None
    two.page.mouse.move(plot.left + 20, plot.top + plot.height + 40)
    expect(two.card).to_be_hidden()


def test_numbers_told_between_a_choice_and_its_drawing_are_those_of_what_is_drawn(
    two: TwoSteps,
) -> None:
    two.open(run=["gradient-descent", "rmsprop"])
    picker = two.root.get_by_role("combobox", name="Orange optimizer")
    picker.focus()  # the controls of all rules come then
    run = two.root.get_by_role("group", name="Orange run")
    expect(run.locator(".hyperparameters:empty")).to_have_count(0)
    two.page.evaluate("""async () => {
      for (let k = 0; k < 2; k++) {  // the second tells later
        window.lockstep.twoSteps.redraw();
        await new Promise(requestAnimationFrame);
      }
      // Nothing is drawn any more, and nothing committed, which draws too.
      const later = window.setTimeout;
      window.requestAnimationFrame = () => 0;
      window.setTimeout = (call, wait) => wait < 200 ? later(call, wait) : 0;
    }""")
    picker.select_option("adadelta")
    two.page.evaluate("new Promise(told => setTimeout(told, 91))")  # set after the figure's own 90
    assert two.get("figure.state.runs[1].optimizer") == "adadelta"
    assert two.get("figure.trajectories[1].rule.name") == "RMSProp"
    expect(two.root.get_by_role("table", name="RMSProp").first).to_be_visible()
    two.root.get_by_role("button", name="t = 1 of RMSProp").focus()
    expect(two.card).to_contain_text("s(1)")
