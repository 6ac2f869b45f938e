"""What the canvas above the surface shows: its colours, and the words that were drawn last."""

from typing import NamedTuple

from components import ids
from tests.support.browser.playground import Playground

# Words are recorded as they are drawn, and forgotten when the canvas is cleared for the next frame.
RECORD_WORDS = """(() => {
  const {prototype} = CanvasRenderingContext2D;
  const {clearRect, fillText} = prototype;
  window.drawnWords = [];
  prototype.clearRect = function (...box) {
    if (this.canvas.id === "CANVAS") drawnWords.length = 0;
    return clearRect.apply(this, box);
  };
  prototype.fillText = function (text, x, y) {
    const {width} = this.measureText(text);
    const left = x - {left: 0, center: width / 2, right: width}[this.textAlign];
    if (this.canvas.id === "CANVAS") drawnWords.push([text, left, y, width]);
    return fillText.call(this, text, x, y);
  };
})()""".replace("CANVAS", ids.SURFACE_CANVAS)
COLOURS = """(() => {
  const canvas = document.getElementById("CANVAS");
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const found = {};
  for (let k = 0; k < data.length; k += 4) {
    if (data[k + 3] < 255) continue;
    const hex = [0, 1, 2].map(c => data[k + c].toString(16).padStart(2, "0")).join("");
    (found[`#${hex}`] ??= []).push([(k / 4) % canvas.width, Math.floor(k / 4 / canvas.width)]);
  }
  return Object.fromEntries(Object.entries(found).filter(([, places]) => places.length > 2));
})()""".replace("CANVAS", ids.SURFACE_CANVAS)

Places = list[tuple[int, int]]


class Word(NamedTuple):
    """Words on the canvas: their left end, the middle of their height, their width, in pixels."""

    text: str
    left: float
    middle: float
    width: float


def open_recorded(playground: Playground, **parts: object) -> None:
    """Open an address with the words on the canvas recorded."""
    playground.page.add_init_script(RECORD_WORDS)
    playground.open(**parts)


def words(playground: Playground) -> list[Word]:
    """Return what is written on the canvas."""
    return [Word(*found) for found in playground.get("drawnWords")]


def texts(playground: Playground) -> list[str]:
    """Return the texts of what is written on the canvas."""
    return [word.text for word in words(playground)]


def colours(playground: Playground) -> dict[str, Places]:
    """Return the opaque colours of the canvas as ``"#rrggbb"``, each with its pixels."""
    found: dict[str, Places] = playground.get(COLOURS)
    return found


def of_shapes(places: Places, written: list[Word]) -> Places:
    """Return the pixels that do not belong to words, which have the colours of runs too."""
    margin = 10.0
    return [
        (x, y)
        for x, y in places
        if not any(
            abs(y - word.middle) < margin and word.left - 2 < x < word.left + word.width + 2
            for word in written
        )
    ]
