"""Step outcomes: sentences that compare a weight's step with gradient descent, one table.

A step v is compared with the step eta g(t) that gradient descent would take, or with the gradient
itself where a rule has no eta; see `worked_step.plain_step`. The browser has the same table.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """Outcome of a step compared with gradient descent.

    Parameters
    ----------
    condition : str
        On ``v`` and ``plain``, in syntax that is valid in Python and JavaScript.
    times : str
        The factor for ``{times}`` in the words, in the same syntax.
    words : str
        What follows "the step of w₁"; ``{plain}`` is the step of comparison.
    again : str
        A shorter text for the second weight, if both have the same outcome.
    """

    condition: str
    words: str
    again: str = "too"
    times: str = "1"


STEP_OUTCOMES = (
    StepOutcome("v == 0", "is zero"),
    StepOutcome("plain == 0", "comes from earlier steps alone"),
    StepOutcome("(v > 0) != (plain > 0)", "is turned uphill by earlier steps"),
    StepOutcome(
        "v/plain < 0.995",
        "is attenuated ({times}× shorter than {plain})",
        "too ({times}×)",
        "plain/v",
    ),
    StepOutcome(
        "v/plain > 1.005",
        "is amplified ({times}× longer than {plain})",
        "too ({times}×)",
        "v/plain",
    ),
    StepOutcome("v == v", "is as long as {plain}"),
)
"""Outcomes in the order in which they are tested; the last one always holds."""

SENTENCE = "The step of {first} {words}, that of {second} {others}."
"""The sentence; of two weights with the same outcome, the one that changed more comes first."""
