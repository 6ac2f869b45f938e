"""The mathematics of Lockstep: error functions, optimizers and trajectories. No Dash, no plotly.

Examples
--------
>>> from optimizers import OPTIMIZERS, ErrorFunction, descend
>>> bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
>>> trajectory = descend(bowl, OPTIMIZERS["rmsprop"], start=(-15, 20), steps=100, eta=0.05)
>>> trajectory.state["s"][1].round(9).tolist()
[810.0, 16000.0]
"""

from optimizers.descent import Trajectory, descend
from optimizers.error_function import ErrorFunction
from optimizers.errors import (
    DescentError,
    ExpressionError,
    HyperparameterError,
    LockstepError,
    ParameterError,
    RuleError,
)
from optimizers.hyperparameter import Hyperparameter
from optimizers.registry import OPTIMIZERS
from optimizers.rule import Rule
from optimizers.state import State

__all__ = [
    "OPTIMIZERS",
    "DescentError",
    "ErrorFunction",
    "ExpressionError",
    "Hyperparameter",
    "HyperparameterError",
    "LockstepError",
    "ParameterError",
    "Rule",
    "RuleError",
    "State",
    "Trajectory",
    "descend",
]
