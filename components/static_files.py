"""Static files are read whole before they are compressed, so that each is closed again.

flask-compress leaves a streamed file open until the garbage collector finds it.
"""

from __future__ import annotations

from flask import Flask, Response


def read_static_files_whole(server: Flask) -> None:
    """Make a server answer with a file's bytes instead of the open file."""

    def read(response: Response) -> Response:
        if response.direct_passthrough and response.status_code == 200:
            response.direct_passthrough = False
            response.get_data()
        return response

    server.after_request(read)
