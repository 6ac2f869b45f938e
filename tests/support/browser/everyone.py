"""What the tests for everybody ask of a page."""

import base64
import re
from collections.abc import Iterable, Sequence

from playwright.sync_api import Page, expect

from components.figures import FIGURES

Colour = tuple[float, ...]

CONTROLS = "a, button, input, select, summary, [tabindex='0']"

# Every control that can be seen: its name in a message, its box, in the order of the document.
BOXES = f"""() => [...document.querySelectorAll("{CONTROLS}")]
  .filter(control => control.checkVisibility({{visibilityProperty: true}}))
  .map(control => {{
    const {{x, y, width, height}} = control.getBoundingClientRect();
    const name = control.ariaLabel ?? (control.id || control.textContent);
    return [name, x + scrollX, y + scrollY, width, height];
  }})"""

# The control with the focus: its place among all, whether it has a ring, and whether the places
# tried on it are in sight and not below something else. Null once the focus has left the page.
FOCUSED = f"""() => {{
  const focused = document.activeElement, {{x, y, width, height}} = focused.getBoundingClientRect();
  if (focused === document.body) return null;
  const controls = [...document.querySelectorAll("{CONTROLS}")]
    .filter(control => !control.disabled && control.checkVisibility({{visibilityProperty: true}}));
  const ringed = [focused, focused.closest(".dash-input-container")].some(element => {{
    const {{outlineStyle, outlineWidth}} = element ? getComputedStyle(element) : {{}};
    return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2;
  }});
  const inSight = [[0.1, 0.5], [0.5, 0.5], [0.9, 0.5], [0.5, 0.9]].every(([across, down]) => {{
    const found = document.elementFromPoint(x + across * width, y + down * height);
    return found && (focused.contains(found) || found.contains(focused));
  }});
  const element = focused.outerHTML.slice(0, 160);
  return [controls.indexOf(focused), controls.length, ringed, inSight, element];
}}"""

PIXELS = """async ([png, places]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return places.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)]);
}"""


def let_all_arrive(page: Page) -> None:
    """Return once every figure of the whole page is there, and the page is at its top again."""
    for figure in FIGURES[1:]:
        place = page.locator(f"#{figure.key}")
        place.scroll_into_view_if_needed()
        expect(place.locator("[data-ready=true]")).to_have_count(1, timeout=60_000)
    page.evaluate("scrollTo(0, 0)")


def colour(text: str) -> Colour:
    """Return red, green and blue of a colour as CSS has it."""
    if text.startswith("#"):
        return tuple(int(text[k : k + 2], 16) for k in (1, 3, 5))
    return tuple(map(float, re.findall(r"[\d.]+", text)))


def over(upper: Colour, lower: Colour) -> Colour:
    """Return a colour with a fourth part, its opacity, on another."""
    *parts, opacity = upper
    return tuple(opacity * a + (1 - opacity) * b for a, b in zip(parts, lower, strict=True))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    darker, lighter = sorted(_luminance(c) for c in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(parts: Iterable[float]) -> float:
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (part / 255 for part in parts)
    )
    return sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def pixels(page: Page, places: Sequence[tuple[float, float]]) -> list[Colour]:
    """Return the colours that are seen at places of a page, in pixels of its window."""
    png = base64.b64encode(page.screenshot()).decode()
    blank = page.context.new_page()  # the site's own policy loads no such picture
    found = blank.evaluate(PIXELS, [png, [list(place) for place in places]])
    blank.close()
    return [tuple(map(float, parts)) for parts in found]
