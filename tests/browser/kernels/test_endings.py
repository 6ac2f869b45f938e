"""Runs end in a real Chromium where they end in Python, and for the same reason."""

import pytest
from playwright.sync_api import Page

from optimizers import OPTIMIZERS, ErrorFunction, Trajectory, descend
from optimizers.stopping import STOPS, Stop
from tests.support.browser.against_python import RUNS, STEPS, settings

Given = dict[str, dict[str, float]]

ENDING: list[tuple[str, tuple[float, float], Given]] = [
    ("3 w1^2 + 10 w2^2", (-15, 20), {"gradient-descent": {"eta": 0.2}, "momentum": {"eta": 1}}),
    ("3 w1^2 + 10 w2^2", (-15, 20), {"nesterov": {"eta": 0.5}, "rmsprop": {"beta": 1}}),
    ("(1 - w1)^2 + 100 (w2 - w1^2)^2", (-2, 2), {"gradient-descent": {"eta": 0.1}}),
    ("-w1^2", (1, 0), {"gradient-descent": {"eta": 1.5}, "super-sab": {"eta": 1}}),
    ("w1^2 - 2w1^2", (1, 0), {"gradient-descent": {"eta": 10}, "adagrad": {}}),
    ("exp(w1)", (709.5, 0), {"gradient-descent": {"eta": 10}, "adam": {}}),
    ("exp(w1)", (1000, 0), {"gradient-descent": {}, "rprop": {}}),
    ("log(w1)", (1, 0), {"gradient-descent": {"eta": 2}, "rmsprop": {"eta": 2}}),
    ("log(w1)", (-1, 0), {"gradient-descent": {}, "adadelta": {}}),
    ("sqrt(w1)", (0.25, 0), {"gradient-descent": {"eta": 0.25}, "momentum": {"eta": 0.25}}),
    ("sqrt(w1)", (0, 0), {"gradient-descent": {}, "adam": {}}),
    ("exp(w1^2 + w2^2)", (-15, 20), {"rmsprop": {}, "adagrad": {}, "adadelta": {}, "adam": {}}),
    ("sqrt(w1^2 + w2^2)^3 + w2", (0, 0), {"rmsprop": {}, "gradient-descent": {}}),
    ("(w1^2)^0.75 + w2^2", (0, 5), {"rmsprop": {}, "rprop": {}}),
    ("w1^w2", (0, 2), {"gradient-descent": {}}),
    ("min(1, 1/(w1^2 + w2^2)) + cbrt(w1)^3", (0, 0), {"gradient-descent": {}}),
    ("sqrt(w1) + sqrt(w1^2 + w2^2)^3", (0, 0), {"adam": {}}),
    ("1 - exp(-(w1^2 + w2^2))", (20, 1), {"rprop": {}, "super-sab": {}}),
    ("1/(w1 - 1) + 1/w2", (1, 1), {"gradient-descent": {}}),
    ("w1^2 + w2^2", (1e100, -1e100), {"gradient-descent": {"eta": 10}, "rmsprop": {}, "adam": {}}),
]


@pytest.mark.parametrize(
    ("text", "start", "given"), ENDING, ids=lambda part: part if isinstance(part, str) else ""
)
def test_runs_end_at_the_same_step_with_the_same_sentence(
    kernels: Page, text: str, start: tuple[float, float], given: Given
) -> None:
    asked = [settings(key, **chosen) for key, chosen in given.items()]
    runs = kernels.evaluate(RUNS, [text, start, STEPS, asked])
    for (key, chosen), run in zip(given.items(), runs, strict=True):
        python = descend(ErrorFunction.parse(text), OPTIMIZERS[key], start, STEPS, **chosen)
        assert (run["rows"], run["stopped"]) == (len(python.w), python.stopped), key
        assert run["columns"]["w1"][-1] == pytest.approx(python.w[-1, 0], rel=1e-9, abs=1e-12), key


def test_all_ways_to_end_are_met() -> None:
    ends = set()
    for text, start, given in ENDING:
        for key, chosen in given.items():
            run = descend(ErrorFunction.parse(text), OPTIMIZERS[key], start, STEPS, **chosen)
            ends |= {stop.sentence for stop in STOPS if run.stopped in sentences(stop, run)}
    assert ends == {stop.sentence for stop in STOPS}


def sentences(stop: Stop, run: Trajectory) -> list[str]:
    """Return what a reason may say where a run ends after its last row, or upon it."""
    upon_it = "slope" in stop.sentence
    said = stop.sentence.replace("{t}", str(len(run.w) - upon_it))
    return [said.replace("{term}", term) for term in ("E", "sqrt(w1)")]
