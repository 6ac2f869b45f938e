"""The page as the browser gets it first: what it needs of Dash's scripts, and what comes next."""

from __future__ import annotations

from typing import Any

from dash import Dash
from flask import request

TEXT = """<!DOCTYPE html>
<html lang="en">
  <head>
    {%metas%}
    <title>{%title%}</title>
    {%favicon%}
    {%css%}
  </head>
  <body>
    {%app_entry%}
    <noscript>Lockstep draws in the browser: switch JavaScript on to see its figures.</noscript>
    {%config%}
    {%scripts%}
    {%renderer%}
  </body>
</html>
"""

UNUSED = ("/deps/polyfill@", "/dash_table/")
"""Parts of the addresses of scripts: for browsers without modules, and of a table not used."""

LAST = "/plotly.min.js"
"""The largest: the others run while it is still on its way."""

LAYOUT = "_dash-layout"
SOON = {
    LAYOUT: 'rel="preload" as="fetch" crossorigin',
    "_dash-dependencies": 'rel="preload" as="fetch" crossorigin',
    "_dash-component-suites/dash/dcc/async-graph.js": 'rel="preload" as="script"',
    "kernels/optimizers.js": 'rel="modulepreload"',
    "kernels/steps.js": 'rel="modulepreload"',
}
"""What scripts will ask for once they run; on a slow line each would be a wait of its own."""


class LeanDash(Dash):
    """A Dash app whose page asks for what it needs at once, and for nothing else."""

    def interpolate_index(  # type: ignore[override]
        self, css: str = "", scripts: str = "", **others: Any
    ) -> str:
        """Return the page; Dash gives every part of it by name."""
        lines = scripts.splitlines()
        needed = [line for line in lines if not any(name in line for name in UNUSED)]
        needed.sort(key=lambda line: LAST in line)
        write: Any = super().interpolate_index
        page: str = write(
            css="\n    ".join([*css.splitlines(), *self._soon()]),
            scripts="\n    ".join(needed),
            **others,
        )
        return page

    def _soon(self) -> list[str]:
        prefix = self.config.requests_pathname_prefix
        # The layout is asked for with the query of the page (assets/address.js), and of that the
        # index repeats nothing.
        paths = [path for path in SOON if path != LAYOUT or not request.query_string]
        return [f'<link href="{prefix}{path}" {SOON[path]}>' for path in paths]
