"""The script in PyTorch: its own optimizers where they step as here, else the rule by hand."""

from __future__ import annotations

from optimizers.scripts.dialects import TORCH, Autograd
from optimizers.scripts.library import Library, Own

IMPORTS = """\
import numpy as np
import torch
"""

AUTOGRAD = Autograd(
    TORCH,
    "torch",
    '''\
def {name}(w):
    """Return E and its gradient at w, by autograd."""
    w = torch.tensor(w, dtype=torch.float64, requires_grad=True)
    E = error(w)
    E.backward()
    return E.item(), w.grad.numpy()
''',
)

_KEPT = "the same path while eta is constant (the momentum is kept without the factor -eta)"
_OUTSIDE = "PyTorch adds epsilon outside the root, here it is inside"

BY_HAND = '''\
class ByHand(torch.optim.Optimizer):
    """Optimizer that steps by one of the rules above."""

    def __init__(self, weights, rule, initial, **settings):
        super().__init__(weights, settings)
        self.rule, self.initial = rule, initial

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for w in (w for w in group["params"] if w.grad is not None):
                settings = {name: w.new_tensor(group[name]) for name in self.defaults}
                state = self.state[w]
                if not state:
                    state["t"] = 0
                    state.update({name: torch.full_like(w, x) for name, x in self.initial.items()})
                state["t"] += 1
                v, new = self.rule(w.grad, state["t"], state, **settings)
                state.update(new)
                w -= v
'''

BEGIN = """\
    w = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    optimizer = make([w])
"""

STEP = """\
        w.grad = torch.tensor(g)
        optimizer.step()
        reached = w.detach().numpy().copy()
"""

LIBRARY = Library(
    "PyTorch",
    own={
        "gradient-descent": Own("lambda w: torch.optim.SGD(w, lr={eta})", "the same step"),
        "momentum": Own("lambda w: torch.optim.SGD(w, lr={eta}, momentum={alpha})", _KEPT),
        "nesterov": Own(
            "lambda w: torch.optim.SGD(w, lr={eta}, momentum={alpha}, nesterov=True)",
            _KEPT,
            lambda run: run.settings["alpha"] > 0,
            "PyTorch takes no Nesterov momentum of 0",
        ),
        "adadelta": Own(
            "lambda w: torch.optim.Adadelta(w, lr={eta}, rho={beta}, eps={epsilon})",
            "epsilon is inside both roots",
        ),
        "adam": Own(
            "lambda w: torch.optim.Adam(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon})",
            "epsilon is outside the root, after the bias correction",
        ),
        "rprop": Own(
            "lambda w: torch.optim.Rprop(w, lr={delta0}, etas=({decrease}, {increase}), "
            "step_sizes=({delta_min}, {delta_max}))",
            "iRprop-, which pauses when the sign changes",
            lambda run: run.settings["decrease"] < 1 < run.settings["increase"],
            "PyTorch takes no factor of 1",
        ),
    },
    differs={"rmsprop": _OUTSIDE, "adagrad": _OUTSIDE},
    call="lambda w: ByHand(w, {rule}, {initial}, {settings})",
    by_hand=BY_HAND,
    dialect=TORCH,
    autograd=AUTOGRAD,
    made="make",
    begin=BEGIN,
    step=STEP,
)
