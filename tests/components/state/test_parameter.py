"""Parameters of the error function in an address: values, ranges and mistakes."""

from typing import Any

import pytest

from components.state.address import read_address
from components.state.parameter import Parameter, parameter_of, read_parameter
from optimizers import ErrorFunction, LockstepError
from tests.support.queries import DEFAULT, state_of


def mistakes(**query: Any) -> list[str]:
    return [str(error) for error in read_address(query)[1]]


def test_a_parameter_has_a_value_and_a_slider() -> None:
    state = state_of({"E": ["x^2 + k y^2 + a"], "p": ["k:25,min:1,max:100,step:0.5", "a:2"]})
    assert ErrorFunction.parse("w1^2 + k w2^2 + a", {"k": 25, "a": 2}) == state.E
    assert state.parameters == (Parameter("k", 25, 1, 100, 0.5), Parameter("a", 2, -10, 10, 0.1))
    assert state.to_json()["parameters"][0] == {
        "name": "k",
        "value": 25.0,
        "low": 1.0,
        "high": 100.0,
        "step": 0.5,
    }


@pytest.mark.parametrize(
    ("value", "high", "step"),
    [
        (0, 10, 0.1),
        (-10, 10, 0.1),
        (10.5, 100, 1),
        (-100, 100, 1),
        (101, 1000, 10),
        (1e6, 1e6, 1e4),
    ],
)
def test_a_range_follows_from_the_value(value: float, high: float, step: float) -> None:
    assert parameter_of("k", value) == Parameter("k", value, -high, high, step)


@pytest.mark.parametrize(
    ("low", "high", "step"), [(0, 1, 0.01), (0, 0.5, 0.001), (1, 100, 0.1), (-1e6, 1e6, 1e4)]
)
def test_a_step_follows_from_the_range(low: float, high: float, step: float) -> None:
    assert parameter_of("k", low, {"min": low, "max": high}).step == step


def test_a_part_is_read_as_it_is_meant() -> None:
    for text in ("k:25,min:1", " k : 25 , MIN : 1 ", "k:+25.0,min:1e0"):
        assert read_parameter(text) == Parameter("k", 25, 1, 100, 0.1)
    assert read_parameter("lambda:2").name == "λ"
    assert read_parameter("a_1:2").name == "a1"
    assert state_of({"E": ["k x"], "p": ["k:5."]}).parameters[0].value == 5


USAGE = "as in k:25, or with a range, as in k:25,min:1,max:100,step:0.5."
NAMES = "use one letter, with or without an index, but w, x, y, θ, e and π."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"Write '' {USAGE}"),
        ("k", f"Write 'k' {USAGE}"),
        ("k:", f"Write 'k:' {USAGE}"),
        ("k:nan", f"Write 'k:nan' {USAGE}"),
        ("k:inf", f"Write 'k:inf' {USAGE}"),
        ("k:1_0", f"Write 'k:1_0' {USAGE}"),
        ("k:1,foo:2", f"Write 'foo:2' {USAGE}"),
        ("k:1,", f"Write '' {USAGE}"),
        ("k:1,min:0,min:0", "Give min once."),
        ("k:1e999", "Give k numbers of at most 1e+06."),
        ("k:1e7", "Give k numbers of at most 1e+06."),
        ("k:1,max:1e999", "Give k numbers of at most 1e+06."),
        ("k:1,min:-1e7", "Give k numbers of at most 1e+06."),
        ("k:1,min:2,max:2", "Give k a min that is less than its max."),
        ("k:1,min:2,max:3", "Give k a value from 2 to 3, or another range."),
        ("k:1,step:0", "Give k a step above 0 that is no longer than its range."),
        ("k:1,step:-1", "Give k a step above 0 that is no longer than its range."),
        ("k:1,step:30", "Give k a step above 0 that is no longer than its range."),
        ("sin:1", f"'sin' cannot be a parameter: {NAMES}"),
        ("w1:1", f"'w1' cannot be a parameter: {NAMES}"),
        ("e:1", f"'e' cannot be a parameter: {NAMES}"),
        (f"{'q' * 90}:1", f"'{'q' * 40}' cannot be a parameter: {NAMES}"),
        ("1:1", f"'1' cannot be a parameter: {NAMES}"),
    ],
)
def test_a_mistake_is_one_sentence(text: str, message: str) -> None:
    with pytest.raises(LockstepError) as refused:
        read_parameter(text)
    assert str(refused.value) == message


def test_each_parameter_is_given_once_and_at_most_four() -> None:
    assert mistakes(E=["x"], p=["k:1", "k:2"]) == ["p: Give k once."]
    assert mistakes(E=["x"], p=["lambda:1", "λ:2"]) == ["p: Give λ once."]
    five = [f"{letter}:1" for letter in "abcdf"]
    assert mistakes(E=["x"], p=five) == ["p: Give at most 4 parameters."]


def test_a_parameter_that_the_function_does_not_have_is_said_and_left_out() -> None:
    state, errors = read_address({"E": ["k x^2"], "p": ["k:3", "a:1", "b:2"]})
    assert [str(error) for error in errors] == ["p: The error function has no a and b."]
    assert ErrorFunction.parse("k x^2", {"k": 3}) == state.E
    assert [parameter.name for parameter in state.parameters] == ["k"]
    assert mistakes(p=["k:3"]) == ["p: The error function has no k."]
    # What is typed into the page is not an address: its parameters may be those of the text before.
    assert read_address({"E": ["x^2"], "p": ["k:3"]}, exact=True)[1] == []


@pytest.mark.parametrize(
    ("text", "parameter"),
    [
        ("k:abc", Parameter("k", 1, -10, 10, 0.1)),
        ("k", Parameter("k", 1, -10, 10, 0.1)),
        ("k:25,min:1,max:many,step:0.5", Parameter("k", 25, 1, 100, 0.5)),
        ("k:25,min:30,max:100", Parameter("k", 25, -100, 100, 1)),
        ("k:3,foo:2", Parameter("k", 3, -10, 10, 0.1)),
    ],
)
def test_a_parameter_that_is_refused_in_part_keeps_the_rest(
    text: str, parameter: Parameter
) -> None:
    state, errors = read_address({"E": ["k x^2 + a y^2"], "p": [text, "a:2"]})
    assert [error.part for error in errors] == ["p"]
    assert state.parameters == (parameter, parameter_of("a", 2))
    assert ErrorFunction.parse("k x^2 + a y^2", {"k": parameter.value, "a": 2}) == state.E


def test_every_parameter_that_is_mistaken_is_said() -> None:
    assert mistakes(E=["k x^2 + a y^2"], p=["k:1e9", "a:"]) == [
        "p: Give k numbers of at most 1e+06.",
        f"p: Write 'a:' {USAGE}",
    ]
    # What has no name that can be read leaves the others.
    state, errors = read_address({"E": ["k x^2"], "p": ["sin:2", "k:3"]})
    assert (state.parameters, len(errors)) == ((parameter_of("k", 3),), 1)


def test_a_letter_without_a_value_is_offered_as_a_parameter() -> None:
    state, (error,) = read_address({"E": ["k x^2 + a y^2"], "p": ["k:3"]})
    assert (state.E, state.parameters) == (DEFAULT.E, ())
    assert error.to_json() == {
        "message": "'a' at position 9 is not a weight: make it a parameter, "
        "or write a number for it.",
        "position": 8,
        "replacement": None,
        "parameter": "a",
    }
