"""The optimizers a reader can choose, in the order of the menu.

Examples
--------
>>> from optimizers import OPTIMIZERS
>>> next(iter(OPTIMIZERS)), OPTIMIZERS["adam"].name
('rmsprop', 'Adam')
>>> OPTIMIZERS["adam"].settings({"eta": 1})
{'eta': 1.0, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-08}
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .adadelta import ADADELTA
from .adagrad import ADAGRAD
from .adam import ADAM
from .gradient_descent import GRADIENT_DESCENT
from .momentum import MOMENTUM
from .nesterov import NESTEROV
from .rmsprop import RMSPROP
from .rprop import RPROP
from .rule import Rule
from .super_sab import SUPER_SAB

RULES = (
    RMSPROP,
    GRADIENT_DESCENT,
    ADAGRAD,
    ADADELTA,
    ADAM,
    MOMENTUM,
    NESTEROV,
    RPROP,
    SUPER_SAB,
)

OPTIMIZERS: Mapping[str, Rule] = MappingProxyType({rule.key: rule for rule in RULES})
"""Every rule by its key."""
