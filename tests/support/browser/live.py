"""A figure that lives in a page: what it holds, and waiting for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Locator, Page

from tests.support.browser.wait import PATIENCE_MS, wait_for_change


class Live:
    """What every figure's page can be asked.

    Parameters
    ----------
    page : Page
        The page.
    bound : str
        The figure's property of ``lockstep``, and what expressions call it: ``"twoSteps: figure"``.
    root : Locator
        The element that says when the figure has settled.
    """

    def __init__(self, page: Page, bound: str, root: Locator) -> None:
        self.page = page
        self.bound = bound
        self.root = root

    def get(self, expression: str) -> Any:
        """Return the value of an expression of JavaScript on the figure."""
        return self.page.evaluate(
            f"() => {{ const {{{self.bound}}} = window.lockstep; return {expression}; }}"
        )

    def until(self, condition: str) -> None:
        """Return once the figure is there and a condition on it holds, looked at in every frame."""
        name = self.bound.split(":")[-1].strip()
        self.page.evaluate(f"""async () => {{
          const holds = () => {{
            const {{{self.bound}}} = window.lockstep ?? {{}};
            return {name} && ({condition});
          }};
          const end = performance.now() + {PATIENCE_MS};
          while (!holds()) {{
            if (performance.now() > end) throw new Error("This was never so.");
            await new Promise(requestAnimationFrame);
          }}
        }}""")

    @contextmanager
    def settling(self) -> Iterator[None]:
        """Do something, then wait until it is committed: to controls, address and live region."""
        before = self.root.get_attribute("data-settled")
        yield
        wait_for_change(self.root, "data-settled", before)
