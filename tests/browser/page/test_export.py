"""Export dialog: pictures, replays, numbers and code as files, and what is in them."""

import base64
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Download, FrameLocator, Locator, Page, expect

from tests.browser.conftest import OpenPage, Violation
from tests.support.browser.chromium import COLOR_SCHEMES, ColorScheme, wait_until_ready
from tests.support.browser.csv import table
from tests.support.browser.gif import GifFrame, gif_frames
from tests.support.browser.playground import Playground

PHONE = (390, 844)
ITALIC_E = "\N{MATHEMATICAL ITALIC CAPITAL E}"
ITALIC_W = "\N{MATHEMATICAL ITALIC SMALL W}"
SVG = "{http://www.w3.org/2000/svg}"
COUNT_NEAR = """async ([source, colour]) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const {data} = context.getImageData(0, 0, image.width, image.height);
  const wanted = [1, 3, 5].map((k) => parseInt(colour.slice(k, k + 2), 16));
  let near = 0;
  for (let k = 0; k < data.length; k += 4)
    near += data[k + 3] > 250 && wanted.every((value, c) => Math.abs(data[k + c] - value) < 8);
  return {width: image.width, height: image.height, near, corner: [...data.slice(0, 4)]};
}"""
# What stands above the surface at the right: its distinct pictures, and how much of them is dark.
COUNTERS = """async (source) => {
  const data = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
  const decoder = new ImageDecoder({data, type: "image/gif"});
  await decoder.tracks.ready;
  const {frameCount} = decoder.tracks.selectedTrack;
  const [seen, shares] = [new Set(), []];
  for (let frameIndex = 0; frameIndex < frameCount; frameIndex++) {
    const {image} = await decoder.decode({frameIndex});
    const [width, height] = [100, 28];
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context.drawImage(image, width - image.displayWidth + 20, -20);
    const {data: pixels} = context.getImageData(0, 0, width, height);
    seen.add(pixels.join());
    shares.push(pixels.filter((value, k) => k % 4 === 1 && value < 128).length / (width * height));
  }
  return {count: frameCount, distinct: seen.size, least: Math.min(...shares)};
}"""
# The page's policy lets it play nothing: a blank page does.
PLAY = """async ([source, colour]) => {
  const video = document.createElement("video");
  const seen = (name) => new Promise((resolve, reject) => {
    video.addEventListener(name, resolve, {once: true});
    video.addEventListener("error", () => reject(video.error), {once: true});
  });
  video.src = source;
  await seen("loadeddata");
  const {videoWidth: width, videoHeight: height, duration} = video;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  const wanted = [1, 3, 5].map((k) => parseInt(colour.slice(k, k + 2), 16));
  const near = async (time) => {
    video.currentTime = time;
    await seen("seeked");
    context.drawImage(video, 0, 0);
    const {data} = context.getImageData(0, 0, width, height);
    let count = 0;
    for (let k = 0; k < data.length; k += 4)
      count += wanted.every((value, c) => Math.abs(data[k + c] - value) < 24);
    return count;
  };
  return {width, height, duration, first: await near(0.01), last: await near(duration - 1)};
}"""


def opened(page: Page) -> Locator:
    """Open the dialog by keyboard."""
    return opened_in(page, "Surface and curves")


def opened_in(place: Page | FrameLocator, shown: str) -> Locator:
    """Open the dialog of a page or a frame by keyboard; it previews all of the figure."""
    place.get_by_role("button", name="Export this state").press("Enter")
    dialog = place.get_by_role("dialog", name="Export this state")
    expect(dialog.get_by_role("img", name=f"Preview: {shown}")).to_be_visible()
    return dialog


def saved(page: Page, button: Locator) -> tuple[Download, bytes]:
    """Press a button by keyboard; return what it saves."""
    with page.expect_download(timeout=120_000) as found:
        button.press("Enter")
    name = found.value.suggested_filename
    expect(page.get_by_role("status").filter(has_text=f"Saved {name}, ")).to_be_visible()
    return found.value, Path(found.value.path()).read_bytes()


def picture(page: Page, kind: str, data: bytes, colour: str) -> dict[str, Any]:
    """Return the size of a picture, its first pixel, and how many have about a colour."""
    source = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    found: dict[str, Any] = page.evaluate(COUNT_NEAR, [source, colour])
    return found


def video(page: Page, data: bytes, colour: str) -> dict[str, float]:
    """Return the size and duration of a video, and how many pixels have about a colour.

    Those of the first and of the last frame are counted.
    """
    blank = page.context.new_page()
    source = f"data:video/webm;base64,{base64.b64encode(data).decode()}"
    found: dict[str, float] = blank.evaluate(PLAY, [source, colour])
    blank.close()
    return found


def run_colour(page: Page, place: int) -> str:
    return str(page.evaluate(f"lockstep.playground.theme.runs[{place}].colour"))


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


def test_a_replay_as_gif(open_page: OpenPage) -> None:
    page = open_page()
    Playground(page).open(steps=20)
    before = page.evaluate("lockstep.playground.time")
    dialog = opened(page)
    dialog.get_by_role("combobox", name="Show").select_option("Surface")
    file, data = saved(page, dialog.get_by_role("button", name="Save replay"))
    assert file.suggested_filename == "lockstep-rmsprop-bowl-surface.gif"
    expect(dialog.get_by_role("progressbar")).to_be_hidden()
    frames = gif_frames(data)
    assert len(frames) == 21
    assert [frame.delay for frame in frames] == [10] * 20 + [200]
    width, height = struct.unpack("<HH", data[6:10])
    assert frames[0] == GifFrame(width, height, 10)
    assert {frame.width for frame in frames} == {width}
    assert data[-1] == 0x3B
    counters = page.evaluate(COUNTERS, base64.b64encode(data).decode())
    assert (counters["count"], counters["distinct"]) == (21, 21), "each has its iteration"
    assert counters["least"] > 0.02
    first = picture(page, "gif", data, run_colour(page, 1))
    assert (first["width"], first["height"]) == (width, height)
    assert page.evaluate("lockstep.playground.time") == before, "the page stays as it is"


def test_a_long_replay_is_small(open_page: OpenPage) -> None:
    page = open_page()
    Playground(page).open()
    dialog = opened(page)
    dialog.get_by_role("combobox", name="Show").select_option("Surface")
    save = dialog.get_by_role("button", name="Save replay")
    _, data = saved(page, save)
    assert len(gif_frames(data)) == 126
    assert len(data) < 3e6
    dialog.get_by_role("combobox", name="Format").last.select_option("WebM video")
    _, data = saved(page, save)
    assert len(data) < 3e6
    shown = video(page, data, run_colour(page, 1))
    assert shown["duration"] == pytest.approx(12, abs=0.01)  # the last frame stays for two seconds
    assert shown["last"] > 2 * shown["first"] > 0, "the run has grown"


def test_a_replay_as_video(open_page: OpenPage) -> None:
    page = open_page()
    Playground(page).open(steps=20)
    dialog = opened(page)
    dialog.get_by_role("combobox", name="Show").select_option("Surface")
    dialog.get_by_role("combobox", name="Format").last.select_option("WebM video")
    file, data = saved(page, dialog.get_by_role("button", name="Save replay"))
    assert file.suggested_filename == "lockstep-rmsprop-bowl-surface.webm"
    assert data[:4] == b"\x1a\x45\xdf\xa3"
    assert b"webm" in data[:64]
    # Segment information: the duration, in milliseconds, as a float of 8 bytes.
    (duration,) = struct.unpack(">d", data.split(b"\x44\x89\x88", 1)[1][:8])
    assert duration == pytest.approx(4000, abs=1)


def test_a_browser_without_an_encoder_is_told_of_gif(open_page: OpenPage) -> None:
    page = open_page()
    page.add_init_script("delete globalThis.VideoEncoder")
    Playground(page).open(steps=20)
    dialog = opened(page)
    dialog.get_by_role("combobox", name="Format").last.select_option("WebM video")
    dialog.get_by_role("button", name="Save replay").click()
    said = dialog.get_by_role("status")
    expect(said).to_have_text("This browser cannot make a video: save a GIF instead.")
    expect(dialog.get_by_role("button", name="Save replay")).to_be_enabled()


@pytest.mark.parametrize("format", ["GIF", "WebM video"])
def test_a_replay_can_be_cancelled(open_page: OpenPage, format: str) -> None:
    page = open_page()
    downloads: list[Download] = []
    page.on("download", lambda download: downloads.append(download))
    Playground(page).open()
    dialog = opened(page)
    dialog.get_by_role("combobox", name="Format").last.select_option(format)
    button = dialog.get_by_role("button", name="Save replay")
    button.press("Enter")
    expect(dialog.get_by_role("progressbar", name="Progress of the replay")).to_be_visible()
    dialog.get_by_role("button", name="Cancel").press("Enter")
    expect(dialog.get_by_role("status")).to_have_text("The replay is cancelled.")
    expect(button).to_be_focused()
    expect(dialog.get_by_role("progressbar")).to_be_hidden()
    button.press("Enter")
    expect(dialog.get_by_role("progressbar")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Export this state")).to_be_focused()
    opened(page)
    expect(dialog.get_by_role("button", name="Save replay")).to_be_visible()
    assert downloads == []


@pytest.mark.parametrize("color_scheme", COLOR_SCHEMES)
@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_in_it(
    open_page: OpenPage,
    axe: Callable[[Page], list[Violation]],
    size: tuple[int, int],
    color_scheme: ColorScheme,
) -> None:
    page = open_page(*size, color_scheme=color_scheme, touch=size == PHONE)
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
