"""Audit of executions: it records what it is there for."""

import os

import pytest

from optimizers import ErrorFunction
from tests.hostile.conftest import Audit
from tests.support.hostile.executions import is_printed


@pytest.mark.parametrize(
    "run",
    [
        lambda: eval("1 + 1"),
        lambda: exec("pass"),
        lambda: compile("1", "<text>", "eval"),
        lambda: os.system("true"),
    ],
    ids=["eval", "exec", "compile", "shell"],
)
def test_executions_are_recorded(run: object, nothing_is_run: Audit) -> None:
    assert callable(run)
    with pytest.raises(AssertionError), nothing_is_run():
        run()


def test_a_printed_formula_may_be_compiled(nothing_is_run: Audit) -> None:
    with nothing_is_run():
        assert ErrorFunction.parse("max(w1, 0.125) + pow(w2, 7)").evaluate(2, 1) == (3, 1, 7)


@pytest.mark.parametrize(
    "source",
    [
        "def evaluate(w1, w2):\n    return __import__('os'),\n",
        "def evaluate(w1, w2):\n    return w1.real,\n",
        "def evaluate(w1, w2):\n    return [w1],\n",
        "def evaluate(w1, w2):\n    return open(w1),\n",
        "import os",
        7,
    ],
)
def test_other_source_is_not_taken_for_printed(source: object) -> None:
    assert not is_printed(source)
