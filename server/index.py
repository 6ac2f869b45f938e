"""The page as the browser gets it first: what it needs of Dash's scripts, and what comes next."""

from __future__ import annotations

import re
from typing import Any

from dash import Dash
from flask import request

from components.kernel_urls import rule_kernel_url
from server import reload_script as start_again

TEXT = f"""<!DOCTYPE html>
<html lang="en">
  <head>
    {{%metas%}}
    <script>{start_again.SCRIPT}</script>
    <title>{{%title%}}</title>
    {{%favicon%}}
    {{%css%}}
  </head>
  <body>
    {{%app_entry%}}
    <noscript>Lockstep draws in the browser: switch JavaScript on to see its figures.</noscript>
    {{%config%}}
    {{%scripts%}}
    {{%renderer%}}
  </body>
</html>
"""

UNUSED = ("/deps/polyfill@", "/dash_table/")
"""Parts of the addresses of scripts: for browsers without modules, and of a table not used."""

INSTALLED = re.compile(r"(\.v[0-9_]+)m[0-9a-f]+(?=\.)")
"""Dash's version, and the time at which a machine got it, in an address of Dash's."""

PLOTLY = "/plotly.min.js"
"""The largest: on its way from the beginning, and run last, after all that is there sooner."""

COMPONENTS, GRAPH = "/dash_core_components.", "/async-graph."
"""Dash asks for its graph only once a page has one: this page has, so both come together."""

UNTOLD = ("end_id", "python_version", "dash_version", "dash_version_url", "plotly_version")
"""Of what Dash tells its script: for background callbacks, a number that makes each page another
one, and for developers, versions that are nobody's business."""

BETWEEN_LINES = "\n    "
LAYOUT = "_dash-layout"
FETCHED, SCRIPT = 'rel="preload" as="fetch" crossorigin', 'rel="preload" as="script"'
MODULE = 'rel="modulepreload"'
DEPENDENCIES, KERNELS = "_dash-dependencies", ("optimizers", "steps")
"""What scripts will ask for once they run; on a slow line each would be a wait of its own."""


class LeanDash(Dash):
    """A Dash app whose page asks for what it needs at once, and for nothing else.

    The page is the same wherever it is served.
    """

    icon = ""
    """The address of the page's icon."""

    def _config(self) -> dict[str, Any]:
        told: dict[str, Any] = super()._config()  # type: ignore[no-untyped-call]
        told = {name: value for name, value in told.items() if name not in UNTOLD}
        # Which properties of a component hold others: those that have none need not be named.
        told["children_props"] = {
            family: {name: some for name, some in components.items() if some}
            for family, components in told["children_props"].items()
        }
        return told

    def interpolate_index(  # type: ignore[override]
        self, css: str = "", scripts: str = "", favicon: str = "", **others: Any
    ) -> str:
        """Return the page; Dash gives every part of it by name."""
        needed = [line for line in scripts.splitlines() if not any(name in line for name in UNUSED)]
        needed = [INSTALLED.sub(r"\1m1", line) for line in needed]
        needed += [line.replace(COMPONENTS, GRAPH) for line in needed if COMPONENTS in line]
        needed.sort(key=lambda line: PLOTLY in line)
        prefix = self.config.requests_pathname_prefix
        # The layout is asked for with the query of the page (assets/address.js), and of that the
        # index repeats nothing.
        soon = [] if request.query_string else [_link(prefix + LAYOUT, FETCHED)]
        soon += [_link(address, SCRIPT) for address in re.findall('src="([^"]*)"', needed[-1])]
        later = [_link(prefix + DEPENDENCIES, FETCHED)]
        later += [_link(prefix + rule_kernel_url(name), MODULE) for name in KERNELS]
        write: Any = super().interpolate_index
        page: str = write(
            css=BETWEEN_LINES.join([*css.splitlines(), *soon]),
            scripts=BETWEEN_LINES.join([*needed, *later]),
            favicon=_link(self.icon, 'rel="icon" type="image/x-icon"'),
            **others,
        )
        return page


def _link(address: str, how: str) -> str:
    return f'<link href="{address}" {how}>'
