"""Bars that a measurement must meet, and `--check`, which says so by the exit status."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any

Run = Callable[[argparse.Namespace], Coroutine[Any, Any, list[str]]]
"""Measures and prints; returns a sentence for every bar that is missed."""


def run_with_bars(parser: argparse.ArgumentParser, run: Run) -> None:
    """Read the arguments and run; with --check, exit with the sentences of the missed bars."""
    parser.add_argument("--check", action="store_true", help="exit with status 1 for a missed bar")
    arguments = parser.parse_args()
    missed = asyncio.run(run(arguments))
    if missed and arguments.check:
        sys.exit("\n".join(missed))
