"""Memory of the server after hostile texts: replays a fuzzed corpus, without atheris.

Run it from the checkout, after ``benchmarks.fuzz``, with the same folder::

    .venv/bin/python -m benchmarks.fuzz.replay /tmp/fuzz
"""

from __future__ import annotations

import argparse
import logging
import random
import warnings
from pathlib import Path

from benchmarks.bars import run_with_bars
from benchmarks.fuzz.read import read
from benchmarks.fuzz.watch import resident

TURNS = 10
MOST_MEGABYTES = 250
CHANGES = b"0123456789+-*/^()w12xyabc=&,. "


async def run(arguments: argparse.Namespace) -> list[str]:
    """Read every input several times, each time with other bytes, so that no cache knows it."""
    warnings.simplefilter("ignore")
    logging.disable()
    choice = random.Random(0)
    corpus = [path.read_bytes() for path in sorted((arguments.folder / "corpus").iterdir())]
    found = []
    for turn in range(1, TURNS + 1):
        for one in corpus:
            changed = bytearray(one)
            for _ in range(min(3, len(one))):
                changed[choice.randrange(len(one))] = choice.choice(CHANGES)
            read(bytes(changed))
        found.append(resident())
        print(f"{turn * len(corpus):8} inputs {found[-1]:5} MB")
    most = max(found)
    return [f"{most} MB is more than {MOST_MEGABYTES}."] if most > MOST_MEGABYTES else []


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz.replay", description=__doc__)
    parser.add_argument("folder", type=Path, help="of benchmarks.fuzz")
    run_with_bars(parser, run)
