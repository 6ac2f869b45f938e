"""Export dialog: the replay as GIF and WebM, with progress and cancel."""

import base64
import struct

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import OpenPage
from tests.support.browser.export import opened, picture, run_colour, saved
from tests.support.browser.gif import GifFrame, gif_frames
from tests.support.browser.playground import Playground

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
  const first = await near(0.01);
  let last = first;
  // On a busy machine a frame may come after its seek is said to be done.
  for (let k = 0; k < 100 && last === first; k++) last = await near(duration - 1 + k / 1000);
  return {width, height, duration, first, last};
}"""


def video(page: Page, data: bytes, colour: str) -> dict[str, float]:
    """Return the size and duration of a video, and how many pixels have about a colour.

    Those of the first and of the last frame are counted.
    """
    blank = page.context.new_page()
    source = f"data:video/webm;base64,{base64.b64encode(data).decode()}"
    found: dict[str, float] = blank.evaluate(PLAY, [source, colour])
    blank.close()
    return found


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
