"""The kernels of the rules in a real Chromium take the paths of the Python runs."""

import numpy as np
import pytest
from playwright.sync_api import Page

from optimizers import OPTIMIZERS, ErrorFunction
from optimizers.preset import Preset
from tests.support.browser.against_python import (
    RUNS,
    STEPS,
    check_paths,
    compared,
    horizon,
    settings,
)


def test_nearly_all_runs_determine_themselves_to_the_end() -> None:
    functions = [(ErrorFunction.parse(preset.text), preset.start) for preset in compared()]
    horizons = [horizon(f, key, start) for f, start in functions for key in OPTIMIZERS]
    assert len(horizons) == 8 * len(OPTIMIZERS)
    assert min(horizons) >= 6
    assert sum(steps >= 6 * STEPS // 10 for steps in horizons) >= 60


@pytest.mark.parametrize("preset", compared(), ids=lambda preset: preset.key)
def test_every_rule_takes_the_path_of_the_python_run(kernels: Page, preset: Preset) -> None:
    check_paths(kernels, preset)


def test_no_step_leaves_the_start_and_nothing_before_it(kernels: Page) -> None:
    (run,) = kernels.evaluate(RUNS, ["3 w1^2 + 10 w2^2", [-15, 20], 0, [settings("rprop")]])
    assert (run["rows"], run["stopped"]) == (1, None)
    start = {name: column[0] for name, column in run["columns"].items()}
    nothing = [name for name, value in start.items() if np.isnan(value)]
    assert nothing == ["g1", "g2", "v1", "v2", "rate1", "rate2"]
    known = {name: value for name, value in start.items() if name not in nothing}
    assert known == {
        **{"w1": -15, "w2": 20, "E": 4675, "delta1": 0.1, "delta2": 0.1},
        **{"g_previous1": 0, "g_previous2": 0},
    }


def test_a_kernel_is_reused_for_another_run_without_a_trace_of_the_first(kernels: Page) -> None:
    both = [settings("adam"), settings("adam")]
    first, second = kernels.evaluate(RUNS, ["3 w1^2 + 10 w2^2", [-15, 20], 50, both])
    assert str(first) == str(second)
