"""Registry of the optimizers, in the order of the menu.

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

from optimizers.rule import Rule
from optimizers.rules.adadelta import ADADELTA
from optimizers.rules.adagrad import ADAGRAD
from optimizers.rules.adam import ADAM
from optimizers.rules.gradient_descent import GRADIENT_DESCENT
from optimizers.rules.momentum import MOMENTUM
from optimizers.rules.nesterov import NESTEROV
from optimizers.rules.rmsprop import RMSPROP
from optimizers.rules.rprop import RPROP
from optimizers.rules.super_sab import SUPER_SAB

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
