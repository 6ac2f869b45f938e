"""The Dash app and its WSGI server ``app:server``: layout, routes, security headers."""

from __future__ import annotations

import os
from pathlib import Path

from dash import Dash
from dash.development.base_component import Component
from flask import Flask, has_request_context

from components import page
from components.state.query import QueryError
from components.ui.html_attributes import in_one_order
from server import index
from server import reload_script as start_again
from server.admission import control_admission, fair_queues, trust_proxies
from server.assets import IGNORED, join_assets
from server.caching import allow_caching
from server.callback_bodies import check_callback_bodies
from server.compression import read_static_files_whole
from server.kernels import kernels
from server.layout_cache import keep_layouts
from server.prefix import serve_under
from server.refusals import refuse_elsewhere, refuse_unreadable
from server.request_query import request_query
from server.robots import robots
from server.security_headers import secure
from server.trajectory_csv import trajectories
from settings import Settings, read_settings


def create_app(settings: Settings | None = None) -> Dash:
    """Return the app, with every route and callback bound to it.

    Parameters
    ----------
    settings : Settings, optional
        Those of the environment unless given.

    Raises
    ------
    SettingError
        If the environment holds one that cannot be used.
    """
    settings = settings or read_settings(os.environ)
    assets = Path(__file__).parent / "assets"
    app = index.LeanDash(
        "lockstep",
        title=page.TITLE,
        update_title="",
        index_string=index.TEXT,
        assets_folder=str(assets),
        assets_ignore=IGNORED,
        requests_pathname_prefix=settings.prefix,
        routes_pathname_prefix="/",
        health_endpoint="healthz",
        compress=True,
        enable_mcp=False,
        # Every id is in the layout from the start: nothing to suppress, and the page need not carry
        # a second layout to check against.
        suppress_callback_exceptions=True,
        meta_tags=[
            {"name": "viewport", "content": "width=device-width, initial-scale=1"},
            {"name": "description", "content": page.DESCRIPTION},
            {"name": "color-scheme", "content": "light dark"},
        ],
    )
    app_server: Flask = app.server
    joined = join_assets(app_server, assets)
    app.icon = settings.prefix + joined["icon"]
    app.config.external_scripts += [settings.prefix + joined[name] for name in ("js", "plotly")]
    app.config.external_stylesheets.append(settings.prefix + joined["css"])
    app.layout = lambda: in_one_order(_layout())
    page.register(app)
    app_server.config["MAX_CONTENT_LENGTH"] = settings.largest_body
    app_server.register_blueprint(kernels)
    app_server.register_blueprint(trajectories)
    app_server.register_blueprint(robots)
    refuse_unreadable(app)
    check_callback_bodies(app)
    keep_layouts(app)
    control_admission(app_server, fair_queues(settings.threads))
    trust_proxies(app_server, settings.trusted_proxies)
    read_static_files_whole(app_server, assets)
    allow_caching(app_server)
    inline = [start_again.HASH, *app.csp_hashes()]
    secure(app_server, inline, settings.frame_ancestors)
    serve_under(app_server, settings.prefix)
    refuse_elsewhere(app_server)
    return app


def _layout() -> Component:
    """Return the page for the address that the browser asks for."""
    if not has_request_context():
        return page.layout()
    try:
        return page.layout(request_query())
    except QueryError as error:
        return page.layout(mistake=f"{error} The page shows its default instead.")


app = create_app()
server = app.server
