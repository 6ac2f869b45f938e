"""The Dash app and its WSGI server ``app:server``; ``python app.py`` serves it for development."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from dash import Dash
from flask import Flask

from components import page
from components.figures import FIGURES, own_parts, state_of
from components.state.query import Parts
from components.surface.pictures import preset_pictures
from components.tour.page import Files
from components.tour.tour import TOUR, Tour
from server.assets import Assets, read_assets
from server.compression import COMPRESSION
from server.content import content_routes
from server.index import LeanDash
from server.install import install
from server.security_headers import embedders
from server.tour import tour_routes
from server.version import deployment_version
from settings import Settings, read_settings

ASSETS = Path(__file__).parent / "assets"


def create_app(settings: Settings | None = None, tour: Tour = TOUR) -> Dash:
    """Return the app, with every route and callback bound to it.

    Parameters
    ----------
    settings : Settings, optional
        Those of the environment unless given.
    tour : Tour
        What ``/tour`` shows: Lockstep's own, unless given.

    Raises
    ------
    SettingError
        If the environment holds one that cannot be used.
    """
    settings = settings or read_settings(os.environ)
    boot = (ASSETS / "boot.js").read_text(encoding="utf-8")
    flask = Flask("lockstep")
    flask.config.update(COMPRESSION)
    app = LeanDash(
        name="lockstep",
        server=flask,
        assets=read_assets(ASSETS, development=settings.development),
        embedders=embedders(settings.frame_ancestors),
        boot=boot,
        title=page.TITLE,
        update_title="",
        assets_folder=str(ASSETS),
        requests_pathname_prefix=settings.prefix,
        routes_pathname_prefix="/",
        health_endpoint="healthz",
        compress=True,
        enable_mcp=False,
        # The page's content comes after the layout (components/page.py): its ids are unknown here.
        suppress_callback_exceptions=True,
        meta_tags=[
            {"name": "viewport", "content": "width=device-width, initial-scale=1"},
            {"name": "description", "content": page.DESCRIPTION},
            {"name": "color-scheme", "content": "light dark"},
        ],
    )
    app.layout = page.shell()
    page.register(app)
    content = content_routes(page.layout, FIGURES, own_parts, state_of, preset_pictures)
    install(app, settings, [content, tour_routes(_tour_page(tour, app.assets))], boot)
    return app


def _tour_page(tour: Tour, assets: Assets) -> Callable[[Parts, str], str]:
    files = Files(
        version=deployment_version(),
        module=assets.tour_entry,
        style=assets.tour_style,
        icon=assets.icon,
        chunks=assets.chunks.get("tour", ()),
        fonts=assets.fonts,
    )
    return lambda query, mistake: tour.page(query, mistake, files)


app = create_app()
server = app.server

if __name__ == "__main__":
    chosen = read_settings(os.environ)
    app.run(host=chosen.host, port=str(chosen.port), debug=True)
