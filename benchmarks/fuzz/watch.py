"""What must never happen while hostile text is read, watched for and written down."""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.hostile.executions import is_execution

LONGEST_SECONDS = 1.0
A_MINUTE = 60.0

READABLE = (str(Path(__file__).parents[2] / "assets"), str(Path(sys.prefix)))
"""Where the server may open files to read them: its static files and those of Dash."""


class Watch:
    """Looks at one input after the other.

    Parameters
    ----------
    folder : pathlib.Path
        Where findings and figures are written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: dict[str, int] = {}
        self.figures: dict[str, Any] = {"executions": 0, "worst seconds": 0.0, "worst input": ""}
        self.began = self.written = time.monotonic()
        self.looking = False
        self.events: list[str] = []
        sys.addaudithook(self._hear)

    @contextmanager
    def over(self, data: bytes) -> Iterator[None]:
        """Look while an input is read; what is raised, or takes too long, is written down."""
        self.events.clear()
        self.looking = True
        begun = time.process_time()
        try:
            yield
        except Exception as error:
            self.looking = False
            where = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}"
            self.note(kind, data, traceback.format_exc())
        finally:
            seconds = time.process_time() - begun
            self.looking = False
        for event in self.events:
            self.note(event, data, event)
        self.figures["executions"] += 1
        if seconds > self.figures["worst seconds"]:
            self.figures |= {"worst seconds": seconds, "worst input": repr(data[:2000])}
        if seconds > LONGEST_SECONDS:
            self.note("slow", data, f"{seconds:.2f} s")
        if time.monotonic() - self.written > A_MINUTE / 6:
            self.write()

    def note(self, kind: str, data: bytes, words: str) -> None:
        """Write a finding down; of each kind the first few."""
        self.found[kind] = self.found.get(kind, 0) + 1
        if self.found[kind] <= 5:
            name = hashlib.sha256(kind.encode() + data).hexdigest()[:16]
            (self.folder / f"{name}.input").write_bytes(data)
            (self.folder / f"{name}.txt").write_text(
                f"{kind}\n{data!r}\n{words}\n", errors="backslashreplace"
            )

    def write(self) -> None:
        """Write the figures so far."""
        self.written = time.monotonic()
        self.figures |= {
            "seconds": round(self.written - self.began),
            "peak RSS MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "RSS MB": resident(),
            "findings": self.found,
        }
        (self.folder / "figures.json").write_text(json.dumps(self.figures, indent=2))

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.looking and not _is_expected(event, arguments):
            self.events.append(f"{event} {str(arguments)[:200]}")


def _is_expected(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "open":
        path, mode, _ = arguments
        return str(path).startswith(READABLE) and mode in ("r", "rb", None)
    return event != "import" and not is_execution(event, arguments)


def resident() -> int:
    """Return the memory of this process in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 2**20
