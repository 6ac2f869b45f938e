"""Letters twice as large, or farther apart: all of them grow, and nothing of them is cut off."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.everyone import let_all_arrive

WINDOWS = [(1280, 800), (900, 800), (390, 844), (320, 568)]
DOUBLE = 32
"""What a reader sets as the size of letters in the browser, whose own is 16 pixels."""
# What WCAG 2.2 asks a page to bear, in its words on text spacing.
APART = """
* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
p {margin-bottom: 2em !important}
"""
# The style of a reader, and all figures laid out at once, in sight or not.
STYLE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css + ".frame + .frame {content-visibility: visible !important}");
  document.adoptedStyleSheets = [sheet];
}"""
# What is fitted to the width of the window has been, two frames after the width is there.
LAID_OUT = """async width => {
  while (innerWidth !== width) await new Promise(requestAnimationFrame);
  for (let k = 0; k < 2; k++) await new Promise(requestAnimationFrame);
}"""
# Words that go beyond the window or beyond the edge of what clips them. Formulas, tables and the
# step in numbers scroll by themselves; a surface is drawn larger than what is seen of it.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(element => {
  const scrolls = ".formula, .table-place, .step-said, .worked";
  const unread = "svg, math, canvas, [role=img], [aria-hidden=true], .visually-hidden, .frame-head";
  if (element.closest(unread) || element.closest(scrolls)) return false;
  const {width, height, right} = element.getBoundingClientRect();
  const isSeen = element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  if (!isSeen || width < 2 || height < 2) return false;
  const {overflowX, contain} = getComputedStyle(element);
  const clips = overflowX !== "visible" || /paint|strict|content/.test(contain);
  return right > innerWidth + 1
    || (clips && (element.scrollWidth > element.clientWidth + 1
      || element.scrollHeight > element.clientHeight + 1));
}).map(({outerHTML}) => outerHTML.slice(0, 160))"""
# Menus whose chosen name has less room than it takes.
CUT_MENUS = """() => [...document.querySelectorAll("select")].filter(menu => {
  const chosen = document.createElement("select");
  chosen.className = menu.className;
  chosen.append(menu.selectedOptions[0].cloneNode(true));
  chosen.style.cssText = "position: absolute; max-width: none";
  menu.parentElement.append(chosen);
  const {width} = chosen.getBoundingClientRect();
  chosen.remove();
  return width > menu.getBoundingClientRect().width + 1;
}).map(({id}) => id)"""
SIZES = """() => [".lead", ".segments button", ".text-box input", ".run-row .name",
  ".run-row .final", ".finding", ".play", ".time-numbers input", ".control-number input", ".menu",
  ".step-sentence", ".frame-head p", ".arrows-key", ".numbers caption", ".map .key", ".tile",
  ".as-numbers summary"]
  .map(found => parseFloat(getComputedStyle(document.querySelector(found)).fontSize))"""
SHORT_BOXES = """() => [...document.querySelectorAll("input:not([type=range])")]
  .filter(box => box.checkVisibility()
    && box.getBoundingClientRect().height < 1.3 * parseFloat(getComputedStyle(box).fontSize))
  .map(({outerHTML}) => outerHTML.slice(0, 160))"""
OVERLAPS = """() => {
  const parts = ".function, .playground .surface, .error-chart, .trace-chart, .time-head,"
    + ".transport, .tabs, .run-list, .editor, .inspector";
  const rows = [...document.querySelectorAll(parts)].filter(row => row.checkVisibility());
  return rows.flatMap((one, k) => rows.slice(k + 1).filter(other => {
    const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  }).map(other => [one.className, other.className]));
}"""


def whole_page(open_page: OpenPage, size: tuple[int, int], letters: int) -> Page:
    page = open_page(*size, arrivals=True)
    browser = page.context.new_cdp_session(page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters}})
    page.goto("/")
    wait_until_ready(page)
    let_all_arrive(page)
    return page


@pytest.mark.parametrize(
    ("letters", "css", "windows"),
    [(DOUBLE, "", WINDOWS[::-1]), (16, APART, [*WINDOWS[2:], *WINDOWS[:2]])],
    ids=["twice as large", "apart"],
)
def test_nothing_is_cut_off(
    open_page: OpenPage,
    subtests: pytest.Subtests,
    letters: int,
    css: str,
    windows: list[tuple[int, int]],
) -> None:
    # It arrives in a narrow window, and is given the others.
    page = whole_page(open_page, windows[0], letters)
    page.evaluate(STYLE, css)
    for width, height in windows:
        with subtests.test(f"{width} wide"):
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate("scrollTo(0, 0)")
            page.evaluate(LAID_OUT, width)
            assert page.evaluate(CUT_OFF) == []
            assert page.evaluate(CUT_MENUS) == []
            assert page.evaluate(OVERLAPS) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_all_letters_grow_and_their_boxes_with_them(open_page: OpenPage) -> None:
    page = whole_page(open_page, (1280, 800), 16)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "14px"
    before = page.evaluate(SIZES)
    assert min(before) >= 11.5
    page = whole_page(open_page, (1280, 800), DOUBLE)
    page.evaluate(STYLE, "")
    assert page.evaluate(SIZES) == pytest.approx([2 * size for size in before], rel=1e-4)
    assert page.evaluate(SHORT_BOXES) == []
