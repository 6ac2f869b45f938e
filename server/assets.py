"""Assets: the bundle in assets/dist, or in development the modules and styles themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from optimizers.kernels import content_hash
from server.responses import VERSION

VENDOR = "vendor/plotly.min.js"
ICON = "favicon.ico"


@dataclass(frozen=True)
class Assets:
    """Addresses of the assets that the page names, relative to the page.

    Parameters
    ----------
    entry : str
        The entry module.
    style : str
        The style sheet.
    plotly, icon : str
        plotly.js and the icon of the page, with their versions.
    fonts : tuple of str
        The fonts of the style sheets, to be preloaded: text moves when it is set in another font.
    chunks : dict of str to tuple of str
        For each figure, and the tour, the modules that it loads, to be preloaded.
    tour_entry, tour_style : str
        The entry module and the style sheet of the tour.
    """

    entry: str
    style: str
    plotly: str
    icon: str
    fonts: tuple[str, ...]
    chunks: dict[str, tuple[str, ...]]
    tour_entry: str
    tour_style: str

    @property
    def named(self) -> frozenset[str]:
        """The addresses that name the content of their file."""
        return frozenset((self.plotly, self.icon))


def read_assets(folder: Path, *, development: bool) -> Assets:
    """Return the addresses of the assets in a folder.

    Parameters
    ----------
    folder : Path
        The assets folder.
    development : bool
        Whether the modules themselves are served, so that editing needs no bundle.
    """
    plotly, icon = (_versioned(folder, name) for name in (VENDOR, ICON))
    if development:
        fonts = sorted(folder.glob("fonts/*.woff2"))
        return Assets(
            entry="assets/main.js",
            style="assets/main.css",
            plotly=plotly,
            icon=icon,
            fonts=tuple(f"assets/fonts/{path.name}" for path in fonts),
            chunks={},
            tour_entry="assets/tour/tour.js",
            tour_style="assets/tour/tour.css",
        )
    manifest = json.loads((folder / "dist" / "manifest.json").read_text(encoding="utf-8"))
    chunks = {
        key: tuple(f"assets/dist/{name}" for name in names)
        for key, names in manifest["chunks"].items()
    }
    names = ("entry", "style", "tour_entry", "tour_style")
    named = {name: f"assets/dist/{manifest[name]}" for name in names}
    named_fonts = tuple(f"assets/dist/{name}" for name in manifest["fonts"])
    return Assets(plotly=plotly, icon=icon, fonts=named_fonts, chunks=chunks, **named)


def _versioned(folder: Path, name: str) -> str:
    return f"assets/{name}?{VERSION}={content_hash((folder / name).read_bytes())}"
