"""The page as the browser gets it first: what it needs of Dash's scripts, and what comes next."""

from __future__ import annotations

from html import escape
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
    {%config%}
    {%scripts%}
    {%renderer%}
  </body>
</html>
"""

UNUSED = ("/deps/polyfill@", "/dash_table/")
"""Parts of the addresses of scripts: for browsers without modules, and of a table not used."""

SOON = {
    "_dash-layout": 'rel="preload" as="fetch" crossorigin',
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
        write: Any = super().interpolate_index
        page: str = write(
            css="\n    ".join([*css.splitlines(), *self._soon()]),
            scripts="\n    ".join(needed),
            **others,
        )
        return page

    def _soon(self) -> list[str]:
        # The layout is asked for with the query of the page (assets/address.js).
        query = request.query_string.decode("latin-1")
        asked = {"_dash-layout": f"_dash-layout?{query}" if query else "_dash-layout"}
        prefix = self.config.requests_pathname_prefix
        return [
            f'<link href="{escape(prefix + asked.get(path, path))}" {how}>'
            for path, how in SOON.items()
        ]
