"""Waiting for an attribute.

`expect` takes an accessibility snapshot of the whole page whenever it finds something else than it
expects, a tenth of a second of processor time, before it looks again. What nearly every test waits
for is looked for without one.
"""

from playwright.sync_api import Locator

PATIENCE_MS = 30_000  # the machine may be busy with other things


def wait_for_attribute(
    element: Locator, name: str, value: str, timeout_ms: float = PATIENCE_MS
) -> None:
    """Return once an element is there and its attribute has a value."""
    _wait(element, f"@{name}='{value}'", timeout_ms)


def wait_for_change(element: Locator, name: str, before: str | None) -> None:
    """Return once an attribute has another value than it had before; None if it had none."""
    condition = f"@{name}" if before is None else f"@{name}!='{before}'"
    _wait(element, condition, PATIENCE_MS)


def _wait(element: Locator, condition: str, timeout_ms: float) -> None:
    element.locator(f"xpath=self::*[{condition}]").wait_for(state="attached", timeout=timeout_ms)
