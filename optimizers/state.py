"""Optimizer state: the quantities that a rule carries from step to step."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """A quantity that a rule carries from step to step, one number per weight.

    Parameters
    ----------
    name : str
        Its name in Python and the CSV.
    symbol : str
        Its symbol, written as for a hyperparameter.
    label : str
        Description, as on the page.
    initial : float or str
        Value at t = 0: a number, or the name of the hyperparameter that gives it.
    shown : bool
        Whether the page offers a curve of it against the iteration.

    Examples
    --------
    >>> from optimizers import OPTIMIZERS
    >>> [(state.name, state.symbol, state.initial) for state in OPTIMIZERS["rprop"].state]
    [('delta', 'Δ', 'delta0'), ('g_previous', 'g^∗', 0.0)]
    """

    name: str
    symbol: str
    label: str
    initial: float | str = 0.0
    shown: bool = True
