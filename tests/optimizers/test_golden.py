"""Golden trajectories of torch and optax, from tests/golden/trajectories.json."""

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, ErrorFunction, Rule, descend
from tests.support.optimizers.expectations import EXPECTED, file_of

FILE = Path(__file__).parent.parent / "golden" / "trajectories.json"
RUNS: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))


def without_bounds(rule: Rule) -> Rule:
    """Return the same rule without bounds, as some runs have a very large epsilon."""
    free = (replace(spec, low=-math.inf, high=math.inf) for spec in rule.hyperparameters)
    return replace(rule, hyperparameters=tuple(free))


@pytest.mark.parametrize("key", EXPECTED)
def test_a_rule_of_a_library_is_compared_on_several_functions(key: str) -> None:
    runs = [run for run in RUNS if run["optimizer"] == key]
    library = EXPECTED[key].library
    assert {run["library"].split()[0] for run in runs} == ({library} if library else set()), (
        f"tests/golden/make_golden.py stores the runs of a library; library= in {file_of(key)} "
        "says which"
    )
    assert library is None or len({run["function"] for run in runs}) >= 4


@pytest.mark.parametrize("golden", RUNS, ids=lambda run: f"{run['optimizer']} {run['function']}")
def test_trajectory_is_that_of_the_reference_library(golden: dict[str, Any]) -> None:
    run = descend(
        ErrorFunction.parse(golden["function"]),
        without_bounds(OPTIMIZERS[golden["optimizer"]]),
        golden["start"],
        steps=100,
        **golden["hyperparameters"],
    )
    np.testing.assert_allclose(run.w, golden["w"], rtol=1e-10, atol=1e-12)
