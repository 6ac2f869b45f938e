"""A stop's state at a value of its control, which the tour's address says."""

import math
from dataclasses import replace

import pytest

from components.state.query import parts_of, query_of
from components.tour.stop import Control, Stop
from components.tour.stop_state import Value, opening, part_of, query_at, state_at, value_in
from components.tour.stops import STOPS
from optimizers import LockstepError
from tests.support.tour import BOWL, VALLEY

ETA = BOWL.control
TURN = Control("turn", "angle", "θ", "a", 0, 90, 1)
STEP = Control("step", "step", "t", low=1, high=3, step=1)
RING = Control("start", "start", low=-5, high=5)
GUESS = Control("guess", "where it leads")
BOTH = Control("hyperparameter", "rate", "η", "eta", 0.05, 1.5, runs=(0, 1))

TURNED = replace(BOWL, query="E=w1%5E2%2Ba%2Aw2&p=a:30&start=1,0&steps=2", control=TURN)


def at(stop: Stop, control: Control | None, query: str) -> Value:
    return value_in(replace(stop, control=control), parts_of(query))


def test_a_control_opens_at_the_value_of_the_query() -> None:
    assert opening(BOWL) == 0.25
    assert opening(VALLEY) == 1
    assert opening(TURNED) == 30
    assert opening(replace(BOWL, control=RING)) == (4, -2)
    assert opening(replace(BOWL, control=STEP, query=f"{BOWL.query}&step=2")) == 2
    assert opening(replace(BOWL, control=GUESS)) is None
    assert opening(replace(BOWL, control=None)) is None


def test_names_in_the_address() -> None:
    assert part_of(BOWL) == "bowl.eta"
    assert part_of(VALLEY) == "valley-2.k"
    assert part_of(replace(BOWL, control=STEP)) == "bowl.t"
    assert part_of(replace(BOWL, control=RING)) == "bowl.w"
    assert part_of(replace(BOWL, control=GUESS)) == part_of(replace(BOWL, control=None)) == ""


@pytest.mark.parametrize(
    ("control", "query", "value"),
    [
        (ETA, "bowl.eta=0.5", 0.5),
        (ETA, "bowl.eta=5e-1", 0.5),
        (ETA, "", 0.25),
        (ETA, "valley-2.k=3&eta=1", 0.25),
        (STEP, "bowl.t=2", 2),
        (RING, "bowl.w=-1.5,2", (-1.5, 2)),
        (GUESS, "bowl.=1", None),
    ],
)
def test_an_address_says_the_value(control: Control, query: str, value: Value) -> None:
    assert at(BOWL, control, query) == value


@pytest.mark.parametrize(
    ("control", "query", "sentence"),
    [
        (ETA, "bowl.eta=2", "Give a number from 0.05 to 1.5."),
        (ETA, "bowl.eta=nan", "Give a number from 0.05 to 1.5."),
        (ETA, "bowl.eta=", "Give a number from 0.05 to 1.5."),
        (STEP, "bowl.t=1.5", "Give a whole number."),
        (RING, "bowl.w=1", "Give two numbers, separated by a comma."),
        (RING, "bowl.w=1,x", "Give two numbers, separated by a comma."),
        (RING, "bowl.w=1e7,0", "at most 1e+06"),
    ],
)
def test_another_value_is_refused(control: Control, query: str, sentence: str) -> None:
    with pytest.raises(LockstepError, match=sentence.replace("+", r"\+")):
        at(BOWL, control, query)


def test_the_value_is_in_the_state() -> None:
    assert [run.settings["eta"] for run in state_at(BOWL, 0.5).runs] == [0.5, 0.5]
    first_only = state_at(replace(BOWL, control=replace(BOTH, runs=(1,))), 0.1)
    assert [run.settings["eta"] for run in first_only.runs] == [0.25, 0.1]
    assert first_only.runs[1].settings["beta"] == 0.75
    assert dict(state_at(VALLEY, 2.5).E.parameters) == {"k": 2.5}
    assert state_at(VALLEY, 2.5).parameters[0].high == 20
    assert state_at(replace(BOWL, control=STEP), 2.0).step == 2
    assert state_at(replace(BOWL, control=RING), (1.0, 2.0)).start == (1, 2)


def test_a_turn_takes_the_start_along() -> None:
    state = state_at(TURNED, 120.0)
    assert dict(state.E.parameters) == {"a": 120}
    assert state.start == pytest.approx((math.cos(math.pi / 2), 1))


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.key)
def test_what_an_address_says_is_what_the_stop_shows(stop: Stop) -> None:
    if not part_of(stop) or not stop.control:
        return
    control, value = stop.control, opening(stop)
    other: Value = control.high
    if control.kind == "start":
        other = (control.low, control.high)
    for chosen in (value, other):
        text = ",".join(map(repr, chosen)) if isinstance(chosen, tuple) else repr(chosen)
        query = query_of([(part_of(stop), text)])
        assert value_in(stop, parts_of(query)) == chosen
        # In the playground the query alone has it.
        again = replace(stop, query=query_at(stop, chosen))
        assert opening(again) == chosen
        assert state_at(again, None) == state_at(stop, chosen)
