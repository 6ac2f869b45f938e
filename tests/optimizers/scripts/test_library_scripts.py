"""The scripts for PyTorch, optax and Keras, run where the library is installed.

None of them is a dependency: docs/adding-an-optimizer.md says how to run this group.
"""

import os
from importlib import import_module

import pytest

from optimizers import OPTIMIZERS
from tests.support.optimizers.scripts import FUNCTIONS, check

LIBRARIES = {"pytorch": ["torch"], "optax": ["optax"], "keras": ["keras"]}

STEPS = 25
"""Libraries add in another order, so that differences in a limit cycle begin earlier."""

# Warnings of the libraries are not Lockstep's to mend.
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(params=LIBRARIES)
def flavour(request: pytest.FixtureRequest) -> str:
    os.environ.setdefault("KERAS_BACKEND", "jax")
    os.environ.setdefault("JAX_ENABLE_X64", "1")
    for name in LIBRARIES[request.param]:
        pytest.importorskip(name)
        import_module(name)
    chosen: str = request.param
    return chosen


@pytest.mark.parametrize("text", FUNCTIONS)
@pytest.mark.parametrize("key", OPTIMIZERS)
def test_the_script_has_the_numbers_of_descend(flavour: str, key: str, text: str) -> None:
    check(flavour, key, text, FUNCTIONS[text], steps=STEPS)


@pytest.mark.parametrize(
    ("text", "start", "key", "settings"),
    [
        ("3 w1^2 + 10 w2^2", (-15, 20), "gradient-descent", {"eta": 1.0}),
        ("log(w1)", (1, 0), "gradient-descent", {"eta": 2.0}),
        ("sqrt(w1) + w2^2", (0, 2), "adam", {}),
        ("sqrt(w1^2 + w2^2)^3", (0, 0), "momentum", {}),
        ("5", (1, 2), "rmsprop", {}),
        ("3 w1^2 + 10 w2^2", (-15, 20), "nesterov", {"alpha": 0.0}),
        ("3 w1^2 + 10 w2^2", (-15, 20), "rprop", {"increase": 1.0, "delta0": 10.0}),
    ],
)
def test_the_script_ends_where_descend_does(
    flavour: str, text: str, start: tuple[float, float], key: str, settings: dict[str, float]
) -> None:
    check(flavour, key, text, start, settings)
