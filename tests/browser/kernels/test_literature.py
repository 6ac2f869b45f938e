"""Numbers from the literature, reproduced by the printed kernels in a real Chromium."""

from base64 import b64decode
from itertools import groupby

import numpy as np
import pytest
from playwright.sync_api import Page

from tests.support.browser.against_python import settings
from tests.support.optimizers.literature import LITERATURE, Case

RUN = """
async ([of, [w1, w2], steps, [key, settings]]) => {
  const {optimizers} = await import("/kernels/optimizers.js");
  const {columns, descend} = optimizers[key];
  let evaluate, turn = 0;
  if (typeof of === "string") {
    const address = `/kernels/error-function.js?${new URLSearchParams({E: of})}`;
    ({evaluate} = await import(address));
  } else {
    evaluate = (w1, w2, into) => into.set([0, of[turn++], 0]);
  }
  const into = Object.fromEntries(columns.map(c => [c, new Float64Array(steps + 1)]));
  const {rows, stopped} = descend(evaluate, w1, w2, steps, settings, into);
  // Packed: as JSON a hundred thousand steps take a minute.
  const packed = column => {
    const bytes = new Uint8Array(column.buffer);
    let text = "";
    for (let k = 0; k < bytes.length; k += 32768) {
      text += String.fromCharCode(...bytes.subarray(k, k + 32768));
    }
    return btoa(text);
  };
  return {rows, stopped, columns: Object.fromEntries(columns.map(c => [c, packed(into[c])]))};
}
"""

BY_SOURCE = {
    source: list(cases) for source, cases in groupby(LITERATURE, key=lambda case: case.source)
}


@pytest.mark.parametrize("source", BY_SOURCE)
def test_numbers_of_the_literature(kernels: Page, source: str) -> None:
    for case in BY_SOURCE[source]:
        check(kernels, case)


def check(kernels: Page, case: Case) -> None:
    """Run a case in the browser and check its number."""
    given = [case.of, case.start, case.steps, settings(case.rule, **case.settings)]
    run = kernels.evaluate(RUN, given)
    assert (run["rows"], run["stopped"]) == (case.steps + 1, None)
    columns = {
        name: np.frombuffer(b64decode(column), dtype="<f8")
        for name, column in run["columns"].items()
    }
    measured = case.measure(columns)
    assert measured == pytest.approx(case.expected, rel=0, abs=case.within), str(case)
