"""The index page: what the browser gets first, with preloads of what its scripts will ask for."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

from dash import Dash
from flask import request

from components.kernel_urls import rule_kernel_url
from server.assets import Assets
from server.version import deployment_version

TEMPLATE = """<!DOCTYPE html>
<html lang="en" data-version="{version}" data-entry="{entry}" data-embedders="{embedders}">
  <head>
    {{%metas%}}
    <script>{boot}</script>
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
"""Dash's version, and the time of its installation, in an address of Dash's."""

PRIVATE = ("end_id", "python_version", "dash_version", "dash_version_url", "plotly_version")
"""Keys of Dash's configuration that are removed from the page: a random number for background
callbacks, and versions."""

SEPARATOR = "\n    "
FETCH = 'rel="preload" as="fetch" crossorigin'
MODULE = 'rel="modulepreload"'
FONT = 'rel="preload" as="font" type="font/woff2" crossorigin'
KERNELS = ("optimizers", "steps")
DEFAULT_FIGURE = "playground"


class LeanDash(Dash):
    """A Dash app whose index names at once what its scripts will ask for, and nothing else.

    The index is the same wherever it is served.

    Parameters
    ----------
    assets : Assets
        The assets that the index names.
    embedders : str
        Who may embed the page, as a policy writes it: it takes messages of them alone.
    boot : str
        The inline script, which stands before all that can be lost on the way.
    **others
        Those of Dash.
    """

    def __init__(self, *, assets: Assets, embedders: str, boot: str, **others: Any) -> None:
        prefix = others["requests_pathname_prefix"]
        self.assets = assets
        index = TEMPLATE.format(
            version=deployment_version(),
            entry=prefix + assets.entry,
            embedders=embedders,
            boot=boot,
        )
        scripts = [prefix + assets.plotly]
        super().__init__(
            index_string=index,
            external_scripts=scripts,
            external_stylesheets=[prefix + assets.style],
            assets_ignore=".",  # named above
            **others,
        )

    def _config(self) -> dict[str, Any]:
        config: dict[str, Any] = super()._config()  # type: ignore[no-untyped-call]
        config = {name: value for name, value in config.items() if name not in PRIVATE}
        # Which properties of a component hold others: those that have none need not be named.
        config["children_props"] = {
            family: {name: some for name, some in components.items() if some}
            for family, components in config["children_props"].items()
        }
        return config

    def interpolate_index(  # type: ignore[override]
        self, css: str = "", scripts: str = "", favicon: str = "", **others: Any
    ) -> str:
        """Return the page; Dash gives every part of it by name."""
        needed = [line for line in scripts.splitlines() if not any(name in line for name in UNUSED)]
        needed = [INSTALLED.sub(r"\1m1", line) for line in needed]
        # The largest, which nothing of Dash waits for.
        needed.sort(key=lambda line: self.assets.plotly in line)
        prefix = self.config.requests_pathname_prefix
        chunks = self.assets.chunks
        chunks_here = chunks.get(request.args.get("embed", ""), chunks.get(DEFAULT_FIGURE, ()))
        modules = [self.assets.entry, *chunks_here, *(rule_kernel_url(name) for name in KERNELS)]
        preloads = [
            _link(prefix + self.assets.plotly, 'rel="preload" as="script"'),
            *(_link(prefix + font, FONT) for font in self.assets.fonts),
            *(_link(prefix + module, MODULE) for module in dict.fromkeys(modules)),
            *(_link(f"{prefix}_dash-{name}", FETCH) for name in ("layout", "dependencies")),
        ]
        write: Any = super().interpolate_index
        page: str = write(
            css=SEPARATOR.join([*css.splitlines(), *preloads]),
            scripts=SEPARATOR.join(needed),
            favicon=_link(prefix + self.assets.icon, 'rel="icon" type="image/x-icon"'),
            **others,
        )
        return page


def _link(address: str, attributes: str) -> str:
    return f'<link href="{address}" {attributes}>'


def script_hash(script: str) -> str:
    """Return what a content security policy knows an inline script by."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
