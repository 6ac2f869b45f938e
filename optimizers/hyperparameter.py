"""Hyperparameters: one specification for slider, validation, formula and address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from optimizers.errors import HyperparameterError
from optimizers.numbers import plain_number

Scale = Literal["linear", "log", "decay"]


@dataclass(frozen=True, slots=True)
class Hyperparameter:
    """Specification of a number that a reader can set.

    Parameters
    ----------
    name : str
        Its name in Python, in the address and in the CSV, for example ``"eta"``.
    symbol : str
        Its symbol on a control and in a formula: ``"η"``, ``"β_1"`` with an index, ``"η^+"``.
    label : str
        Description, as on the page.
    default, low, high : float
        Default and inclusive bounds; dimensionless.
    scale : {"linear", "log", "decay"}
        How a slider spreads the range; ``"log"`` where it spans decades, ``"decay"`` where 1
        minus the value does.
    around : tuple of int or None
        The decades that a logarithmic slider has below and above that of the default; all if None.

    Examples
    --------
    >>> from optimizers import Hyperparameter
    >>> beta = Hyperparameter("beta", "β", "decay", default=0.9, low=0, high=1)
    >>> beta.with_default(0.5).default, beta.check(0.25)
    (0.5, 0.25)
    >>> beta.check(2)
    Traceback (most recent call last):
    optimizers.errors.HyperparameterError: beta must be a number from 0 to 1.
    """

    name: str
    symbol: str
    label: str
    default: float
    low: float
    high: float
    scale: Scale = "linear"
    around: tuple[int, int] | None = None

    def with_default(self, default: float) -> Hyperparameter:
        """Return the same hyperparameter with another default."""
        return replace(self, default=default)

    def check(self, value: float) -> float:
        """Return `value` as a float inside the bounds.

        Raises
        ------
        HyperparameterError
            If `value` is not a plain number between `low` and `high`.
        """
        number = plain_number(value)
        if not self.low <= number <= self.high:
            raise HyperparameterError(
                f"{self.name} must be a number from {self.low:g} to {self.high:g}."
            )
        return number


ETA = Hyperparameter("eta", "η", "learning rate", 0.05, 1e-6, 10.0, "log", (2, 3))
ALPHA = Hyperparameter("alpha", "α", "momentum", 0.9, 0.0, 1.0, "decay")
BETA = Hyperparameter("beta", "β", "decay of the scaling factor", 0.9, 0.0, 1.0, "decay")
EPSILON = Hyperparameter("epsilon", "ε", "guard against division by zero", 1e-8, 1e-12, 1.0, "log")
INCREASE = Hyperparameter("increase", "η^+", "growth, same sign", 1.2, 1.0, 3.0)
DECREASE = Hyperparameter("decrease", "η^−", "shrinkage, sign changed", 0.5, 0.01, 1.0)
