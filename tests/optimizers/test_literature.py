"""Numbers from the literature, reproduced by Python's runs."""

from collections.abc import Sequence

import numpy as np
import pytest

from optimizers import OPTIMIZERS, ErrorFunction, descend
from optimizers.codegen.descent_loop import column_names, compiled_descent_loop
from tests.support.browser.against_python import columns
from tests.support.optimizers.literature import LITERATURE, Case
from tests.support.optimizers.measures import Columns


def scripted_run(case: Case, gradients: Sequence[float]) -> Columns:
    """Run a rule on gradients that are given one after another."""
    rule = OPTIMIZERS[case.rule]
    given = iter(gradients)
    rows: list[tuple[float, ...]] = []
    stopped = compiled_descent_loop(rule)(
        lambda w1, w2: (0.0, float(next(given)), 0.0),
        *map(float, case.start),
        range(1, case.steps + 1),
        rows.append,
        **rule.settings(case.settings),
    )
    assert stopped is None
    taken = np.transpose(rows)
    start = np.full((len(taken), 1), np.nan)
    start[:2, 0] = case.start
    return dict(zip(column_names(rule), np.hstack([start, taken]), strict=True))


@pytest.mark.parametrize("case", LITERATURE, ids=str)
def test_a_number_of_the_literature(case: Case) -> None:
    if isinstance(case.of, str):
        function = ErrorFunction.parse(case.of)
        rule = OPTIMIZERS[case.rule]
        run = columns(descend(function, rule, case.start, case.steps, **case.settings))
    else:
        run = dict(scripted_run(case, case.of))
    assert case.measure(run) == pytest.approx(case.expected, rel=0, abs=case.within)
