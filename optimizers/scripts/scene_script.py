"""A scene as a Python script, for NumPy alone, PyTorch, optax or Keras 3."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from optimizers.descent import checked_start, checked_steps
from optimizers.error_function import ErrorFunction
from optimizers.errors import LockstepError
from optimizers.language.vocabulary import parameter
from optimizers.rule import Rule
from optimizers.scripts import keras_script, numpy_script, optax_script, torch_script
from optimizers.scripts.scene import Run, Scene


@dataclass(frozen=True, slots=True)
class Flavour:
    """A library that a script can be written for.

    Parameters
    ----------
    needs : str
        What has to be installed.
    imports : str
        The first lines of the script.
    parts : callable
        From a scene to what stands between imports and the end.
    """

    needs: str
    imports: str
    parts: Callable[[Scene], list[str]] = field(hash=False)


FLAVOURS: Mapping[str, Flavour] = MappingProxyType(
    {
        "numpy": Flavour("numpy", numpy_script.IMPORTS, numpy_script.parts),
        "pytorch": Flavour("numpy and torch", torch_script.IMPORTS, torch_script.LIBRARY.parts),
        "optax": Flavour("numpy, jax and optax", optax_script.IMPORTS, optax_script.LIBRARY.parts),
        "keras": Flavour(
            "numpy, keras and one of its backends", keras_script.IMPORTS, keras_script.LIBRARY.parts
        ),
    }
)
"""By the name of the library."""

HEAD = '''\
"""Descents on an error function, as Lockstep runs them. Needs {needs}.

Printed from the definitions of E and of the rules; all numbers are double precision.
"""

{imports}
# E(w1, w2) = {text}
{parameters}START = {start}
STEPS = {steps}
'''

MAIN = '''\
def main():
    """Print where every run ends, and return w and E of all its points."""
    trajectories = {name: descend(run) for name, run in RUNS.items()}
    for name, (w, E) in trajectories.items():
        print(f"{name}: E = {E[-1]:.6g} at ({w[-1, 0]:.6g}, {w[-1, 1]:.6g}), step {len(E) - 1}")
    return trajectories


if __name__ == "__main__":
    main()
'''


def script(
    flavour: str,
    error_function: ErrorFunction,
    start: Sequence[float],
    steps: int,
    runs: Sequence[tuple[Rule, Mapping[str, float]]],
) -> str:
    """Return a scene as a script that needs nothing of Lockstep.

    It computes the same as `descend`: the rules and E are printed from the same definitions. A
    library's own optimizer is used where it steps as the rule does, and a comment says so; else the
    script carries the rule, and says why. A run ends where E, w or the gradient is not finite; the
    NumPy script ends also where a state of the rule is not, as `descend` does.

    Parameters
    ----------
    flavour : str
        A key of `FLAVOURS`: ``"numpy"``, ``"pytorch"``, ``"optax"`` or ``"keras"``.
    error_function : ErrorFunction
        E.
    start : sequence of two floats
        w(0).
    steps : int
        How many steps each run takes.
    runs : sequence of tuple of Rule and mapping of str to float
        The rules, with hyperparameters that differ from their defaults.

    Returns
    -------
    str
        Python code. Its ``main()`` prints where every run ends and returns, by the place and key
        of a run, the arrays of w and of E.

    Raises
    ------
    LockstepError
        If there is no such flavour, or as for `descend`.

    Examples
    --------
    >>> from optimizers import OPTIMIZERS, ErrorFunction
    >>> bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
    >>> code = script("numpy", bowl, (-15, 20), 2, [(OPTIMIZERS["rmsprop"], {"eta": 0.05})])
    >>> exec(code, {"__name__": "__main__"})
    1 rmsprop: E = 4542.51 at (-14.7278, 19.7276), step 2
    """
    if flavour not in FLAVOURS:
        raise LockstepError(f"There is no script for {flavour[:40]!r}: use {', '.join(FLAVOURS)}.")
    chosen = FLAVOURS[flavour]
    scene = Scene(
        error_function,
        checked_start(start),
        checked_steps(steps),
        tuple(
            Run(f"{k} {rule.key}", rule, rule.settings(given))
            for k, (rule, given) in enumerate(runs, start=1)
        ),
    )
    parts = chosen.parts(scene)
    code = "\n\n".join([*parts, MAIN])
    math = "import math\n\n" if "math." in code else ""
    head = HEAD.format(
        needs=chosen.needs,
        imports=math + chosen.imports,
        text=" ".join(error_function.text.split()),
        parameters="".join(
            f"{parameter(name).code_name} = {value!r}\n" for name, value in error_function.values
        ),
        start=scene.start,
        steps=scene.steps,
    )
    return f"{head}\n\n{code}"
