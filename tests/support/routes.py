"""Routes: every address of the site, with a query where it reads one; hostile tests try all."""

from components.figures import FIGURES

SURFACES = tuple(f"/figures/{f.key}/surface.json" for f in FIGURES if f.surface)
LAYOUTS = (
    "/layout.json",
    *(f"/figures/{f.key}{part}.json" for f in FIGURES for part in ("", "/state")),
)
"""Components and states as JSON: a mistake is said there, and the default stands instead."""

DOWNLOADS = (
    *("/trajectory.csv", "/trajectory.json", "/script.py"),
    *("/steps.md", "/steps.tex", "/steps.csv"),
)
STRICT = ("/kernels/error-function.js", *DOWNLOADS, *SURFACES)
"""They answer a mistake with 400 and one sentence; a surface, a mistake in E with a message."""

CONSTANT = (
    *("/", "/_dash-layout", "/_dash-dependencies", "/healthz", "/robots.txt"),
    *(f"/kernels/{name}.js" for name in ("optimizers", "steps", "amplification")),
    *("/assets/main.css", "/assets/favicon.ico", "/presets.json"),
)
"""Their answer is the same whatever the query."""

PAGES = ("/", "/tour")

ROUTES = (*CONSTANT, "/tour", *LAYOUTS, *STRICT)


def statuses(route: str) -> set[int]:
    """Return the statuses with which a route may answer a GET, whatever its query says."""
    refuses = route in STRICT or (route in LAYOUTS and route != "/layout.json")
    return {200, 400} if refuses else {200}
