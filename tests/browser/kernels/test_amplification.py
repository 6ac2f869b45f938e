"""The kernels of figure 3 against NumPy."""

import numpy as np
import pytest
from playwright.sync_api import Page

from optimizers import OPTIMIZERS
from optimizers.amplification import two_steps

KERNELS = """
async ([g1s, g2s, given]) => {
  const {rules} = await import("/kernels/amplification.js"), into = new Float64Array(3);
  return given.map(([key, settings]) => {
    const map = new Float64Array(g1s.length * g2s.length);
    rules[key].map(g1s, g2s, settings, map);
    const points = g2s.flatMap(g2 => g1s.map(g1 => {
      rules[key].twoSteps(g1, g2, settings, into);
      return [...into];
    }));
    return {map: [...map], points};
  });
}
"""


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_the_kernel_of_every_rule_is_numpy_s(kernels: Page, key: str) -> None:
    rule, random = OPTIMIZERS[key], np.random.default_rng(7)
    scaled = [1e-6, 1e-3, 0.1, 1.0, 10.0, 1000.0]
    g1s, g2s = (
        [0.0, *(random.choice([-1, 1], 6) * random.uniform(1, 9, 6) * scaled)] for _ in range(2)
    )
    given = [rule.settings({})]
    for share in (0.0, 0.3, 1.0):
        given.append({h.name: h.low + share * (h.high - h.low) for h in rule.hyperparameters})
    found = kernels.evaluate(KERNELS, [g1s, g2s, [[key, settings] for settings in given]])
    for settings, kernel in zip(given, found, strict=True):
        expected = two_steps(rule, np.array(g1s)[None, :], np.array(g2s)[:, None], **settings)
        points = np.array(kernel["points"], dtype=np.float64).reshape(len(g2s), len(g1s), 3)
        # C_a is a difference: its last digits are those of what it is taken from.
        plain = np.abs(expected.update) - expected.amplification
        rounding = 4 * np.finfo(float).eps * np.maximum(np.abs(expected.update), plain)
        np.testing.assert_allclose(points[..., 0], expected.update, rtol=1e-12)
        np.testing.assert_allclose(points[..., 2], expected.ratio, rtol=1e-12)
        for c_a in (points[..., 1], np.reshape(kernel["map"], (len(g2s), len(g1s)))):
            difference = np.abs(c_a - expected.amplification)
            assert (difference <= 1e-12 * np.abs(expected.amplification) + rounding).all()
