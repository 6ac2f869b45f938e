"""Export dialog: pictures and numbers as files, and what is in them."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Axe, OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.csv import table
from tests.support.browser.export import (
    ITALIC_E,
    ITALIC_W,
    PHONE,
    SVG,
    opened,
    picture,
    run_colour,
    saved,
)
from tests.support.browser.playground import Playground


def test_pictures_in_png(open_page: OpenPage) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    Playground(page).open()
    assert not [url for url in asked if "/dist/export" in url], "loaded once it is opened"
    dialog = opened(page)
    encoders = re.compile(r"/dist/export-(gif|webm)-")
    assert not [url for url in asked if encoders.search(url)], "a picture needs none"
    save = dialog.get_by_role("button", name="Save picture")
    whole, data = saved(page, save)
    assert whole.suggested_filename == "lockstep-rmsprop-bowl.png"
    stage = page.locator(".playground .surface .stage").evaluate(
        "({clientWidth, clientHeight}) => [clientWidth, clientHeight]"
    )
    colour = run_colour(page, 1)
    one = picture(page, "png", data, colour)
    assert one["width"] > 300 + stage[0]
    assert one["height"] > stage[1] + 80
    assert one["near"] > 500
    assert one["corner"][3] == 255

    dialog.get_by_role("combobox", name="Format").first.select_option("PNG, 2×")
    dialog.get_by_role("checkbox", name="Transparent").press("Space")
    fine, data = saved(page, save)
    assert fine.suggested_filename == "lockstep-rmsprop-bowl-2x.png"
    two = picture(page, "png", data, colour)
    assert (two["width"], two["height"]) == (2 * one["width"], 2 * one["height"])
    assert two["near"] > 3 * one["near"]
    assert two["corner"] == [0, 0, 0, 0]

    dialog.get_by_role("combobox", name="Show").select_option("Surface")
    dialog.get_by_role("checkbox", name="Caption and legend").press("Space")
    bare, data = saved(page, save)
    assert bare.suggested_filename == "lockstep-rmsprop-bowl-surface-2x.png"
    found = picture(page, "png", data, colour)
    assert (found["width"], found["height"]) == tuple(2 * (side + 40) for side in stage)


def test_a_picture_in_svg_has_its_words_and_fonts(open_page: OpenPage) -> None:
    page = open_page()
    playground = Playground(page)
    playground.open(run=["adam,eta:0.3", "gradient-descent"], selected=1, steps=60)
    dialog = opened(page)
    dialog.get_by_role("combobox", name="Format").first.select_option("SVG")
    file, data = saved(page, dialog.get_by_role("button", name="Save picture"))
    assert file.suggested_filename == "lockstep-adam-bowl.svg"
    root = ET.fromstring(data)
    words = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    E = [page.evaluate(f"lockstep.playground.trajectories[{k}].columns.E[60]") for k in (0, 1)]
    for text in (
        f"{ITALIC_E}({ITALIC_W}₁, {ITALIC_W}₂) = 3 {ITALIC_W}₁² + 10 {ITALIC_W}₂²",
        *("Adam", "η = 0.3, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸"),
        *("Gradient descent", "η = 0.001"),
        f"From {ITALIC_W}(0) = (−15, 20), 60 steps.",
        *("Rate each weight gets", "iteration", "60"),
    ):
        assert text in words, text
    finals = [float(text[10:]) for text in words if text.startswith("final E = ")]
    assert finals == [pytest.approx(value, rel=1e-3) for value in E]
    query = "?steps=60&run=adam,eta:0.3&run=gradient-descent&selected=1"
    assert "".join(words).endswith(f"/{query}"), "as the page writes it"
    style = root.findtext(f"{SVG}style") or ""
    fonts = re.findall(r'font-family: "([^"]+)";[^}]*url\("data:font/woff2;base64,', style)
    assert sorted(fonts) == ["Lockstep Math", "Lockstep Sans"]
    assert not re.search(rb"(?:href|url\(.?)=?.?https?:", data), "it loads nothing"
    lines = root.findall(f".//{SVG}path")
    assert len([line for line in lines if len(line.get("d", "")) > 2000]) >= 4
    colour = run_colour(page, 0)
    assert picture(page, "svg+xml", data, colour)["near"] > 300


@pytest.mark.parametrize(
    ("extent", "shown", "absent"),
    [
        ("Surface", [f"{ITALIC_W}₂"], ["iteration"]),
        ("Curves", ["iteration", "Rate each weight gets"], ["start"]),
    ],
)
def test_surface_and_curves_have_caption_and_legend_of_their_own(
    open_page: OpenPage, extent: str, shown: list[str], absent: list[str]
) -> None:
    page = open_page(color_scheme="dark")
    playground = Playground(page)
    playground.open(run=["adam,eta:0.3", "gradient-descent", "rprop"], hidden=3, steps=60)
    dialog = opened(page)
    dialog.get_by_role("combobox", name="Show").select_option(extent)
    dialog.get_by_role("combobox", name="Format").first.select_option("SVG")
    save = dialog.get_by_role("button", name="Save picture")

    def words() -> tuple[list[str], str | None]:
        root = ET.fromstring(saved(page, save)[1])
        rectangle = root.find(f"{SVG}rect")
        texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
        return texts, None if rectangle is None else rectangle.get("fill")

    texts, paper = words()
    assert paper == page.evaluate("lockstep.playground.theme.paper"), "as seen, in the dark"
    caption = [f"From {ITALIC_W}(0) = (−15, 20), 60 steps.", "η = 0.001"]
    for text in ("Adam", "Gradient descent", *caption, *shown):
        assert text in texts, text
    for text in ("Rprop", *absent):
        assert text not in texts, text
    dialog.get_by_role("checkbox", name="Caption and legend").press("Space")
    dialog.get_by_role("checkbox", name="Transparent").press("Space")
    texts, paper = words()
    assert paper is None
    assert not {*caption} & {*texts}
    assert {*shown} <= {*texts}


def test_the_numbers_as_json_and_csv_are_the_same(open_page: OpenPage) -> None:
    page = open_page()
    Playground(page).open(run=["rmsprop,eta:0.1", "adam"], steps=40, step=30)
    dialog = opened(page)
    numbers = dialog.get_by_role("list", name="Numbers of all runs").get_by_role("link")
    expect(numbers).to_have_text(["CSV", "JSON"])
    names = []
    for link in numbers.all():
        with page.expect_download() as found:
            link.press("Enter")
        names.append(found.value.suggested_filename)
    assert names == ["lockstep-bowl-runs.csv", "lockstep-bowl-runs.json"]
    csv = table(page, numbers.first.evaluate("link => link.href"))
    said = page.request.get(numbers.last.evaluate("link => link.href")).json()
    assert said["address"] == "/" + page.evaluate("lockstep.playground.query()")
    assert [run["hyperparameters"]["eta"] for run in said["runs"]] == [0.1, 0.2]
    for run, rows in zip(said["runs"], csv.values(), strict=True):
        assert [[t, E] for t, E in zip(run["columns"]["t"], run["columns"]["E"], strict=True)] == [
            [row[0], row[3]] for row in rows
        ]
        assert len(rows) == 41

    dialog.get_by_role("combobox", name="Run").select_option("RMSProp")
    steps = dialog.get_by_role("spinbutton", name="Steps")
    steps.fill("3")
    by_hand = dialog.get_by_role("list", name="By hand").get_by_role("link")
    expect(by_hand).to_have_text(["Markdown", "LaTeX", "CSV"])
    with page.expect_download() as found:
        by_hand.first.press("Enter")
    assert found.value.suggested_filename == "lockstep-rmsprop-bowl-steps.md"
    text = Path(found.value.path()).read_text(encoding="utf-8")
    assert [line.split("|")[1].strip() for line in text.splitlines()[2:6]] == ["0", "1", "2", "3"]
    assert len([line for line in text.splitlines() if line.startswith("|")]) == 6
    scripts = dialog.get_by_role("list", name="Code that runs").get_by_role("link")
    expect(scripts).to_have_text(["NumPy", "PyTorch", "optax", "Keras 3"])
    with page.expect_download() as found:
        scripts.nth(1).press("Enter")
    assert found.value.suggested_filename == "lockstep-bowl-pytorch.py"
    assert "import torch" in Path(found.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_in_it(open_page: OpenPage, axe: Axe, size: tuple[int, int]) -> None:
    page = open_page(*size, touch=size == PHONE)
    page.goto("/?steps=20")
    wait_until_ready(page)
    dialog = opened(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    box = dialog.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert dialog.evaluate("dialog => dialog.scrollWidth - dialog.clientWidth") == 0
    assert axe(page) == []
