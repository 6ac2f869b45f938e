"""The script in Keras 3: its own optimizers where they step as here, else the rule by hand."""

from __future__ import annotations

from optimizers.scripts.dialects import KERAS
from optimizers.scripts.library import Library, Own

IMPORTS = """\
import os

os.environ.setdefault("JAX_ENABLE_X64", "1")  # doubles, if the backend is JAX

import keras
import numpy as np
from keras import ops

keras.config.set_floatx("float64")
"""

WHY = """\
# Keras has no gradient of its own for all of its backends, so that E and its exact gradient are
# printed for NumPy. On TensorFlow it makes single precision of plain numbers, which are given as
# doubles where that matters; on PyTorch of ops.minimum and ops.maximum, whatever they are given.
"""

BY_HAND = '''\
class ByHand(keras.optimizers.Optimizer):
    """Optimizer that steps by one of the rules above."""

    def __init__(self, rule, initial, **settings):
        super().__init__(learning_rate=1.0)
        self.rule, self.initial, self.settings = rule, initial, settings

    def build(self, variables):
        if self.built:
            return
        super().build(variables)
        self.memory = [
            {name: self.add_variable_from_reference(w, name) for name in self.initial}
            for w in variables
        ]
        for memory in self.memory:
            for name, value in memory.items():
                value.assign(np.full(value.shape, self.initial[name]))

    def update_step(self, gradient, variable, learning_rate):
        memory = self.memory[self._get_variable_index(variable)]
        past = {name: ops.convert_to_tensor(value) for name, value in memory.items()}
        t = ops.cast(self.iterations + 1, variable.dtype)
        settings = {name: ops.convert_to_tensor(np.float64(x)) for name, x in self.settings.items()}
        v, new = self.rule(ops.cast(gradient, variable.dtype), t, past, **settings)
        for name, value in memory.items():
            self.assign(value, new[name])
        self.assign_sub(variable, v)
'''

BEGIN = """\
    w = keras.Variable(np.array(START), dtype="float64")
    optimizer = make()
"""

STEP = """\
        optimizer.apply([ops.convert_to_tensor(g)], [w])
        reached = np.array(ops.convert_to_numpy(w))
"""

LIBRARY = Library(
    "Keras",
    own={
        "gradient-descent": Own("lambda: keras.optimizers.SGD({eta})", "the same step"),
        "momentum": Own(
            "lambda: keras.optimizers.SGD({eta}, momentum=np.float64({alpha}))",
            "the momentum contains the factor -eta, as here",
        ),
        "nesterov": Own(
            "lambda: keras.optimizers.SGD({eta}, momentum=np.float64({alpha}), nesterov=True)",
            "the momentum contains the factor -eta, as here",
        ),
        "adagrad": Own(
            "lambda: keras.optimizers.Adagrad({eta}, initial_accumulator_value=0.0, "
            "epsilon={epsilon})",
            "epsilon is inside the root; the sum begins at 0, not at Keras's 0.1",
        ),
        "rmsprop": Own(
            "lambda: keras.optimizers.RMSprop({eta}, rho={beta}, epsilon={epsilon})",
            "epsilon is inside the root",
        ),
        "adadelta": Own(
            "lambda: keras.optimizers.Adadelta({eta}, rho={beta}, epsilon={epsilon})",
            "epsilon is inside both roots",
        ),
    },
    differs={"adam": "Keras adds epsilon before the bias correction, here it is added after it"},
    call="lambda: ByHand({rule}, {initial}, {settings})",
    by_hand=BY_HAND,
    dialect=KERAS,
    autograd=None,
    made="make",
    begin=BEGIN,
    step=STEP,
    why=WHY,
)
