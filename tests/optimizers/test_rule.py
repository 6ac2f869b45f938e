"""Checks of a rule's definition: every mistake is one sentence with the rule and the name."""

import re
from typing import Any

import pytest

from optimizers import OPTIMIZERS, ErrorFunction, Rule, RuleError, State, descend
from optimizers.hyperparameter import ALPHA, ETA
from optimizers.notation import Maths, RateFunction, Step, Values
from optimizers.rule import Rate

M = State("m", "m", "momentum")


def rule(step: Step, **others: Any) -> Rule:
    parts = {"hyperparameters": (ETA, ALPHA), "state": (M,), "source": "this test"}
    return Rule("mine", "Mine", step=step, **{**parts, **others})


def complete(xp: Maths, past: Values, now: Values, h: Values) -> None:
    now.m = h.alpha * past.m - h.eta * now.g
    now.v = -now.m


def without_update(xp: Maths, past: Values, now: Values, h: Values) -> None:
    now.m = h.alpha * past.m - h.eta * now.g


def without_state(xp: Maths, past: Values, now: Values, h: Values) -> None:
    now.v = h.eta * past.m


def with_nothing(xp: Maths, past: Values, now: Values, h: Values) -> None:
    pass


def with_update_before_the_state(xp: Maths, past: Values, now: Values, h: Values) -> None:
    now.v = h.eta * past.m
    now.m = h.alpha * past.m - now.v


def with_a_state_assigned_twice(xp: Maths, past: Values, now: Values, h: Values) -> None:
    complete(xp, past, now, h)
    now.m = past.m


def with_the_gradient_assigned(xp: Maths, past: Values, now: Values, h: Values) -> None:
    now.g = -now.g
    complete(xp, past, now, h)


def with_a_line_named_as_a_hyperparameter(xp: Maths, past: Values, now: Values, h: Values) -> None:
    now.eta = h.eta / now.t
    complete(xp, past, now, h)


def with_a_line_named_as_the_weight(xp: Maths, past: Values, now: Values, h: Values) -> None:
    now.w = now.g
    complete(xp, past, now, h)


def with_an_unknown_hyperparameter(xp: Maths, past: Values, now: Values, h: Values) -> None:
    now.m = h.beta * past.m
    now.v = now.m


def with_an_unknown_state(xp: Maths, past: Values, now: Values, h: Values) -> None:
    now.m = h.alpha * past.s
    now.v = now.m


def with_a_line_read_before_it_is_assigned(xp: Maths, past: Values, now: Values, h: Values) -> None:
    now.m = h.alpha * now.v
    now.v = now.m


def with_a_function_that_is_not_there(xp: Any, past: Values, now: Values, h: Values) -> None:
    now.m = xp.exp(past.m)
    now.v = now.m


def with_a_bare_number(xp: Maths, past: Values, now: Values, h: Values) -> None:
    now.m = 0
    now.v = now.g


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (without_update, "step must assign now.v."),
        (without_state, "step must assign now.m."),
        (with_nothing, "step must assign now.m."),
        (with_update_before_the_state, "step must assign now.v last."),
        (with_a_state_assigned_twice, "now.m has a value already: choose another name."),
        (with_the_gradient_assigned, "now.g has a value already: choose another name."),
        (
            with_a_line_named_as_a_hyperparameter,
            "now.eta has a name that is taken: choose another.",
        ),
        (with_a_line_named_as_the_weight, "now.w has a name that is taken: choose another."),
        (with_an_unknown_hyperparameter, "h.beta is not known: h has eta, alpha."),
        (with_an_unknown_state, "past.s is not known: past has m."),
        (with_a_line_read_before_it_is_assigned, "now.v is not known: now has g, t."),
        (
            with_a_function_that_is_not_there,
            "xp.exp is not known: xp has sqrt, sign, minimum, maximum, where.",
        ),
        (with_a_bare_number, "now.m must be a term of past, now and h, not 0."),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_mistake_in_a_step_is_rejected(step: Step, sentence: str) -> None:
    with pytest.raises(RuleError, match=rf"^Mine: {re.escape(sentence)}$"):
        rule(step)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"hyperparameters": (ETA, ETA)}, "the name 'eta' is taken: choose another."),
        ({"state": (M, State("alpha", "a", "x"))}, "the name 'alpha' is taken: choose another."),
        ({"state": (M, State("v", "v", "update"))}, "the name 'v' is taken: choose another."),
        (
            {"state": (State("m", "m", "momentum", initial="delta0"),)},
            "'delta0' is not one of its hyperparameters.",
        ),
        ({"state": ()}, "past.m is not known: past has nothing."),
    ],
    ids=["hyperparameter twice", "state and hyperparameter", "reserved", "initial", "no state"],
)
def test_a_mistake_in_the_declarations_is_rejected(parts: dict[str, Any], sentence: str) -> None:
    with pytest.raises(RuleError, match=rf"^Mine: {re.escape(sentence)}$"):
        rule(complete, **parts)


@pytest.mark.parametrize(
    ("rate", "level", "sentence"),
    [
        (lambda xp, past, now, h: h.eta / now.s, "eta", "now.s is not known: now has g, t, m, v."),
        (lambda xp, past, now, h: h.beta, "eta", "h.beta is not known: h has eta, alpha."),
        (lambda xp, past, now, h: h.eta, "beta", "'beta' is not one of its hyperparameters."),
    ],
)
def test_a_mistake_in_a_rate_is_rejected(rate: RateFunction, level: str, sentence: str) -> None:
    with pytest.raises(RuleError, match=rf"^Mine: {re.escape(sentence)}$"):
        rule(complete, rate=Rate(rate, "η", level, "η = 1"))


def test_another_attribute_error_in_a_step_is_not_replaced() -> None:
    def step(xp: Maths, past: Values, now: Values, h: Values) -> None:
        now.m = past.m.no_such_method()

    with pytest.raises(AttributeError, match="no_such_method"):
        rule(step)


def test_a_complete_rule_is_traced_once_and_runs() -> None:
    calls = []

    def counted(xp: Maths, past: Values, now: Values, h: Values) -> None:
        calls.append(xp)
        complete(xp, past, now, h)

    mine = rule(counted)
    assert [line.name for line in mine.lines] == ["m", "v"]
    bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
    run = descend(bowl, mine, (-15, 20), 3, eta=0.001)
    momentum = descend(bowl, OPTIMIZERS["momentum"], (-15, 20), 3, eta=0.001)
    assert run.w.tolist() == momentum.w.tolist()
    assert len(calls) == 1


def test_every_state_and_the_update_are_lines_of_every_rule() -> None:
    for key, found in OPTIMIZERS.items():
        names = [line.name for line in found.lines]
        assert len({*names}) == len(names), key
        assert {*names} >= {state.name for state in found.state}, key
        assert names[-1] == "v", key
