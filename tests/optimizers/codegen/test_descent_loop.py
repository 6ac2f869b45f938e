"""The compiled descent loop equals the rule applied to NumPy arrays, bit for bit."""

import numpy as np
import pytest

from optimizers import OPTIMIZERS, ErrorFunction, Rule, descend

STEPS = 100
CASES = {
    "3 w1^2 + 10 w2^2": (-15, 20),
    "(1 - w1)^2 + 100 (w2 - w1^2)^2": (-1.2, 1.0),
    "20 + w1^2 - 10cos(2pi w1) + w2^2 - 10cos(2pi w2)": (-2, 3.5),
    "|w1| + max(w2, 0.3w1) + sqrt(1 + w2^2)": (1.3, -0.4),
}


def run_on_arrays(
    rule: Rule, error_function: ErrorFunction, start: tuple[float, float]
) -> dict[str, list[list[float]]]:
    """Run the rule by `Rule.apply` on arrays of shape (2,) and collect every line."""
    settings = rule.settings({})
    w = np.array(start, dtype=np.float64)
    past = {name: np.full(2, value) for name, value in rule.initial_state(settings).items()}
    rows: dict[str, list[list[float]]] = {name: [] for name in ("w", "v", *past)}
    for t in range(1, STEPS + 1):
        _, g1, g2 = error_function.evaluate_floats(float(w[0]), float(w[1]))
        lines = rule.apply(t, np.array([g1, g2], dtype=np.float64), past, settings)
        w = w - lines["v"]
        past = {name: lines[name] for name in past}
        for name, value in ({"w": w, "v": lines["v"]} | past).items():
            rows[name].append(value.tolist())
    return rows


@pytest.mark.parametrize("text", CASES)
@pytest.mark.parametrize("key", OPTIMIZERS)
def test_compiled_loop_equals_the_rule_bit_for_bit(key: str, text: str) -> None:
    rule, error_function = OPTIMIZERS[key], ErrorFunction.parse(text)
    by_rule = run_on_arrays(rule, error_function, CASES[text])
    run = descend(error_function, rule, CASES[text], STEPS)
    assert run.stopped is None
    assert run.w[1:].tolist() == by_rule.pop("w")
    assert run.update.tolist() == by_rule.pop("v")
    assert {name: rows[1:].tolist() for name, rows in run.state.items()} == by_rule


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_a_rule_is_elementwise_on_arrays_of_any_shape(key: str) -> None:
    rule = OPTIMIZERS[key]
    settings = rule.settings({})
    random = np.random.default_rng(5)
    g = random.normal(size=(3, 4))
    past = {name: random.uniform(0.01, 2, (3, 4)) for name in rule.initial_state(settings)}
    together = rule.apply(7, g, past, settings)
    for at in np.ndindex(3, 4):
        alone = rule.apply(7, g[at], {name: p[at] for name, p in past.items()}, settings)
        assert {name: line[at] for name, line in together.items()} == alone
