"""Export in Firefox: its own canvases and encoders."""

import base64
import xml.etree.ElementTree as ET

from playwright.sync_api import Locator, Page, expect

from tests.support.browser.export import SVG, opened, picture, run_colour
from tests.support.browser.gif import gif_frames
from tests.support.browser.playground import Playground

# Its driver says nothing of downloads, and the window in which Firefox lists them takes the keys.
KEEP_FILES = """() => {
  const native = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.lastFile = blob;
    return native.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = () => {};
}"""
LAST_FILE = """async () => {
  const bytes = new Uint8Array(await window.lastFile.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""


def saved(page: Page, button: Locator, name: str) -> bytes:
    """Press a button; return what it saves under a name."""
    button.press("Enter")
    said = page.get_by_role("status").filter(has_text=f"Saved {name}, ")
    expect(said).to_be_visible(timeout=60_000)
    return base64.b64decode(page.evaluate(LAST_FILE))


def test_pictures_and_a_replay(playground: Playground) -> None:
    page = playground.page
    playground.open(steps=20)
    page.evaluate(KEEP_FILES)
    dialog = opened(page)
    save = dialog.get_by_role("button", name="Save picture")
    data = saved(page, save, "lockstep-rmsprop-bowl.png")
    assert picture(page, "png", data, run_colour(page, 1))["near"] > 200
    dialog.get_by_role("combobox", name="Format").first.select_option("SVG")
    data = saved(page, save, "lockstep-rmsprop-bowl.svg")
    words = ["".join(text.itertext()) for text in ET.fromstring(data).iter(f"{SVG}text")]
    assert "η = 0.05, β = 0.9, ε = 10⁻⁸" in words
    assert picture(page, "svg+xml", data, run_colour(page, 1))["near"] > 200
    dialog.get_by_role("combobox", name="Show").select_option("Surface")
    replay = dialog.get_by_role("button", name="Save replay")
    data = saved(page, replay, "lockstep-rmsprop-bowl-surface.gif")
    assert len(gif_frames(data)) == 21
    expect(dialog.get_by_role("progressbar")).to_be_hidden()
