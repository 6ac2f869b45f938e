"""Limits of the state: how large each of its parts may be."""

from __future__ import annotations

from dataclasses import dataclass

MOST_STEPS = 2000
MOST_RUNS = 6
LARGEST_COORDINATE = 1e6
SMALLEST_EXTENT = 1e-9

MOST_OPERATIONS = 2_000_000
"""The most operations of arithmetic, over all runs and steps, that one address may ask for."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an address may ask of a figure.

    Parameters
    ----------
    steps : int
        The most steps.
    fewest_runs, most_runs : int
        How many runs there may be.
    """

    steps: int = MOST_STEPS
    fewest_runs: int = 1
    most_runs: int = MOST_RUNS


PLAYGROUND = Limits()
