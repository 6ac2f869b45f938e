"""The middleware of the site: what is done to every request and answer, in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flask import Blueprint, Flask

from server.admission import control_admission, fair_queues, is_costly, trust_proxies
from server.answer_cache import cache_answers
from server.attachments import attachments
from server.caching import allow_caching
from server.compression import read_static_files_whole
from server.index import LeanDash, script_hash
from server.kernels import kernels
from server.prefix import serve_under
from server.refusals import refuse_callbacks, refuse_elsewhere, refuse_unreadable
from server.robots import robots
from server.security_headers import secure
from server.trajectory_csv import trajectories
from server.trajectory_json import trajectory_json
from settings import Settings


def install(app: LeanDash, settings: Settings, content: Sequence[Blueprint], boot: str) -> None:
    """Install routes and hooks on an app whose callbacks are all defined.

    Hooks before a request run in the order in which they are installed, those after an answer in
    the reverse order.

    Parameters
    ----------
    app : Dash
        The app.
    settings : Settings
        Of the deployment.
    content : sequence of Blueprint
        The routes of the page's content, and of the tour.
    boot : str
        The inline script of the index, which the content security policy allows.
    """
    server: Flask = app.server
    assets = Path(app.config.assets_folder)
    server.config["MAX_CONTENT_LENGTH"] = settings.largest_body
    for blueprint in (*content, kernels, trajectories, trajectory_json, attachments, robots):
        server.register_blueprint(blueprint)
    # The path prefix, which routes know nothing of.
    serve_under(server, settings.prefix)
    # Before: addresses that cannot be read, and what Dash would answer with a 500 or a page.
    refuse_unreadable(app)
    refuse_callbacks(server)
    refuse_elsewhere(server)
    # Known answers never queue: the cache stands before admission control.
    cache_answers(server, is_costly)
    control_admission(server, fair_queues(settings.threads))
    trust_proxies(server, settings.trusted_proxies)
    # After (in reverse): security headers on everything, lifetimes in caches, compression.
    read_static_files_whole(server, assets)
    allow_caching(server, app.assets.named, development=settings.development)
    secure(server, [script_hash(boot), *app.csp_hashes()], settings.frame_ancestors)
