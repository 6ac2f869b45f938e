"""Box of the error function in a page: its parts by label and role, and where its caret is."""

from playwright.sync_api import Locator, Page, expect

from tests.support.browser.everyone import Colour, colour, pixels

CHARACTER = """(box, index) => {
  const {fontSize, fontFamily, paddingLeft, borderLeftWidth} = getComputedStyle(box);
  const context = document.createElement("canvas").getContext("2d");
  context.font = `${fontSize} ${fontFamily}`;
  const before = context.measureText([...box.value].slice(0, index).join("")).width;
  const width = context.measureText([...box.value][index] ?? " ").width;
  const {left} = box.getBoundingClientRect();
  return left + parseFloat(borderLeftWidth) + parseFloat(paddingLeft) + before + width / 2
    - box.scrollLeft;
}"""


def near(seen: Colour, wanted: Colour) -> bool:
    """Return whether two colours look the same, also at a smoothed edge."""
    return max(abs(a - b) for a, b in zip(seen, wanted, strict=True)) < 40


class FunctionBox:
    """The box of a figure; `root` is what holds it."""

    def __init__(self, page: Page, root: Locator) -> None:
        self.page = page
        self.text = root.get_by_role("textbox", name="Error function")
        self.message = root.get_by_role("status").filter(has=page.locator(".message"))
        self.use = root.get_by_role("button", description="Type this instead")
        self.help = root.locator("summary[aria-label='What can I type?']")
        self.panel = root.get_by_role("group", name="What can I type?")
        self.mark = root.locator("mark")

    def type(self, text: str) -> None:
        """Type a text, and Enter."""
        self.text.fill(text)
        self.text.press("Enter")

    def character(self, index: int) -> float:
        """Return where the middle of a character is drawn, in pixels of the page."""
        return float(self.text.evaluate(CHARACTER, index))

    def caret(self) -> float:
        """Return the middle of the caret that is seen below the box, in pixels of the page."""
        expect(self.mark).to_be_visible()
        box = self.text.locator("..").bounding_box()
        assert box
        row = box["y"] + box["height"] + 4
        places = [(x, row) for x in range(int(box["x"]), int(box["x"] + box["width"]))]
        style = "mark => getComputedStyle(mark, '::after').backgroundColor"
        wrong = colour(self.mark.evaluate(style))
        found = pixels(self.page, places)
        columns = [x for (x, _), seen in zip(places, found, strict=True) if near(seen, wrong)]
        assert 6 <= len(columns) <= 12, "one caret, as wide as a character"
        assert columns[-1] - columns[0] == len(columns) - 1
        return (columns[0] + columns[-1] + 1) / 2
