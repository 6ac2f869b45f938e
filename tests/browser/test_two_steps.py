"""Figure 1: two steps of two optimizers, their arrows and numbers, under hands of all kinds."""

import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from components import ids
from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend
from tests.browser.chromium import COLOR_SCHEMES, ColorScheme
from tests.browser.conftest import OpenPage, Playground, Plot, Violation

GRAPH = ids.TWO_STEPS + ids.SURFACE_GRAPH
ROOT = f"#{ids.TWO_STEPS_ROOT}"
PHONE = (390, 844)
COLUMN = "Array.from(figure.trajectories[{}].columns.{}.subarray(0, figure.trajectories[{}].rows))"


class TwoSteps:
    """The figure in a page, alone unless opened otherwise."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator(ROOT)
        self.card = page.locator(f"#{ids.TWO_STEPS}{ids.SURFACE_READOUT}")
        self.handle = self.root.get_by_role("button", name="Start point")

    def open(self, **parts: object) -> None:
        self.page.goto("/?" + urlencode({"embed": "two-steps", **parts}, doseq=True))
        self.ready()

    def ready(self) -> None:
        expect(self.root).to_have_attribute("data-ready", "true", timeout=30_000)

    def get(self, expression: str) -> Any:
        """Return the value of an expression of JavaScript on `figure`, the page's own."""
        return self.page.evaluate(
            f"() => (figure => {expression})(dash_clientside.lockstep.twoSteps)"
        )

    def until(self, condition: str) -> None:
        """Return once a condition on `figure` holds; it is looked at in every frame."""
        self.page.evaluate(f"""async () => {{
          const {{twoSteps: figure}} = dash_clientside.lockstep, end = performance.now() + 10000;
          while (!({condition})) {{
            if (performance.now() > end) throw new Error("This was never so.");
            await new Promise(requestAnimationFrame);
          }}
        }}""")

    @contextmanager
    def settling(self) -> Iterator[None]:
        """Do something, then wait until Plotly, Store and address have what came of it."""
        before = self.root.get_attribute("data-settled") or "never"
        yield
        since = re.compile(rf"^(?!{re.escape(before)}$)")
        expect(self.root).to_have_attribute("data-settled", since, timeout=15_000)

    def plot(self) -> Plot:
        return Playground(self.page).plot(GRAPH)

    def live(self, run: int, *columns: str) -> np.ndarray:
        """Return columns of a run as the live layer has it."""
        found = [self.get(COLUMN.format(run, column, run)) for column in columns]
        return np.array(found, dtype=np.float64).T

    def numpy(self, run: int) -> Trajectory:
        """Return what NumPy makes of a run in the state of the page."""
        state = self.get("figure.state")
        of = state["runs"][run]
        function, rule = ErrorFunction.parse(state["E"]), OPTIMIZERS[of["optimizer"]]
        return descend(function, rule, state["start"], state["steps"], **of["settings"])

    def agrees_with_numpy(self) -> None:
        """Assert that both runs are NumPy's, on the canvas and in Plotly's traces."""
        for run in (0, 1):
            found = self.numpy(run)
            np.testing.assert_allclose(self.live(run, "w1", "w2"), found.w, 1e-9, 1e-12)
            np.testing.assert_allclose(self.live(run, "g1", "g2")[1:], found.gradient, 1e-9, 1e-12)
            np.testing.assert_allclose(self.live(run, "v1", "v2")[1:], found.update, 1e-9, 1e-12)
            trace = self.get(f"['x', 'y'].map(side => figure.surface.data[{2 * run + 2}][side])")
            if isinstance(trace[0], list):  # as the server sent it, it is packed
                np.testing.assert_allclose(np.array(trace, float).T, found.w, 1e-9, 1e-12)

    def arrows(self, kind: str) -> list[dict[str, Any]]:
        """Return the arrows or points of a kind, in pixels of the page."""
        stage = self.page.locator(f"#{GRAPH}").bounding_box()
        assert stage
        found: list[dict[str, Any]] = self.get(f"figure.arrows.{kind}")
        for arrow in found:
            for name in arrow.keys() & {"x", "x0", "x1"}:
                arrow[name] += stage["x"]
            for name in arrow.keys() & {"y", "y0", "y1"}:
                arrow[name] += stage["y"]
        return found

    def arrow(self, kind: str, run: int | None, t: int) -> dict[str, Any]:
        (found,) = [a for a in self.arrows(kind) if (a["run"], a["t"]) == (run, t)]
        return found

    def control(self, run: str, role: Any, name: str) -> Locator:
        return self.root.get_by_role("group", name=f"{run} run").get_by_role(role, name=name)

    def numbers(self, rule: str) -> list[list[str]]:
        """Return the rows of the table of a run, each vector as (first, second)."""

        def text(cell: Locator) -> str:
            first, *second = cell.inner_text().split()
            return f"({first}, {second[0]})" if second else first

        table = self.root.get_by_role("table", name=rule).first
        rows = table.get_by_role("row").all()[1:]
        cells = [row.locator("th, td").all() for row in rows]
        return [[text(cell) if cell.inner_text().strip() else "" for cell in row] for row in cells]


@pytest.fixture
def two(open_page: OpenPage) -> TwoSteps:
    return TwoSteps(open_page())


def asked(page: Page) -> list[str]:
    """Return the list into which the addresses of all requests will be put."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def near(pixel: tuple[float, float], within: float = 1) -> object:
    return pytest.approx(pixel, abs=within, rel=0)


def centre(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


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
        ("spinbutton", re.compile("^start.*1"), "-15"),
        ("spinbutton", re.compile("^start.*2"), "20"),
        ("combobox", "Blue optimizer", "gradient-descent"),
        ("combobox", "Orange optimizer", "rmsprop"),
        ("combobox", "Preset", "bowl"),
    ):
        control: Any = role
        named: Any = name
        expect(two.root.get_by_role(control, name=named)).to_have_value(value)
    expect(two.control("Blue", "spinbutton", "η")).to_have_value("0.001")
    for name, value in (("η", "0.05"), ("β", "0.9"), ("ε", "1e-8")):
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


def test_a_slider_moves_its_own_run_without_a_request(two: TwoSteps) -> None:
    two.open()
    page, plot = two.page, two.plot()
    slider = two.control("Orange", "slider", "learning rate")
    box = slider.bounding_box()
    assert box
    share = slider.evaluate("({value, min, max}) => (value - min) / (max - min)")
    x, y = box["x"] + 8 + share * (box["width"] - 16), box["y"] + box["height"] / 2
    classical, before = two.live(0, "w1", "w2"), two.live(1, "w1", "w2")
    with two.settling():
        page.mouse.move(x, y)
        page.mouse.down()
        requests = asked(page)
        for right in (3, 6, 9):
            page.mouse.move(x + right, y)
            last = before[2, 0]
            two.until(f"figure.trajectories[1].columns.w1[2] > {last} + 1e-9")
            before = two.live(1, "w1", "w2")
            eta = two.get("figure.state.runs[1].settings.eta")
            expect(two.control("Orange", "spinbutton", "η")).to_have_value(f"{eta:g}")
            cell = two.root.get_by_role("table", name="RMSProp").locator("tr:last-child td").first
            shown = f"{before[2, 0]:.4g}\\s*{before[2, 1]:.4g}".replace("-", "−")
            expect(cell).to_have_text(re.compile(shown))
            assert two.arrow("w", 1, 2)["x"] == pytest.approx(plot.pixel(*before[2])[0], abs=0.5)
        assert requests == []
        assert two.plot() == plot
        assert page.evaluate("location.search") == "?embed=two-steps"
        page.mouse.up()
    two.agrees_with_numpy()
    assert two.live(0, "w1", "w2").tolist() == classical.tolist()
    assert page.evaluate("location.search") == (
        f"?embed=two-steps&run=gradient-descent&run=rmsprop,eta:{eta:g}"
    )
    # What still shows everything stays as it is.
    assert two.plot() == plot
    assert [url for url in requests if "_dash-update" in url] == []


def test_a_dragged_start_takes_everything_along_and_is_framed_at_rest(two: TwoSteps) -> None:
    two.open()
    page, plot = two.page, two.plot()
    x, y = centre(two.handle)
    assert (x, y) == near(plot.pixel(-15, 20))
    with two.settling():
        page.mouse.move(x, y)
        page.mouse.down()
        requests = asked(page)
        for right, down in [(40, 20), (90, -60), (150, -220)]:
            page.mouse.move(x + right, y + down, steps=3)
            two.until(f"figure.state.start[0] > {plot.value(x + right - 2, y)[0]}")
            two.until("figure.trajectories[1].columns.w1[0] === figure.state.start[0]")
            first = two.arrow("v", 0, 1)
            assert (first["x0"], first["y0"]) == near((x + right, y + down))
            assert two.plot() == plot
        assert requests == []
        page.mouse.up()
    # The gradients reached out of sight: now they do not.
    two.until("figure.state.view[3] > 21.5")
    two.agrees_with_numpy()
    plot, start = two.plot(), two.get("figure.state.start")
    for arrow in two.arrows("g"):
        assert plot.top < arrow["y1"] < plot.top + plot.height
    assert centre(two.handle) == near(plot.pixel(*start))
    search = page.evaluate("location.search")
    assert f"start={start[0]},{start[1]}" in search
    assert "view" not in search, "the frame follows from the rest"


def test_the_keyboard_reaches_the_start_and_every_number(two: TwoSteps) -> None:
    two.open()
    plot = two.plot()
    two.handle.focus()
    x, y = centre(two.handle)
    with two.settling():
        two.page.keyboard.press("ArrowRight")
    assert plot.pixel(*two.get("figure.state.start")) == near((x + 8, y))
    two.agrees_with_numpy()
    row = two.root.get_by_role("button", name="t = 2 of RMSProp")
    row.focus()
    expect(two.card).to_be_visible()
    weights = two.live(1, "w1", "w2")[2]
    expect(two.card).to_contain_text(f"{weights[0]:.12g}".replace("-", "−"))
    expect(two.card).to_contain_text("|v(2)|")
    assert two.get("[figure.marked.run, figure.marked.t]") == [1, 2]
    two.page.keyboard.press("Shift+Tab")
    expect(two.root.get_by_role("button", name="t = 1 of RMSProp")).to_be_focused()
    assert two.get("figure.marked.t") == 1
    two.control("Blue", "slider", "learning rate").focus()
    expect(two.card).to_be_hidden()


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_any_two_optimizers_can_be_compared(two: TwoSteps, key: str) -> None:
    rule = OPTIMIZERS[key]
    two.open(steps=5)
    with two.settling():
        two.root.get_by_role("combobox", name="Blue optimizer").select_option("adam")
    with two.settling():
        two.root.get_by_role("combobox", name="Orange optimizer").select_option(key)
    two.agrees_with_numpy()
    orange = two.root.get_by_role("group", name="Orange run")
    expect(orange.get_by_role("slider")).to_have_count(len(rule.hyperparameters))
    formula = orange.locator(".formula:visible")
    expect(formula).to_have_count(1)
    assert formula.evaluate("at => at.scrollWidth - at.clientWidth") == 0
    expect(two.root.get_by_role("table", name=rule.name).first).to_be_visible()
    assert len(two.numbers("Adam")) == 6
    assert two.get("figure.trajectories.map(({rule}) => rule.name)") == ["Adam", rule.name]


def test_numbers_told_between_a_choice_and_its_drawing_are_those_of_what_is_drawn(
    two: TwoSteps,
) -> None:
    two.open(run=["gradient-descent", "rmsprop"])
    picker = two.root.get_by_role("combobox", name="Orange optimizer")
    two.page.evaluate("""async () => {
      for (let k = 0; k < 2; k++) {  // the second tells later
        dash_clientside.lockstep.twoSteps.redraw();
        await new Promise(requestAnimationFrame);
      }
      window.requestAnimationFrame = () => 0;  // nothing is drawn any more
    }""")
    picker.select_option("adadelta")
    two.page.evaluate("new Promise(told => setTimeout(told, 91))")  # set after the figure's own 90
    assert two.get("figure.state.runs[1].optimizer") == "adadelta"
    assert two.get("figure.trajectories[1].rule.name") == "RMSProp"
    expect(two.root.get_by_role("table", name="RMSProp").first).to_be_visible()
    two.root.get_by_role("button", name="t = 1 of RMSProp").focus()
    expect(two.card).to_contain_text("s(1)")


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
    page, plot = two.page, two.plot()
    with two.settling():
        two.root.get_by_role("spinbutton", name="n, exact").fill("10")
    two.until("figure.state.view[1] > -11 && figure.surface._fullData[0].x[199] > -11")
    expect(two.root.get_by_text("drawn at 1 : 100")).to_be_visible()
    assert len(two.numbers("RMSProp")) == 11
    two.agrees_with_numpy()
    assert page.evaluate("location.search") == "?embed=two-steps&steps=10"

    with two.settling():
        two.root.get_by_role("button", name="Zoom in").click()
    own = two.plot()
    assert own.x[1] - own.x[0] == pytest.approx((-10.034 + 19.99) / 2, rel=1e-3)
    with two.settling():
        two.root.get_by_role("spinbutton", name="n, exact").fill("1")
    assert [*two.plot().x, *two.plot().y] == pytest.approx([*own.x, *own.y])
    assert "&view=" in page.evaluate("location.search")
    # The button frames them, and from then on the frame follows again.
    two.root.get_by_role("button", name="Show all steps").click()
    two.until("figure.state.view[1] < -14 && figure.surface._fullData[0].x[199] < -14")
    with two.settling():
        two.root.get_by_role("spinbutton", name="n, exact").fill("2")
    two.until("figure.trajectories[0].rows === 3")
    assert two.plot().x[0] == pytest.approx(plot.x[0], abs=1)
    assert page.evaluate("location.search") == "?embed=two-steps"


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


def test_an_address_is_shown_and_its_mistakes_are_said(two: TwoSteps) -> None:
    two.open(start="3,-4", steps="4", run=["momentum,alpha:0.5", "adagrad"], view="-20,20,-25,25")
    two.agrees_with_numpy()
    plot = two.plot()
    assert (plot.x, plot.y) == ((-20, 20), (-25, 25))
    expect(two.root.get_by_role("combobox", name="Blue optimizer")).to_have_value("momentum")
    expect(two.control("Blue", "spinbutton", "α")).to_have_value("0.5")
    two.open(steps="11")
    expect(two.root.get_by_role("status").first).to_contain_text("a whole number from 1 to 10")
    assert len(two.numbers("RMSProp")) == 3


def test_on_the_whole_page_it_arrives_when_near_and_has_its_own_part_of_the_address(
    open_page: OpenPage,
) -> None:
    two = TwoSteps(open_page(arrivals=True))
    two.page.goto("/?steps=50&two-steps.steps=3")
    two.page.locator("#two-steps").scroll_into_view_if_needed()
    two.ready()
    assert len(two.numbers("RMSProp")) == 4
    with two.settling():
        two.control("Orange", "slider", "decay of the scaling").press("Home")
    two.agrees_with_numpy()
    assert two.page.evaluate("location.search") == (
        "?steps=50&two-steps.steps=3&two-steps.run=gradient-descent&two-steps.run=rmsprop,beta:0"
    )
    assert Playground(two.page).get("playground.state.runs[0].settings.beta") == 0.9


def test_a_finger_sees_numbers_by_a_tap_and_moves_the_start(open_page: OpenPage) -> None:
    page = open_page(*PHONE, touch=True)
    two = TwoSteps(page)
    two.open()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    plot = two.plot()
    assert plot.width == pytest.approx(plot.height, abs=1)
    gradient = two.arrow("g", 1, 2)
    page.touchscreen.tap(gradient["x1"], gradient["y1"] + 6)
    expect(two.card).to_contain_text("g(2)")
    expect(two.card).to_contain_text("RMSProp")
    assert two.get("figure.state.start") == [-15, 20]
    with two.settling():
        page.touchscreen.tap(plot.left + 200, plot.top + 200)
    assert plot.pixel(*two.get("figure.state.start")) == near((plot.left + 200, plot.top + 200))
    expect(two.card).to_be_hidden()
    two.agrees_with_numpy()


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(
    open_page: OpenPage,
    axe: Callable[[Page], list[Violation]],
    size: tuple[int, int],
    color_scheme: ColorScheme,
) -> None:
    page = open_page(*size, color_scheme=color_scheme, touch=size == PHONE, arrivals=True)
    two = TwoSteps(page)
    page.goto("/?two-steps.steps=many&two-steps.run=adam&two-steps.run=gradient-descent,eta:1")
    page.locator("#two-steps").scroll_into_view_if_needed()
    two.ready()
    two.root.get_by_role("button", name="t = 1 of Adam").focus()
    expect(two.card).to_be_visible()
    roles: tuple[Any, ...] = ("button", "slider", "spinbutton", "combobox", "textbox")
    for role in roles:
        assert two.root.get_by_role(role).count() >= 1
        named = two.root.get_by_role(role, name=re.compile(r"\w"))
        assert named.count() == two.root.get_by_role(role).count(), role
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
