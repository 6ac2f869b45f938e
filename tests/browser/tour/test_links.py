"""Symbols and names light up in the figure what they stand for."""

from playwright.sync_api import Page, expect

from components.tour.stop import Compass, Curves, Stop
from components.ui.palette import RUNS
from tests.support.browser.everyone import colour
from tests.support.browser.tour import OWN, Tour

RAVINE = OWN[0]
WEIGHTS = next(
    stop
    for stop in OWN
    if len(stop.charts) == 1
    and isinstance(stop.charts[0], Curves)
    and [line.i for line in stop.charts[0].lines] == [1, 2]
    and f'"{stop.charts[0].quantity}1"' in stop.text
)
"""A stop whose chart has a quantity of both weights of a run, which its text names."""

SCALED = next(stop for stop in OWN if 'rule("rmsprop"' in stop.text)
STEPS = next(
    stop
    for stop in OWN
    if stop.control
    and stop.control.kind == "start"
    and any(isinstance(chart, Compass) and len(chart.runs) == 2 for chart in stop.charts)
)


def test_a_pointer_and_the_focus_light_up_a_run(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    name = tour.section(RAVINE).locator("[data-link=run-0]").first
    name.hover()
    tour.until("figure.scene.linked === 'run-0'")
    expect(name).to_have_class("linked run-0 lit")
    page.mouse.move(2, 2)
    tour.until("figure.scene.linked === null")
    name.focus()
    tour.until("figure.scene.linked === 'run-0'")
    # One that is pressed stays lit.
    page.keyboard.press("Enter")
    expect(name).to_have_attribute("aria-pressed", "true")
    name.blur()
    assert tour.get("figure.scene.linked") == "run-0"
    name.focus()
    page.keyboard.press("Enter")
    name.blur()
    tour.until("figure.scene.linked === null")


def test_the_keyboard_meets_each_symbol_of_the_current_stop_once(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    for stop in OWN:
        tour.scroll_to(stop)
        keys = page.locator("[data-link][tabindex='0']").evaluate_all(
            "all => all.filter(e => e.checkVisibility()).map(e => e.dataset.link)"
        )
        assert len(keys) == len(set(keys)), stop.key
        assert page.locator(".stop:not(.here) [data-link][tabindex='0']").count() == 0


# Where a shown chart's curve of a colour is, from a share of the plot's width on: it may be dashed.
# In pixels of the window.
ON_CURVE = """([place, hue, share]) => {
  const canvas = [...document.querySelectorAll(".plot canvas")]
    .filter(plot => plot.checkVisibility())[place];
  const {x, y, width} = canvas.getBoundingClientRect(), scale = canvas.width / width;
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  for (let across = Math.round(share * canvas.width); across < canvas.width; across++)
    for (let down = 0; down < 0.7 * canvas.height; down++) {
      const at = 4 * (down * canvas.width + across);
      if (data[at + 3] > 200 && hue.every((part, c) => Math.abs(data[at + c] - part) < 40))
        return [x + across / scale, y + down / scale];
    }
}"""


def points_at_curve(tour: Tour, place: int, token: str, share: float) -> None:
    """Move the pointer to a curve of a chart, by the colour of a run or a weight."""
    read = "token => getComputedStyle(document.documentElement).getPropertyValue(`--${token}`)"
    is_run = token.startswith("run-")
    hue = RUNS["light"][int(token[-1])][0] if is_run else tour.page.evaluate(read, token).strip()
    x, y = tour.page.evaluate(ON_CURVE, [place, list(colour(hue)), share])
    tour.page.mouse.move(x, y)


def lit(tour: Tour, stop: Stop) -> set[str]:
    """Return what is lit in a stop's text, the control by its role."""
    return set(
        tour.section(stop)
        .locator(".lit")
        .evaluate_all("all => all.map(e => e.dataset.link ?? e.role ?? e.textContent)")
    )


def test_a_curve_lights_up_its_symbol(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    # One run has an error: the curve is E.
    points_at_curve(tour, 0, "run-0", 0.5)
    tour.until("figure.scene.linked === 'E'")
    assert lit(tour, RAVINE) == {"E"}
    page.mouse.move(2, 2)
    tour.until("figure.scene.linked === null")
    assert lit(tour, RAVINE) == set()
    # Both weights of one run: each curve is that of its own.
    tour.scroll_to(WEIGHTS)
    [chart] = WEIGHTS.charts
    assert isinstance(chart, Curves)
    for weight in ("1", "2"):
        key = f"{chart.quantity}{weight}"
        points_at_curve(tour, 0, f"weight-{weight}", 0.4)
        tour.until(f"figure.scene.linked === '{key}'")
        assert lit(tour, WEIGHTS) == {key}
        page.mouse.move(2, 2)
        tour.until("figure.scene.linked === null")


def test_the_axis_of_the_control_lights_up_its_number(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    tour.range.hover()
    tour.until("figure.scene.linked === 'control'")
    # The number, and the symbol in formulas.
    assert lit(tour, RAVINE) == {"slider", "η"}
    expect(tour.number(RAVINE)).to_have_class("drag lit")
    # Its name is below it.
    page.mouse.move(2, 2)
    tour.until("figure.scene.linked === null")
    box = tour.figure.locator(".plot").nth(1).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 6)
    tour.until("figure.scene.linked === 'control'")


def test_what_is_pressed_stays_lit_behind_what_is_pointed_at(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    tour.section(RAVINE).locator("[data-link=run-0]").first.click()
    tour.range.hover()
    tour.until("figure.scene.linked === 'control'")
    page.mouse.move(2, 2)
    tour.until("figure.scene.linked === 'run-0'")
    assert lit(tour, RAVINE) == {"run-0"}


def test_a_symbol_in_a_formula_lights_up_its_other_places(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    # That of the control, in a formula and in the title of a chart: its number.
    section = tour.section(RAVINE)
    for symbol in (section.locator("mi", has_text="η"), tour.figure.locator(".chart-title mi")):
        symbol.last.hover()
        tour.until("figure.scene.linked === 'control'")
        assert lit(tour, RAVINE) == {"slider", "η"}
        assert set(tour.figure.locator(".lit").all_text_contents()) == {"η"}
        page.mouse.move(2, 2)
        tour.until("figure.scene.linked === null")
    # One that is linked in the text, in a formula there and in that of E.
    section.locator("math", has_text="←").locator("mi", has_text="g").hover()
    tour.until("figure.scene.linked === 'g'")
    tour.figure.locator(".error-function msubsup").first.hover()
    tour.until("figure.scene.linked === 'w1'")
    assert {"w1"} <= lit(tour, RAVINE)


def test_the_keyboard_lights_up_plain_symbols_and_those_of_the_control(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    tour.number(RAVINE).focus()
    page.keyboard.press("ArrowRight")
    tour.until("figure.scene.linked === 'control'")
    assert lit(tour, RAVINE) == {"slider", "η"}
    # A symbol that is a formula of its own, and stands in others.
    tour.scroll_to(SCALED)
    symbol = tour.section(SCALED).get_by_role("button", name="β", exact=True)
    symbol.focus()
    tour.until("figure.scene.linked === 'β'")
    assert tour.section(SCALED).locator(".whole .rule .lit").all_text_contents() == ["β", "β"]


def test_steps_of_a_compass_light_up_their_run(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    tour.scroll_to(STEPS)
    points_at_curve(tour, 0, "run-1", 0.3)
    tour.until("figure.scene.linked === 'run-1'")
    page.mouse.move(2, 2)
    tour.until("figure.scene.linked === null")


def test_the_surface_lights_up_runs_and_weights(page: Page) -> None:
    tour = Tour(page)
    tour.open()
    box = tour.surface.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 8)
    tour.until("figure.scene.linked === 'w1'")
    assert "w1" in lit(tour, RAVINE)
    x, y = tour.get("(({x, y}) => [x(-4.5), y(1.2)])(figure.map())")
    page.mouse.move(box["x"] + x, box["y"] + y)
    tour.until("figure.scene.linked === 'run-0'")
    assert lit(tour, RAVINE) == {"run-0"}
