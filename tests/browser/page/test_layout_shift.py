"""Layout shift: what a reader looks at stays where it is while the page is loaded."""

import pytest

from tests.browser.conftest import OpenPage
from tests.support.browser.chromium import wait_until_ready

RECORD = """{
  window.shifts = [];
  new PerformanceObserver(list => {
    for (const {value, hadRecentInput, sources} of list.getEntries()) {
      const moved = sources.map(({node}) => node?.id || node?.className || node?.nodeName);
      if (!hadRecentInput) window.shifts.push([value, ...moved]);
    }
  }).observe({type: "layout-shift", buffered: true});
}"""

# After two frames what was drawn last has been painted, and its shifts have been reported.
PAINTED = """async () => {
  await document.fonts.ready;
  for (let k = 0; k < 2; k++) await new Promise(requestAnimationFrame);
  return window.shifts;
}"""


@pytest.mark.parametrize("path", ["/", "/?embed=playground&run=adam"])
@pytest.mark.parametrize("size", [(1280, 800), (768, 1024), (600, 400), (390, 844)])
def test_nothing_moves_while_the_page_is_loaded(
    open_page: OpenPage, size: tuple[int, int], path: str
) -> None:
    page = open_page(*size, first_visit=True)  # fonts and styles come late
    page.add_init_script(RECORD)
    page.goto(path)
    wait_until_ready(page)
    page.wait_for_load_state("networkidle")
    shifts = page.evaluate(PAINTED)
    assert sum(value for value, *_ in shifts) < 0.02, shifts
