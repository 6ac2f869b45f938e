"""What became of a weight's step, in words: one table, read in Python and in the browser.

A step v is compared with the plain step that gradient descent would take, eta g(t), or with the
gradient itself where a rule has no eta; see `worked_step.plain_step`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fate:
    """What may become of a step.

    Parameters
    ----------
    condition : str
        On ``v`` and ``plain``, in source that Python and JavaScript read alike.
    times : str
        How many times, likewise, where the words have ``{times}``.
    words : str
        What follows "the step of w₁".
    again : str
        The same, shortened, where it became of both weights' steps.
    """

    condition: str
    words: str
    again: str = "too"
    times: str = "1"


FATES = (
    Fate("v == 0", "was zero"),
    Fate("plain == 0", "came from earlier steps alone"),
    Fate("(v > 0) != (plain > 0)", "was turned uphill by earlier steps"),
    Fate("v/plain < 0.995", "was shrunk {times} times", "{times} times", "plain/v"),
    Fate("v/plain > 1.005", "was enlarged {times} times", "{times} times", "v/plain"),
    Fate("v == v", "kept its size"),
)
"""Fates in the order in which they are asked; the last one always holds."""

SENTENCE = "Compared with {plain}, the step of {first} {words}, that of {second} {others}."
"""The whole of it; the weight whose step changed more comes first where both fared alike."""
