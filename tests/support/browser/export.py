"""Export dialog of a page: opening it, what it saves, and what is in a picture."""

import base64
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, FrameLocator, Locator, Page, expect

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


def run_colour(page: Page, place: int) -> str:
    return str(page.evaluate(f"lockstep.playground.theme.runs[{place}].colour"))
