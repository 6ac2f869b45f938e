"""The trajectories of torch and optax, stored in tests/golden/trajectories.json."""

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, ErrorFunction, Rule, descend

FILE = Path(__file__).parent.parent / "golden" / "trajectories.json"
RUNS: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))


def without_bounds(rule: Rule) -> Rule:
    """Return the same rule for any hyperparameters: some runs exaggerate epsilon to show it."""
    free = (replace(spec, low=-math.inf, high=math.inf) for spec in rule.hyperparameters)
    return replace(rule, hyperparameters=tuple(free))


def test_all_rules_that_a_library_has_are_compared_on_several_functions() -> None:
    functions = {key: {r["function"] for r in RUNS if r["optimizer"] == key} for key in OPTIMIZERS}
    assert {key for key, texts in functions.items() if len(texts) < 4} == {"super-sab"}


@pytest.mark.parametrize("golden", RUNS, ids=lambda run: f"{run['optimizer']} {run['function']}")
def test_descent_takes_the_path_of_the_reference_library(golden: dict[str, Any]) -> None:
    run = descend(
        ErrorFunction.parse(golden["function"]),
        without_bounds(OPTIMIZERS[golden["optimizer"]]),
        golden["start"],
        steps=100,
        **golden["hyperparameters"],
    )
    np.testing.assert_allclose(run.w, golden["w"], rtol=1e-10, atol=1e-12)
