"""Hovering shows every number of an iteration, on the surface and on the curve alike."""

import re

import pytest
from playwright.sync_api import Locator, expect

from components import ids
from optimizers import ErrorFunction
from tests.browser.conftest import OpenPage
from tests.support.browser.playground import Playground, Plot

RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")


def card(playground: Playground, identity: str) -> Locator:
    return playground.page.locator(f"#{identity}")


def numbers(card: Locator) -> dict[str, list[float]]:
    """Return the rows of a card."""
    expect(card).to_be_visible()
    found = {}
    for row in card.get_by_role("row").all():
        name, *values = row.locator("th, td").all_inner_texts()
        found[name] = [number(text) for text in values]
    return found


def number(text: str) -> float:
    mantissa, _, exponent = text.translate(RAISED).partition("·10")
    return float(f"{mantissa}e{exponent or 0}")


def hover(playground: Playground, plot: Plot, x: float, y: float) -> None:
    playground.page.mouse.move(*plot.pixel(x, y))


def marked(playground: Playground) -> object:
    return playground.get("playground.marked")


def test_a_point_of_the_trajectory_tells_all_its_numbers(playground: Playground) -> None:
    playground.open(run="rmsprop,eta:0.5", steps=60)
    run, plot = playground.numpy(), playground.plot()
    surface, curve = card(playground, ids.SURFACE_TOOLTIP), card(playground, ids.CURVE_TOOLTIP)
    expect(surface).to_be_hidden()
    canvas = f"document.getElementById('{ids.CURVE_CANVAS}').toDataURL()"
    unmarked = playground.get(canvas)
    for t in (0, 1, 17):
        hover(playground, plot, *run.w[t])
        expect(surface.get_by_role("row").first).to_have_text(re.compile(rf"^t\s*{t}$"))
        shown = numbers(surface)
        assert shown["t"] == [t]
        assert shown["E"] == pytest.approx([run.error[t]], rel=1e-11)
        assert shown["w"] == pytest.approx(run.w[t].tolist(), rel=1e-11)
        assert shown["s"] == pytest.approx(run.state["s"][t].tolist(), rel=1e-11)
        if t:
            assert shown[f"g({t})"] == pytest.approx(run.gradient[t - 1].tolist(), rel=1e-11)
            assert shown[f"v({t})"] == pytest.approx(run.update[t - 1].tolist(), rel=1e-11)
        else:
            assert list(shown) == ["t", "E", "w", "s"], "nothing led to the start"
        # The other figure marks the same iteration, without a card of its own.
        assert marked(playground) == t
        expect(curve).to_be_hidden()
        playground.until(f"{canvas} !== {unmarked!r}")

    playground.page.mouse.move(5, 5)
    expect(surface).to_be_hidden()
    assert marked(playground) is None
    playground.until(f"{canvas} === {unmarked!r}")


def test_an_iteration_of_the_curve_is_marked_on_the_surface(playground: Playground) -> None:
    playground.open(run="adam", steps=50)
    run, plot = playground.numpy(), playground.plot(ids.CURVE_GRAPH)
    surface, curve = card(playground, ids.SURFACE_TOOLTIP), card(playground, ids.CURVE_TOOLTIP)
    middle = sum(plot.y) / 2
    canvas = f"document.getElementById('{ids.SURFACE_CANVAS}').toDataURL()"
    unmarked = playground.get(canvas)
    for place, t in ((0.1, 0), (20.4, 20), (20.6, 21), (50, 50)):
        hover(playground, plot, place, middle)
        expect(curve.get_by_role("row").first).to_have_text(re.compile(rf"^t\s*{t}$"))
        shown = numbers(curve)
        assert shown["w"] == pytest.approx(run.w[t].tolist(), rel=1e-11)
        assert shown["E"] == pytest.approx([run.error[t]], rel=1e-11)
        assert shown["m"] == pytest.approx(run.state["m"][t].tolist(), rel=1e-9)
        assert shown["s"] == pytest.approx(run.state["s"][t].tolist(), rel=1e-9)
        assert marked(playground) == t
        expect(surface).to_be_hidden()
    playground.until(f"{canvas} !== {unmarked!r}")
    playground.page.mouse.move(5, 5)
    expect(curve).to_be_hidden()
    assert marked(playground) is None
    # Looking changed nothing.
    assert playground.page.evaluate("location.search") == "?run=adam&steps=50"


def test_elsewhere_the_surface_tells_the_true_error(playground: Playground) -> None:
    text = "(1-w1)^2+100*(w2-w1^2)^2"
    playground.open(E=text, start="-2,2", view="-2,2,-1,3")
    plot, function = playground.plot(), ErrorFunction.parse(text)
    surface = card(playground, ids.SURFACE_TOOLTIP)
    for x, y in ((101.3, 57.7), (333.7, 201.1), (611.9, 333.3)):
        playground.page.mouse.move(plot.left + x, plot.top + y)
        shown = numbers(surface)
        assert list(shown) == ["w", "E"]
        w1, w2 = plot.value(plot.left + x, plot.top + y)
        assert shown["w"] == pytest.approx([w1, w2], abs=0.005)
        # E there, not at the nearest node of a grid 0.02 wide, where it differs by some per cent
        assert shown["E"] == pytest.approx([float(function(w1, w2))], rel=2e-3)
        assert marked(playground) is None
    # To the last digit at the place that the page itself reads off the pointer.
    playground.page.mouse.move(plot.left + 222.2, plot.top + 111.1)
    place = playground.get(
        "(({left, top, valueX, valueY}) => [valueX(left + 222.2), valueY(top + 111.1)])"
        "(playground.plot.mapping())"
    )
    at = playground.get(f"playground.kernel.error({place[0]}, {place[1]})")
    assert at == pytest.approx(float(function(*place)), rel=1e-12)


def shown(playground: Playground) -> list[str]:
    """Return the names of the curves that are drawn."""
    return list(playground.get("playground.errorCurve.curves().map(({name}) => name)"))


def drawn(playground: Playground, name: str) -> list[float]:
    """Return the values of a curve that is drawn."""
    return list(
        playground.get(
            "(({values, rows}) => Array.from(values.slice(0, rows)))"
            f"(playground.errorCurve.curves().find(({{name}}) => name === {name!r}))"
        )
    )


def test_the_legend_shows_the_scaling_factors(playground: Playground) -> None:
    playground.open()
    page = playground.page
    legend = page.get_by_role("group", name="Curves").get_by_role("button")
    expect(legend).to_have_text(["E", "s₁", "s₂", "η/√(s₁ + ε)", "η/√(s₂ + ε)"])
    assert shown(playground) == ["E"]
    assert playground.get("playground.errorCurve.axes().right") is None
    for k, names in ((1, ["E", "s₁"]), (2, ["E", "s₁", "s₂"])):
        with playground.settling():
            legend.nth(k).click()
        assert shown(playground) == names
        expect(legend.nth(k)).to_have_attribute("aria-pressed", "true")
    assert playground.get("playground.errorCurve.axes().right.title") == "s₁, s₂"
    run = playground.numpy()
    assert drawn(playground, "s₁") == pytest.approx(run.state["s"][:, 0].tolist(), rel=1e-12)
    assert drawn(playground, "s₂") == pytest.approx(run.state["s"][:, 1].tolist(), rel=1e-12)

    # They follow the slider, and what was shown stays shown.
    with playground.settling():
        page.get_by_role("slider", name="decay of the scaling").press("Home")
    run = playground.numpy()
    assert drawn(playground, "s₁") == pytest.approx(run.state["s"][:, 0].tolist(), rel=1e-9)
    assert shown(playground) == ["E", "s₁", "s₂"]
    # s(t) = g(t)^2 with beta = 0
    squares = (run.gradient[:, 1] ** 2).tolist()
    assert drawn(playground, "s₂")[1:] == pytest.approx(squares, rel=1e-9)
    with playground.settling():
        legend.nth(1).click()
    assert shown(playground) == ["E", "s₂"]


def test_what_the_legend_shows_is_kept_by_name_and_its_axis_goes_with_it(
    playground: Playground,
) -> None:
    playground.open()
    page, width = playground.page, playground.plot(ids.CURVE_GRAPH).width
    assert width == playground.plot().width
    legend = page.get_by_role("group", name="Curves")
    for name in ("E", "s₁"):
        with playground.settling():
            legend.get_by_role("button", name=name, exact=True).click()
    assert playground.plot(ids.CURVE_GRAPH).width < width - 20
    with playground.settling():
        page.get_by_role("combobox", name="Optimizer").select_option("adam")
    assert shown(playground) == ["s₁"]
    with playground.settling():
        page.get_by_role("combobox", name="Preset").select_option("beale")
    assert shown(playground) == ["s₁"]
    pressed = legend.get_by_role("button", pressed=True)
    expect(pressed).to_have_text(["s₁"])
    expected = playground.numpy().state["s"][:, 0].tolist()
    assert drawn(playground, "s₁") == pytest.approx(expected, rel=1e-9)
    # A rule without it shows nothing of it, and forgets nothing.
    with playground.settling():
        page.get_by_role("combobox", name="Optimizer").select_option("gradient-descent")
    assert shown(playground) == []
    with playground.settling():
        page.get_by_role("combobox", name="Optimizer").select_option("rmsprop")
    assert shown(playground) == ["s₁"]
    # Without anything on it, the right axis gives its room back.
    with playground.settling():
        legend.get_by_role("button", name="s₁", exact=True).click()
    assert playground.plot(ids.CURVE_GRAPH).width == width


def test_the_axis_of_the_error_is_linear_or_logarithmic(playground: Playground) -> None:
    playground.open(run="gradient-descent,eta:0.04", steps=60)
    page = playground.page
    linear = page.get_by_role("button", name="linear")
    log = page.get_by_role("button", name="log", exact=True)
    before = playground.plot()
    for chosen, other, kind in ((log, linear, "log"), (linear, log, "linear")):
        with playground.settling():
            chosen.click()
        axis = playground.get("playground.errorCurve.axes().error")
        assert axis["type"] == kind
        expect(chosen).to_have_attribute("aria-pressed", "true")
        expect(other).to_have_attribute("aria-pressed", "false")
        error = playground.numpy().error
        assert drawn(playground, "E") == pytest.approx(error.tolist(), rel=1e-9)
        low, high = axis["range"]
        ends = (10**low, 10**high) if kind == "log" else (low, high)
        assert ends[0] <= error.min()
        assert ends[1] >= error.max()
        playground.agrees_with_numpy()
    # The switch is the curve's alone.
    assert playground.plot() == before
    assert "yaxis" not in page.evaluate("location.search")


def test_on_a_phone_the_card_of_the_curve_is_not_below_the_surface(open_page: OpenPage) -> None:
    page = open_page(390, 844, touch=True)
    playground = Playground(page)
    playground.open()
    plot = playground.plot(ids.CURVE_GRAPH)
    surface = page.get_by_role("region", name="Error surface")
    # Scrolled so that the surface lies over the upper half of the curve.
    page.evaluate("down => scrollBy(0, down)", plot.top + plot.height / 2 - 388)
    below = surface.evaluate("element => element.getBoundingClientRect().bottom")
    plot = playground.plot(ids.CURVE_GRAPH)
    assert plot.top < below < plot.top + plot.height - 20
    page.touchscreen.tap(plot.left + plot.width / 2, plot.top + plot.height - 10)
    card = page.locator(f"#{ids.CURVE_TOOLTIP}")
    expect(card).to_be_visible()
    expect(card.get_by_role("rowheader", name="t", exact=True)).to_be_visible()
    box = card.bounding_box()
    assert box is not None
    assert box["y"] >= below
