"""The NumPy script computes what `descend` computes, for every rule and for hard functions."""

import subprocess
import sys

import numpy as np
import pytest

from optimizers import OPTIMIZERS, DescentError, ErrorFunction, LockstepError, Rule, descend
from optimizers.scripts import FLAVOURS, script
from tests.support.optimizers.scripts import FUNCTIONS, check, run_script

Runs = list[tuple[Rule, dict[str, float]]]

BOWL = ErrorFunction.parse("3 w1^2 + 10 w2^2")


@pytest.mark.parametrize("text", FUNCTIONS)
@pytest.mark.parametrize("key", OPTIMIZERS)
def test_the_script_has_the_numbers_of_descend(key: str, text: str) -> None:
    check("numpy", key, text, FUNCTIONS[text])


@pytest.mark.parametrize(
    ("text", "start", "key", "settings"),
    [
        ("3 w1^2 + 10 w2^2", (-15, 20), "rmsprop", {"beta": 1.0}),  # s stays 0: diverges
        ("3 w1^2 + 10 w2^2", (-15, 20), "gradient-descent", {"eta": 1.0}),
        ("log(w1)", (1, 0), "gradient-descent", {"eta": 2.0}),  # leaves the domain
        ("sqrt(w1)", (-1, 2), "adam", {}),  # no value at the start
        ("sqrt(w1) + w2^2", (0, 2), "adam", {}),  # no slope at the start
        ("sqrt(w1^2 + w2^2)^3", (0, 0), "momentum", {}),  # a limit of slopes at the start
        ("1/w1^2 + w2^2", (1e-160, 1), "rprop", {}),
        ("exp(w1^2) + w2", (3, 1), "gradient-descent", {"eta": 0.01}),
        ("5", (1, 2), "super-sab", {}),
    ],
)
def test_the_script_ends_where_descend_does(
    text: str, start: tuple[float, float], key: str, settings: dict[str, float]
) -> None:
    check("numpy", key, text, start, settings)


def test_the_file_runs_and_prints_where_its_runs_end() -> None:
    runs: Runs = [(OPTIMIZERS["gradient-descent"], {}), (OPTIMIZERS["rmsprop"], {"eta": 0.05})]
    code = script("numpy", BOWL, (-15, 20), 2, runs)
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-"],
        input=code.encode(),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().splitlines() == [
        "1 gradient-descent: E = 4348.42 at (-14.8205, 19.208), step 2",
        "2 rmsprop: E = 4542.51 at (-14.7278, 19.7276), step 2",
    ]


def test_two_runs_of_one_rule_share_its_function() -> None:
    adam = OPTIMIZERS["adam"]
    code = script("numpy", BOWL, (-15, 20), 5, [(adam, {"eta": 0.1}), (adam, {"eta": 0.5})])
    assert code.count("def adam(") == 1
    found = run_script(code)
    assert [*found] == ["1 adam", "2 adam"]
    np.testing.assert_allclose(
        found["2 adam"][0], descend(BOWL, adam, (-15, 20), 5, eta=0.5).w, rtol=1e-12
    )


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("text", [*FUNCTIONS, "5", "w1^w2", "cbrt(w1) + hypot(w1, w2)"])
def test_every_script_is_python(flavour: str, text: str) -> None:
    runs: Runs = [(rule, {}) for rule in OPTIMIZERS.values()]
    code = script(flavour, ErrorFunction.parse(text), (1, 2), 3, runs)
    compile(code, "scene.py", "exec")
    assert "\r" not in code
    assert not [line for line in code.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    "text", ["w₁² + w2²", "E(w1, w2) =\n 3 w1^2\n+ w2", "\\frac{x^2}{2} + y", "np.sin(x[0]) + x[1]"]
)
def test_a_readers_text_is_in_no_script(flavour: str, text: str) -> None:
    function = ErrorFunction.parse(text)
    code = script(flavour, function, (1, 2), 3, [(OPTIMIZERS["adam"], {})])
    assert f"\n# E(w1, w2) = {function.text}\nSTART" in code
    assert text not in code
    assert code.isascii()


def test_mistakes_are_sentences() -> None:
    runs: Runs = [(OPTIMIZERS["adam"], {})]
    with pytest.raises(LockstepError, match="no script for 'tensorflow': use numpy, pytorch"):
        script("tensorflow", BOWL, (1, 2), 3, runs)
    with pytest.raises(DescentError, match="steps must be a whole number"):
        script("numpy", BOWL, (1, 2), -1, runs)
    with pytest.raises(DescentError, match="start must be two numbers"):
        script("numpy", BOWL, (1,), 1, runs)
    with pytest.raises(LockstepError, match="eta must be a number from"):
        script("numpy", BOWL, (1, 2), 1, [(OPTIMIZERS["adam"], {"eta": 99})])


def by_hand(flavour: str) -> set[str]:
    code = script(flavour, BOWL, (1, 2), 3, [(rule, {}) for rule in OPTIMIZERS.values()])
    return {key for key in OPTIMIZERS if f"def {key.replace('-', '_')}(" in code}


def test_only_rules_in_another_convention_are_carried_by_hand() -> None:
    assert by_hand("numpy") == {*OPTIMIZERS}
    everywhere = {"gradient-descent", "momentum", "nesterov", "adadelta"}
    others = {
        "pytorch": ({"adam", "rprop"}, {"rmsprop", "adagrad", "super-sab"}),
        "optax": ({"adam", "rmsprop", "adagrad"}, {"rprop", "super-sab"}),
        "keras": ({"rmsprop", "adagrad"}, {"adam", "rprop", "super-sab"}),
    }
    for flavour, (own, hand) in others.items():
        found = by_hand(flavour)
        assert not found & (everywhere | own), flavour
        assert found >= hand, flavour
    code = script("pytorch", BOWL, (1, 2), 3, [(OPTIMIZERS["rmsprop"], {})])
    assert "# By hand: PyTorch adds epsilon outside the root, here it is inside.\n" in code


def test_settings_that_a_library_refuses_are_carried_by_hand() -> None:
    runs = [(OPTIMIZERS["nesterov"], {"alpha": 0}), (OPTIMIZERS["rprop"], {"increase": 1})]
    code = script("pytorch", BOWL, (1, 2), 3, runs)
    assert "torch.optim.SGD(" not in code
    assert "torch.optim.Rprop(" not in code
    assert code.count("ByHand(w, ") == 2


def test_gradients_are_automatic_only_where_they_are_the_same() -> None:
    adam: Runs = [(OPTIMIZERS["adam"], {})]
    for text, automatic in {
        "sin(w1) exp(w2) + |w1|": True,
        "erf(w1) + w2": True,
        "sqrt(w1^2 + w2^2)": True,
        "max(w1, w2)": False,
        "relu(w1) + w2": False,
        "w1^w2": False,
        "atan2(w1, w2)": False,
        "5": False,
    }.items():
        function = ErrorFunction.parse(text)
        assert ("by autograd" in script("pytorch", function, (1, 2), 3, adam)) == automatic, text
        assert ("by JAX" in script("optax", function, (1, 2), 3, adam)) == automatic, text
        keras = script("keras", function, (1, 2), 3, adam)
        assert "Keras has no gradient of its own" in keras
