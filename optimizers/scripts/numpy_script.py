"""The script in NumPy alone: E, its exact gradient, each rule as a function, one loop."""

from __future__ import annotations

from optimizers.scripts.dialects import NUMPY
from optimizers.scripts.function import evaluation
from optimizers.scripts.rules import rule_functions
from optimizers.scripts.scene import Scene

IMPORTS = """\
import numpy as np
"""

LOOP = '''\
@np.errstate(all="ignore")
def descend(run):
    """Return w(0), w(1), ... and E there; the run ends where a number is not finite."""
    rule, initial, settings = run
    w = np.array(START)
    state = {name: np.full(2, value) for name, value in initial.items()}
    E, g = evaluate(w)
    path, errors = [w], [E]
    for t in range(1, STEPS + 1):
        if not np.isfinite([E, *g]).all():
            break
        v, state = rule(g, t, state, **settings)
        w = w - v
        E, g = evaluate(w)
        if not np.isfinite([*w, E, *np.ravel([*state.values()])]).all():
            break
        path.append(w)
        errors.append(E)
    return np.array(path), np.array(errors)
'''


def parts(scene: Scene) -> list[str]:
    """Return the parts of the script."""
    runs = "".join(
        f'    "{run.label}": ({run.function}, {run.initial}, dict({run.arguments})),\n'
        for run in scene.runs
    )
    return [
        *evaluation(scene.error_function, None, "NumPy"),
        *rule_functions(scene.runs, NUMPY),
        f"RUNS = {{\n{runs}}}\n",
        LOOP,
    ]
