"""ASGI application: the WSGI server of `app` behind an adapter that gathers request bodies.

A thread gets a request once all of it has come, so that slow clients hold no thread.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from threading import Thread
from typing import Any

from a2wsgi import WSGIMiddleware

from app import server
from server.security_headers import PLAIN
from server.tour import prepare_tour
from settings import read_settings

BODY_SECONDS, LARGEST_HEAD = 15.0, 16 * 1024
REFUSALS = {
    408: b"The request did not arrive in time: send it again.\n",
    413: b"The request has a body that is longer than this server takes.\n",
    431: b"The address and headers of the request are longer than this server takes.\n",
}
FIRST_ASKED = ("/", "/_dash-layout", "/layout.json", "/kernels/optimizers.js")
Application = Callable[[Any, Any, Any], Coroutine[Any, Any, None]]


def gather_bodies(wsgi: Application, largest_body: int) -> Application:
    """Return an ASGI application that gives another one complete requests of limited size."""

    async def application(
        scope: dict[str, Any], receive: Callable[..., Any], send: Callable[..., Any]
    ) -> None:
        fields: list[tuple[bytes, bytes]] = scope["headers"]
        target = len(scope["raw_path"]) + len(scope["query_string"])
        head = target + sum(len(name + value) for name, value in fields)
        announced = int(dict(fields).get(b"content-length", 0))
        status = 431 if head > LARGEST_HEAD else 413 if announced > largest_body else 200
        body, more = b"", status == 200
        try:
            async with asyncio.timeout(BODY_SECONDS):
                while more:
                    event = await receive()
                    if event["type"] == "http.disconnect":
                        return
                    body += event["body"]
                    status = 413 if len(body) > largest_body else 200
                    more = event["more_body"] and status == 200
        except TimeoutError:
            status = 408
        if status in REFUSALS:
            said = {**PLAIN, "Content-Type": "text/plain", "Connection": "close"}
            raw = [(name.encode(), value.encode()) for name, value in said.items()]
            await send({"type": "http.response.start", "status": status, "headers": raw})
            await send({"type": "http.response.body", "body": REFUSALS[status]})
            return
        # WSGI writes "_" for "-": a client's x_forwarded_for is none of the proxy's headers.
        scope["headers"] = [field for field in fields if b"_" not in field[0]]

        async def complete() -> dict[str, Any]:
            return {"type": "http.request", "body": body}

        await wsgi(scope, complete, send)

    return application


settings = read_settings(os.environ)
client = server.test_client()
for address in FIRST_ASKED:
    client.get(address)  # Dash and the caches are ready before the first reader comes
# The tour takes seconds: beside the first requests, and of no weight when the worker stops.
preparation = Thread(target=prepare_tour, args=(server,), daemon=True)
preparation.start()
middleware = WSGIMiddleware(server, workers=settings.threads)
application = gather_bodies(middleware, settings.largest_body)
