"""The script in optax (JAX): its own optimizers where they step as here, else the rule by hand."""

from __future__ import annotations

from optimizers.scripts.dialects import JAX, Autograd
from optimizers.scripts.library import Library, Own

IMPORTS = """\
import jax
import jax.numpy as jnp
import numpy as np
import optax

jax.config.update("jax_enable_x64", True)  # else JAX computes in single precision
"""

AUTOGRAD = Autograd(
    JAX,
    "jax.scipy.special",
    '''\
differentiated = jax.jit(jax.value_and_grad(error))


def {name}(w):
    """Return E and its gradient at w, by JAX."""
    E, g = differentiated(jnp.asarray(w))
    return float(E), np.array(g)
''',
)

_KEPT = "the same path while eta is constant (the momentum is kept without the factor -eta)"

BY_HAND = '''\
def by_hand(rule, initial, **settings):
    """Return one of the rules above as a transformation of the gradient of one array."""

    def init(w):
        return 0, {name: jnp.full_like(w, value) for name, value in initial.items()}

    def update(g, state, w=None):
        t, past = state
        v, new = rule(g, t + 1, past, **settings)
        return -v, (t + 1, new)

    return optax.GradientTransformation(init, update)
'''

BEGIN = """\
    w = jnp.array(START)
    state = optimizer.init(w)
    update = jax.jit(optimizer.update)
"""

STEP = """\
        change, state = update(jnp.asarray(g), state, w)
        w = optax.apply_updates(w, change)
        reached = np.array(w)
"""

LIBRARY = Library(
    "optax",
    own={
        "gradient-descent": Own("optax.sgd({eta})", "the same step"),
        "momentum": Own("optax.sgd({eta}, momentum={alpha})", _KEPT),
        "nesterov": Own("optax.sgd({eta}, momentum={alpha}, nesterov=True)", _KEPT),
        "adagrad": Own(
            "optax.adagrad({eta}, initial_accumulator_value=0.0, eps={epsilon})",
            "epsilon is inside the root; the sum begins at 0, not at optax's 0.1",
        ),
        "rmsprop": Own(
            "optax.rmsprop({eta}, decay={beta}, eps={epsilon}, eps_in_sqrt=True)",
            "eps_in_sqrt puts epsilon inside the root, as here",
        ),
        "adadelta": Own(
            "optax.adadelta({eta}, rho={beta}, eps={epsilon})", "epsilon is inside both roots"
        ),
        "adam": Own(
            "optax.adam({eta}, b1={beta1}, b2={beta2}, eps={epsilon})",
            "epsilon is outside the root, after the bias correction",
        ),
    },
    differs={"rprop": "optax does not bound the first step, and keeps signed steps for comparison"},
    call="by_hand({rule}, {initial}, {settings})",
    by_hand=BY_HAND,
    dialect=JAX,
    autograd=AUTOGRAD,
    made="optimizer",
    begin=BEGIN,
    step=STEP,
    framework="JAX",
)
