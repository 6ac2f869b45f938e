"""Browser contexts that tests share, so that a page finds the site's files in the cache.

A page of a shared context also has the renderer of the one before, which has compiled the site's
scripts (`chromium.FLAGS`): it costs two thirds of the processor time of a page in a new context.
"""

from playwright.sync_api import Browser, Page

from tests.support.browser.chromium import ColorScheme
from tests.support.browser.empty_page import open_empty
from tests.support.browser.watch import Watch

# Figures below the first one arrive when they come near the window: so, they never do.
# Only assets/page/page.js looks far beyond the window's edges.
NO_ARRIVALS = """{
  const Native = IntersectionObserver;
  window.IntersectionObserver = class extends Native {
    constructor(seen, options) {
      super(options?.rootMargin === "300px 0px" ? () => {} : seen, options);
    }
  };
}"""


class SharedContext:
    """A watched context that holds nothing of one test when the next one begins.

    Parameters
    ----------
    browser : Browser
        The browser of all tests.
    site : str
        The address of the site, without a slash at the end.
    touch : bool
        Whether its screens are a phone's; their size is each page's own.
    """

    def __init__(self, browser: Browser, site: str, *, touch: bool) -> None:
        self._context = browser.new_context(base_url=site, has_touch=touch, is_mobile=touch)
        self._watch = Watch(self._context, site)
        self._keeper = self._context.new_page()  # a renderer ends with its last page
        open_empty(self._keeper)

    def new_page(self, size: tuple[int, int], color_scheme: ColorScheme, *, arrivals: bool) -> Page:
        """Open an empty page; without arrivals, of the whole page only the first figure comes."""
        page = self._context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=color_scheme)
        if not arrivals:
            page.add_init_script(NO_ARRIVALS)
        return page

    def clear(self) -> list[str]:
        """Close the pages, forget what they have stored, and return their mistakes."""
        self._watch.catch_up()
        for page in self._context.pages:
            if page is not self._keeper:
                page.close()
        self._keeper.evaluate("localStorage.clear()")
        self._context.clear_permissions()
        self._context.clear_cookies()
        return self._watch.take()

    def close(self) -> None:
        """Close the context."""
        self._context.close()


class Contexts:
    """The shared contexts of a browser, each opened when a test needs it.

    Parameters
    ----------
    browser : Browser
        The browser of all tests.
    site : str
        The address of the site, without a slash at the end.
    """

    def __init__(self, browser: Browser, site: str) -> None:
        self._browser = browser
        self._site = site
        self._open: dict[bool, SharedContext] = {}

    def get(self, *, touch: bool) -> SharedContext:
        """Return the context of mice or that of fingers."""
        if touch not in self._open:
            self._open[touch] = SharedContext(self._browser, self._site, touch=touch)
        return self._open[touch]

    def clear(self) -> list[str]:
        """Clear the contexts; one that cannot be cleared is used by no other test."""
        mistakes = []
        for touch in list(self._open):
            context = self._open.pop(touch)
            try:
                mistakes += context.clear()
            except BaseException:
                context.close()
                raise
            self._open[touch] = context
        return mistakes

    def close(self) -> None:
        """Close the contexts."""
        for context in self._open.values():
            context.close()
