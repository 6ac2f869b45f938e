"""One fuzzed input: what its last bytes say, it is read as."""

from __future__ import annotations

from benchmarks.fuzz import targets
from benchmarks.fuzz.seeds import ADDRESS, FORMULA, KINDS, REQUEST


def read(data: bytes) -> None:
    """Read one input as what its last bytes say."""
    if len(data) < 4:
        return
    kind, number = data[-1] % KINDS, data[-2]
    if kind >= REQUEST:
        targets.request(data[:-3], number, data[-3])
        return
    text = data[:-2].decode("utf-8", "surrogateescape")
    (targets.formula if FORMULA <= kind < ADDRESS else targets.address)(text, number)
