"""Speaks HTTP with readers through waitress, in one loop that waits for all of them.

A thread gets what has come whole and leaves what is still to be sent: twenty clients that send half
a request, or read nothing of their answer, keep no thread from anybody else.
"""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

from waitress import create_server, wasyncore
from waitress.buffers import OverflowableBuffer
from waitress.channel import HTTPChannel

from settings import Settings

LARGEST_HEADER = 16 * 1024
"""Bytes of a request's first line and headers; an address may have 8000."""
MOST_CONNECTIONS = 500
MOST_UNSENT = 32 * 1024 * 1024
"""Bytes of answers that wait for their readers, all together."""
LARGEST_ANSWER = 8 * 1024 * 1024
"""No answer is longer; longer ones would be written to a file."""
SILENCE_S = 75
"""Longer than proxies keep an idle connection: it is they who end it, never a race of both."""
LINGER_S = 2.0
"""A stopping server still hears who may be sending already."""


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection that forgets what it has sent: waitress keeps it until the connection ends."""

    outbufs: list[Any]

    def _flush_some(self, do_close: bool = True) -> Any:
        sent = super()._flush_some(do_close=do_close)
        with self.outbuf_lock:
            if sent and not self.total_outbufs_len:
                for buffer in self.outbufs:
                    buffer.close()
                self.outbufs = [OverflowableBuffer(self.adj.outbuf_overflow)]
                self.current_outbuf_count = 0
        return sent


class Readers:
    """All connections of one process.

    Parameters
    ----------
    application : WSGI application
        What answers.
    chosen : Settings
        How many threads, how long a request may be, and where to listen.
    listeners : list of socket.socket, optional
        Sockets that listen already, instead.

    Raises
    ------
    OSError, ValueError
        If nobody can listen there.
    """

    def __init__(
        self, application: Any, chosen: Settings, listeners: list[socket.socket] | None = None
    ) -> None:
        where = {"sockets": listeners} if listeners else {"host": chosen.host, "port": chosen.port}
        self._places: dict[int, Any] = {}
        self._server = create_server(
            application,
            map=self._places,
            threads=chosen.threads,
            max_request_body_size=chosen.largest_body,
            max_request_header_size=LARGEST_HEADER,
            connection_limit=2 * MOST_CONNECTIONS,  # never reached: see _make_room
            channel_timeout=SILENCE_S,
            outbuf_overflow=LARGEST_ANSWER,
            outbuf_high_watermark=LARGEST_ANSWER,
            inbuf_overflow=LARGEST_ANSWER,
            asyncore_use_poll=True,
            log_socket_errors=False,  # a reader who goes away is none
            ident="",
            **where,
        )
        self._listeners = [place for place in self._places.values() if place.accepting]
        for listener in self._listeners:
            listener.channel_class = Channel
        # That requests queue is no news: server/admission.py says what becomes of them.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)

    @property
    def port(self) -> int:
        """Where it listens, also where the system chose the port."""
        return int(self._listeners[0].socket.getsockname()[1])

    def wake(self) -> None:
        """End the present `turn`; from a signal's handler too."""
        self._listeners[0].pull_trigger()

    def turn(self, seconds: float) -> None:
        """Hear and answer whoever speaks, within some seconds."""
        wasyncore.loop(timeout=seconds, use_poll=True, map=self._places, count=1)
        self._make_room()

    def finish(self, grace: float, alive: Callable[[], None] = lambda: None) -> None:
        """Let no one in, and return once those who had begun have their answers.

        Parameters
        ----------
        grace : float
            The seconds that this may take at most.
        alive : callable
            Called now and then, for whoever watches this process.
        """
        for listener in self._listeners:
            listener.del_channel()
            listener.socket.close()
        begun = time.monotonic()
        while (now := time.monotonic()) < begun + grace:
            alive()
            for channel in list(self._channels()):
                if not _is_busy(channel) and (now > begun + LINGER_S or _never_asked(channel)):
                    channel.handle_close()
            if not list(self._channels()):
                break
            wasyncore.loop(timeout=0.1, use_poll=True, map=self._places, count=1)
        self._server.task_dispatcher.shutdown(timeout=LINGER_S)
        wasyncore.close_all(self._places, ignore_all=True)

    def _channels(self) -> Iterator[Any]:
        return (place for place in self._places.values() if isinstance(place, Channel))

    def _make_room(self) -> None:
        """Let go of those who have been silent longest, where there are too many to wait for."""
        channels = list(self._channels())
        connections, unsent = len(channels), sum(channel.total_outbufs_len for channel in channels)
        if connections <= MOST_CONNECTIONS and unsent <= MOST_UNSENT:
            return
        for channel in sorted(channels, key=lambda channel: channel.last_activity):
            if channel.requests or (
                connections <= MOST_CONNECTIONS and not channel.total_outbufs_len
            ):
                continue
            connections, unsent = connections - 1, unsent - channel.total_outbufs_len
            channel.handle_close()
            if connections <= MOST_CONNECTIONS and unsent <= MOST_UNSENT:
                return


def _is_busy(channel: Any) -> bool:
    """Say whether a request is under way: in part, in a thread, or its answer not yet read."""
    return bool(channel.requests or channel.request or channel.total_outbufs_len)


def _never_asked(channel: Any) -> bool:
    """Say whether nothing has come on a connection, such as browsers open in advance."""
    return bool(channel.last_activity == channel.creation_time)
