"""Figure 3 in a browser: its kernels against NumPy, and hands on its maps."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Browser, Locator, Page, expect

from components import ids
from components.amplification_map import map_figure
from components.amplification_scale import end_of_scale, shade
from components.amplification_state import DECAYS_SENTENCE, read_parts
from optimizers import OPTIMIZERS
from optimizers.amplification import two_steps
from tests.browser.chromium import COLOR_SCHEMES, ColorScheme
from tests.browser.conftest import OpenPage, Violation
from tests.browser.empty_page import open_empty
from tests.browser.watch import Watch

Axe = Callable[[Page], list[Violation]]
Floats = NDArray[np.float64]

KERNELS = """
async ([g1s, g2s, given]) => {
  const {rules} = await import("/kernels/amplification.js"), into = new Float64Array(3);
  return given.map(([key, settings]) => {
    const map = new Float64Array(g1s.length * g2s.length);
    rules[key].map(g1s, g2s, settings, map);
    const points = g2s.flatMap(g2 => g1s.map(g1 => {
      rules[key].twoSteps(g1, g2, settings, into);
      return [...into];
    }));
    return {map: [...map], points};
  });
}
"""


class Maps:
    """The figure in a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator(f"#{ids.AMPLIFICATION}")

    def open(self, **parts: str) -> None:
        """Open the figure alone and wait for it."""
        self.page.goto("/?" + urlencode({"embed": "amplification", **parts}))
        expect(self.root).to_have_attribute("data-ready", "true", timeout=60_000)

    def get(self, expression: str) -> Any:
        """Return the value of an expression on `figure`, the page's own."""
        return self.page.evaluate(
            f"() => {{ const {{amplification: figure}} = dash_clientside.lockstep;"
            f" return {expression}; }}"
        )

    def until(self, condition: str) -> None:
        """Return once a condition on `figure` holds; it is looked at in every frame."""
        self.page.evaluate(f"""async () => {{
          const figure = dash_clientside.lockstep.amplification, end = performance.now() + 10000;
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

    def pixel(self, g1: float, g2: float) -> tuple[float, float]:
        """Return where two gradients are on the window."""
        x, y = self.get(
            "(({x, y}, box) => [box.x + x(" + str(g1) + "), box.y + y(" + str(g2) + ")])"
            "(figure.map(), figure.plot.getBoundingClientRect())"
        )
        return x, y

    def shown(self) -> Floats:
        """Return C_a on the cells of the large map, rows from the largest g2 down."""
        cells = self.get("figure.large.cells")
        return np.array(self.get("[...figure.large.values]")).reshape(cells, cells)

    def numpy(self) -> Floats:
        """Return what NumPy makes of the same cells."""
        run, largest = self.get("figure.state.run"), self.get("figure.state.range")
        cells = self.get("figure.large.cells")
        g = (np.arange(cells) + 0.5) / cells * 2 * largest - largest
        rule = OPTIMIZERS[run["optimizer"]]
        return two_steps(rule, g[None, :], g[::-1, None], **run["settings"]).amplification

    def agrees_with_numpy(self) -> None:
        """Assert that canvas and Plotly's trace show what NumPy computes from the address."""
        np.testing.assert_allclose(self.shown(), self.numpy(), rtol=1e-11, atol=1e-13)
        given = self.page.evaluate(
            "() => Object.fromEntries([...new URLSearchParams(location.search)])"
        )
        del given["embed"]
        state, errors = read_parts({name: [text] for name, text in given.items()})
        assert errors == []
        assert self.get("figure.state.run.settings") == pytest.approx(state.run.settings)
        server = map_figure(state)
        z = np.array(self.get("figure.plot.data.map(({z}) => z)"))
        np.testing.assert_allclose(z[0], server.data[0].z, atol=1e-6)
        assert (z[0] == z[1]).all()
        texts = self.get("figure.plot.layout.annotations.map(({text}) => text)")
        assert texts == [annotation.text for annotation in server.layout.annotations]


@pytest.fixture
def maps(page: Page) -> Maps:
    return Maps(page)


def slider(maps: Maps, name: str) -> Locator:
    return maps.page.get_by_role("slider", name=name)


BETA, ETA = "decay of the scaling factor", "learning rate"


# Kernels


@pytest.fixture(scope="module")
def kernels(browser: Browser, site: str) -> Iterator[Page]:
    """Open the smallest page of the site, from which its kernels can be imported."""
    context = browser.new_context(base_url=site)
    watch = Watch(context, site)
    page = context.new_page()
    open_empty(page)
    yield page
    assert watch.finish() == []


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_the_kernel_of_every_rule_is_numpy_s(kernels: Page, key: str) -> None:
    rule, random = OPTIMIZERS[key], np.random.default_rng(7)
    scaled = [1e-6, 1e-3, 0.1, 1.0, 10.0, 1000.0]
    g1s, g2s = (
        [0.0, *(random.choice([-1, 1], 6) * random.uniform(1, 9, 6) * scaled)] for _ in range(2)
    )
    given = [rule.settings({})]
    for share in (0.0, 0.3, 1.0):
        given.append({h.name: h.low + share * (h.high - h.low) for h in rule.hyperparameters})
    found = kernels.evaluate(KERNELS, [g1s, g2s, [[key, settings] for settings in given]])
    for settings, kernel in zip(given, found, strict=True):
        expected = two_steps(rule, np.array(g1s)[None, :], np.array(g2s)[:, None], **settings)
        points = np.array(kernel["points"], dtype=np.float64).reshape(len(g2s), len(g1s), 3)
        # C_a is a difference: its last digits are those of what it is taken from.
        plain = np.abs(expected.update) - expected.amplification
        rounding = 4 * np.finfo(float).eps * np.maximum(np.abs(expected.update), plain)
        np.testing.assert_allclose(points[..., 0], expected.update, rtol=1e-12)
        np.testing.assert_allclose(points[..., 2], expected.ratio, rtol=1e-12)
        for c_a in (points[..., 1], np.reshape(kernel["map"], (len(g2s), len(g1s)))):
            difference = np.abs(c_a - expected.amplification)
            assert (difference <= 1e-12 * np.abs(expected.amplification) + rounding).all()


# Under the hand


def test_the_map_follows_a_dragged_beta_without_a_request(maps: Maps) -> None:
    maps.open()
    page, beta = maps.page, slider(maps, BETA)
    canvas = f"document.getElementById('{ids.AMPLIFICATION_CANVAS}').toDataURL()"
    box = beta.bounding_box()
    assert box
    x, y = box["x"] + 8 + 0.9 * (box["width"] - 16), box["y"] + box["height"] / 2
    asked: list[str] = []
    with maps.settling():
        page.mouse.move(x, y)
        page.mouse.down()
        page.on("request", lambda request: asked.append(request.url))
        seen = [(maps.get("figure.state.run.settings.beta"), maps.shown(), maps.get(canvas))]
        for left in (40, 90, 160):
            page.mouse.move(x - left, y)
            maps.until(f"figure.state.run.settings.beta < {seen[-1][0]}")
            maps.until(f"{canvas} !== {seen[-1][2]!r}")
            seen.append(
                (maps.get("figure.state.run.settings.beta"), maps.shown(), maps.get(canvas))
            )
            np.testing.assert_allclose(maps.shown(), maps.numpy(), rtol=1e-11, atol=1e-13)
        assert asked == []
        assert page.evaluate("location.search") == "?embed=amplification"
        page.mouse.up()
    middle = seen[0][1].shape[0] // 2
    inside = [values[middle - 2, middle + 20] for _, values, _ in seen]
    assert inside == sorted(inside, reverse=True), "the smaller beta, the less is amplified"
    maps.agrees_with_numpy()
    assert f"run=rmsprop,beta:{seen[-1][0]:g}" in page.evaluate("location.search")


def test_range_and_eta_are_every_map_s(maps: Maps) -> None:
    maps.open()
    with maps.settling():
        maps.page.get_by_role("spinbutton", name=re.compile("^g")).fill("2")
    assert maps.get("figure.state.probe") == [0.6, 0.1]
    with maps.settling():
        maps.page.get_by_role("spinbutton", name=re.compile("^η")).fill("0.25")
    maps.agrees_with_numpy()
    for rule in OPTIMIZERS.values():
        rate = "delta0" if rule.key == "rprop" else "eta"
        assert maps.get(f"figure.settings['{rule.key}'].{rate}") == 0.25
    # With beta = 0 a step has the length eta: at g2 = 2 that is 0.25 less 0.5.
    tile = maps.page.get_by_role("button", name=re.compile("^β = 0 C"))
    least, greatest = map(float, re.findall(r"[-\d.]+", tile.inner_text().replace("−", "-"))[-2:])
    assert [least, greatest] == pytest.approx([0.25 - 0.5, 0.25], abs=0.02)
    with maps.settling():
        maps.page.get_by_role("spinbutton", name=re.compile("^g")).fill("40")
    assert maps.get("figure.scale.end") == end_of_scale(40) == 100
    maps.agrees_with_numpy()


def test_the_colour_of_a_cell_is_its_place_on_the_scale(maps: Maps) -> None:
    maps.open(run="momentum,alpha:0.5")
    for g1, g2 in ((5.05, 5.05), (-5.05, 4.05), (-8.05, -1.05)):
        pixel = maps.get(
            "((map, ratio) => [...document.getElementById('amplification-canvas').getContext('2d')"
            f".getImageData(map.x({g1}) * ratio, map.y({g2}) * ratio, 1, 1).data])"
            "(figure.map(), devicePixelRatio)"
        )
        value = two_steps(OPTIMIZERS["momentum"], g1, g2, eta=1, alpha=0.5).amplification
        place = float(shade(value, 1.0, 10.0))
        stops = maps.get("figure.look.colours.stops")
        stop = stops[round((place + 1) / 2 * (len(stops) - 1))]
        colour = [int(stop[k : k + 2], 16) for k in (1, 3, 5)]
        assert pixel[:3] == pytest.approx(colour, abs=12)
        assert (pixel[0] > pixel[2]) == (value > 0), "red is amplified, blue attenuated"


LETTERED = """
canvas => {
  const {width, height} = canvas, margin = 18 * devicePixelRatio, context = canvas.getContext("2d");
  const {data} = context.getImageData(0, height - margin, width, margin);
  const inked = y => data.slice(4 * y * width, 4 * (y + 1) * width)
    .some((value, k) => k % 4 === 3 && value);
  return Array.from({length: margin}, (_, y) => inked(y));
}
"""


def test_the_name_below_a_small_map_is_whole(maps: Maps) -> None:
    maps.open()
    tile = maps.page.get_by_role("button", name=re.compile("^β = 0.9 C"))
    tile.scroll_into_view_if_needed()
    expect(tile).to_contain_text("from")
    rows = tile.locator("canvas").evaluate(LETTERED)
    assert rows.count(True) >= 7, "g with its index"
    assert not any(rows[-1:] + rows[:1]), "not cut below, and clear of the map"


def test_beta_of_one_is_hatched_and_said_in_numbers(maps: Maps) -> None:
    maps.open()
    tile = maps.page.get_by_role("button", name=re.compile("^β = 1 C"))
    tile.scroll_into_view_if_needed()
    expect(tile).to_contain_text("98600")
    words = maps.page.locator(f"#{ids.AMPLIFICATION_DECAYS} [data-part=words]")
    expect(words).to_contain_text("β = 1 reaches 98600: the colours end at 10")
    expect(words).to_contain_text("only √ε is left below the gradient")
    with maps.settling():
        tile.click()
    assert maps.get("figure.state.run.settings.beta") == 1
    expect(tile).to_have_attribute("aria-pressed", "true")
    expect(maps.page.get_by_role("spinbutton", name=re.compile("^β"))).to_have_value("1")
    assert (maps.shown() > maps.get("figure.scale.limit")).all()
    assert maps.get("figure.scale.end") == 10, "the scale does not stretch"
    maps.agrees_with_numpy()


# Small maps


def test_the_list_of_decays_is_the_reader_s(maps: Maps) -> None:
    maps.open()
    box = maps.page.get_by_role("textbox", name="Values of β")
    row = maps.page.get_by_role("region", name="RMSProp at several β").get_by_role("button")
    expect(row).to_have_count(5)
    with maps.settling():
        box.fill("0.2, 0.95,1")
    expect(row).to_have_count(3)
    assert [text.split("\n")[0] for text in row.all_inner_texts()] == [
        "β = 0.2",
        "β = 0.95",
        "β = 1",
    ]
    assert "betas=0.2,0.95,1" in maps.page.evaluate("location.search")
    for wrong in ("0.2, 2", "a", "", ",".join(["0.1234"] * 2 + [f"0.{k}" for k in range(1, 10)])):
        box.fill(wrong)
        message = maps.page.locator(f"#{ids.AMPLIFICATION_DECAYS_MESSAGE}")
        expect(message).to_have_text(DECAYS_SENTENCE)
        expect(box).to_have_attribute("aria-invalid", "true")
        expect(row).to_have_count(3)
    box.blur()
    expect(box).to_have_value("0.2, 0.95, 1")
    expect(message).to_have_text("")


def test_every_rule_has_a_map_and_becomes_the_large_one(maps: Maps) -> None:
    maps.open()
    rules = maps.page.get_by_role("region", name="Amplification by every rule")
    for key in ("rprop", "adam", "super-sab"):
        rule = OPTIMIZERS[key]
        tile = rules.get_by_role("button", name=rule.name)
        with maps.settling():
            tile.click()
        expect(tile).to_have_attribute("aria-pressed", "true")
        assert maps.page.get_by_role("combobox", name="Rule").input_value() == key
        maps.agrees_with_numpy()
        assert f"run={key}" in maps.page.evaluate("location.search")
    with maps.settling():
        maps.page.get_by_role("combobox", name="Rule").select_option("rprop")
    expect(maps.page.get_by_role("textbox", name="Values")).to_be_hidden()
    expect(maps.page.get_by_role("slider", name="first step")).to_be_visible()
    words = maps.page.locator(f"#{ids.AMPLIFICATION_DECAYS} [data-part=words]")
    expect(words).to_contain_text("Rprop forgets at no rate")


def test_a_decay_that_a_rule_does_not_admit_is_left_out_and_said(maps: Maps) -> None:
    maps.open(run="adam")
    expect(
        maps.page.get_by_role("region", name="Adam at several β₂").get_by_role("button")
    ).to_have_count(4)
    words = maps.page.locator(f"#{ids.AMPLIFICATION_DECAYS} [data-part=words]")
    expect(words).to_contain_text("Adam admits β₂ from 0 to 0.9999: 1 is left out.")


# The probe and the numbers


def test_arrow_keys_move_the_probe_and_its_numbers(maps: Maps) -> None:
    maps.open(g="3,0.5")
    handle = maps.page.get_by_role("button", name="Probe")
    panel = maps.page.locator(f"#{ids.AMPLIFICATION_PROBE}")
    for key, (side, sign) in {"ArrowUp": (1, 1), "ArrowLeft": (0, -1)}.items():
        before = maps.get("figure.state.probe")
        with maps.settling():
            handle.press(key)
        after = maps.get("figure.state.probe")
        assert (after[side] - before[side]) * sign > 0
        assert after[1 - side] == before[1 - side]
        found = two_steps(OPTIMIZERS["rmsprop"], *after, eta=1, beta=0.9, epsilon=1e-8)
        expect(panel).to_contain_text(f"{float(found.update):.8g}"[:9])
        word = "Amplified" if found.amplification > 0 else "Attenuated"
        expect(panel).to_contain_text(f"{word}: the second step is")
        expect(handle).to_have_accessible_name(re.compile(word))
        expect(maps.page.locator(f"#{ids.SAID}")).to_contain_text(word)
        assert f"g={after[0]:g},{after[1]:g}" in maps.page.evaluate("location.search")


def test_pointing_tells_numbers_and_a_click_moves_the_probe(maps: Maps) -> None:
    maps.open()
    card = maps.page.locator(f"#{ids.AMPLIFICATION_READOUT}")
    maps.page.mouse.move(*maps.pixel(-6, 4))
    expect(card).to_be_visible()
    g1, g2, v, c_a = (
        float(text.replace("−", "-")) for text in card.get_by_role("cell").all_inner_texts()
    )
    assert [g1, g2] == pytest.approx([-6, 4], abs=0.05)
    found = two_steps(OPTIMIZERS["rmsprop"], g1, g2, eta=1, beta=0.9, epsilon=1e-8)
    assert [v, c_a] == pytest.approx([*map(float, (found.update, found.amplification))], rel=1e-9)
    expect(card).to_contain_text(f"Attenuated: the second step is only {found.ratio:.4g} times")
    with maps.settling():
        maps.page.mouse.click(*maps.pixel(-6, 4))
    assert maps.get("figure.state.probe") == pytest.approx([-6, 4], abs=0.05)
    maps.page.mouse.move(5, 5)
    expect(card).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "gradients", "sentence"),
    [
        ("momentum", (3, 0), "Amplified: there is no second gradient, yet Momentum moves on."),
        ("rmsprop", (3, 0), "Neither: without a second gradient there is no second step."),
        ("gradient-descent", (3, 2), "Neither: the second step is as long as η g₂."),
        ("rprop", (3, -2), "Attenuated to nothing: Rprop pauses for a step."),
        ("momentum", (-4, 2), "Attenuated: the second step is only 0.8 times as long as η g₂. "
         "It goes against the second gradient."),
        ("rmsprop,beta:1", (3, 2), "Amplified: the second step is 10000 times as long as η g₂."),
    ],
)  # fmt: skip
def test_two_steps_in_words(
    maps: Maps, address: str, gradients: tuple[float, float], sentence: str
) -> None:
    maps.open(run=address, g=",".join(map(str, gradients)))
    expect(maps.page.locator(f"#{ids.AMPLIFICATION_PROBE} p")).to_have_text(sentence)


def test_the_table_is_that_of_the_map(maps: Maps) -> None:
    maps.open()
    maps.page.get_by_text("The large map as numbers").click()
    with maps.settling():
        maps.page.get_by_role("combobox", name="Rule").select_option("nesterov")
    table = maps.page.get_by_role("table", name="C_a for g₁")
    rows = [row.replace("−", "-").split("\t") for row in table.inner_text().split("\n")[1:]]
    g1s = [float(text) for text in rows[0][1:]]
    for g2, *cells in rows[1:]:
        expected = two_steps(OPTIMIZERS["nesterov"], g1s, float(g2), eta=1, alpha=0.9)
        assert [float(cell) for cell in cells] == pytest.approx(expected.amplification, rel=1e-3)


# For everybody


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desktop", "phone"])
def test_axe_finds_nothing(
    open_page: OpenPage, axe: Axe, size: tuple[int, int], color_scheme: ColorScheme
) -> None:
    maps = Maps(open_page(*size, color_scheme=color_scheme, touch=size[0] < 400, arrivals=True))
    maps.page.goto("/?amplification.range=far#amplification")
    expect(maps.root).to_have_attribute("data-ready", "true", timeout=60_000)
    expect(maps.page.get_by_text("range must be a number from 0.01 to 1000.")).to_be_visible()
    maps.page.get_by_text("The large map as numbers").click()
    maps.page.get_by_role("textbox", name="Values of β").fill("2")
    expect(maps.page.get_by_text(DECAYS_SENTENCE)).to_be_visible()
    assert axe(maps.page) == []
    assert maps.page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_tap_moves_the_probe_and_a_theme_changes_the_colours(open_page: OpenPage) -> None:
    maps = Maps(open_page(390, 844, touch=True, arrivals=True))
    maps.open()
    with maps.settling():
        maps.page.touchscreen.tap(*maps.pixel(-5, -5))
    assert maps.get("figure.state.probe") == pytest.approx([-5, -5], abs=0.1)
    light = maps.get("figure.look.colours.stops[0]")
    maps.page.emulate_media(color_scheme="dark")
    maps.until("figure.look.name === 'dark'")
    assert maps.get("figure.look.colours.stops[0]") != light


def test_on_the_whole_page_the_figure_arrives_with_its_parts_of_the_address(
    open_page: OpenPage,
) -> None:
    page = open_page(arrivals=True)
    maps = Maps(page)
    page.goto("/?amplification.run=adagrad,eta:0.5&amplification.range=3#amplification")
    expect(maps.root).to_have_attribute("data-ready", "true", timeout=60_000)
    assert maps.get("figure.state.run.settings") == {"eta": 0.5, "epsilon": 1e-8}
    with maps.settling():
        page.get_by_role("region", name="Amplification").get_by_role(
            "slider", name=ETA
        ).first.press("ArrowRight")
    eta = maps.get("figure.state.run.settings.eta")
    assert eta > 0.5
    assert f"amplification.run=adagrad,eta:{eta:g}" in page.evaluate("location.search")
