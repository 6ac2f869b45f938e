"""The answer of /trajectory.csv, read."""

from playwright.sync_api import Page


def table(page: Page, address: str) -> dict[str, list[list[float]]]:
    """Return the rows of each run by its name, such as "2 rmsprop"; an empty cell is NaN."""
    runs: dict[str, list[list[float]]] = {}
    for line in page.request.get(address).text().splitlines()[1:]:
        run, *cells = line.split(",")
        runs.setdefault(run, []).append([float(cell or "nan") for cell in cells])
    return runs
