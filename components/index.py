"""The page as the browser gets it first: what it needs of Dash's scripts, and nothing more."""

from __future__ import annotations

from typing import Any

from dash import Dash

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


class LeanDash(Dash):
    """A Dash app whose page does without the scripts that nothing on it uses."""

    def interpolate_index(self, scripts: str = "", **others: Any) -> str:  # type: ignore[override]
        """Return the page; Dash gives every part of it by name."""
        lines = scripts.splitlines()
        needed = [line for line in lines if not any(name in line for name in UNUSED)]
        write: Any = super().interpolate_index
        page: str = write(scripts="\n".join(needed), **others)
        return page
