"""The frames of a GIF, read block by block."""

import struct
from typing import NamedTuple


class GifFrame(NamedTuple):
    """A frame: its size in pixels, and how long it is shown, in hundredths of a second."""

    width: int
    height: int
    delay: int


def gif_frames(data: bytes) -> list[GifFrame]:
    """Return the frames of a GIF."""
    assert data[:6] == b"GIF89a"
    place = 13 + _table(data[10])
    frames: list[GifFrame] = []
    delay = 0
    while data[place] != 0x3B:
        if data[place] == 0x21:
            if data[place + 1] == 0xF9:
                (delay,) = struct.unpack_from("<H", data, place + 4)
            place = _after_blocks(data, place + 2)
        else:
            assert data[place] == 0x2C
            width, height = struct.unpack_from("<HH", data, place + 5)
            frames.append(GifFrame(width, height, delay))
            place = _after_blocks(data, place + 11 + _table(data[place + 9]))
    return frames


def _table(flags: int) -> int:
    """Return how many bytes the colours take that follow a block with these flags."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, place: int) -> int:
    while data[place]:
        place += data[place] + 1
    return place + 1
