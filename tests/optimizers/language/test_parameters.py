"""Parameters in a text: which letters can be one, how they are read, and what is offered."""

from typing import Any

import pytest

from optimizers import ErrorFunction, ExpressionError, LockstepError, ParameterError
from optimizers.language.parameters import parameter_name
from tests.support.optimizers.parsing import parse_error


@pytest.mark.parametrize(
    ("text", "parameters", "canonical"),
    [
        ("k x^2", {"k": 25}, "k*w1^2"),
        ("x^2 + ay^2", {"a": 2}, "w1^2+a*w2^2"),
        ("2kx", {"k": 1}, "2*k*w1"),
        ("x k", {"k": 1}, "w1*k"),
        ("k(x + 1)", {"k": 3}, "k*(w1+1)"),
        ("a_1 x + a2 y + a12", {"a1": 1, "a_2": 2, "a12": 3}, "a1*w1+a2*w2+a12"),
        ("A x + a y", {"A": 1, "a": 2}, "A*w1+a*w2"),
        ("α x + λy", {"α": 1, "lambda": 2}, "α*w1+λ*w2"),
        (r"\alpha x^2 + \frac{\kappa}{2} y^2", {"α": 1, "κ": 2}, "α*w1^2+κ/2*w2^2"),
        ("eta x + xi y", {"η": 1, "ξ": 2}, "η*w1+ξ*w2"),
        ("ϕ x + ϵ y + µ", {"φ": 1, "ε": 2, "μ": 3}, "φ*w1+ε*w2+μ"),
        ("sin kx + cos(2πky)", {"k": 1}, "sin(k*w1)+cos(2*pi*k*w2)"),
        ("k^x + y^k", {"k": 2}, "k^w1+w2^k"),
        ("w[0]k + w[1]", {"k": 2}, "w1*k+w2"),
        ("z x + t", {"z": 2, "t": 1}, "z*w1+t"),
    ],
)
def test_reading(text: str, parameters: dict[str, float], canonical: str) -> None:
    function = ErrorFunction.parse(text, parameters)
    assert function.text == canonical
    assert function.parameters == {str(parameter_name(n)): v for n, v in parameters.items()}
    assert ErrorFunction.parse(canonical, function.parameters).text == canonical


@pytest.mark.parametrize("text", ["tan(x)", "3 pi x", "e^x", "exp(x)", "min(x, y)", "x_1 + x_2"])
def test_what_the_language_knows_stays_what_it_is(text: str) -> None:
    letters = {"a": 1, "i": 2, "n": 3, "p": 4}
    with pytest.raises(ParameterError) as refused:
        ErrorFunction.parse(text, letters)
    assert refused.value.unused == tuple(letters)


@pytest.mark.parametrize(
    ("text", "letter", "message"),
    [
        ("x^2 + a y^2", "a", "'a' at position 7 is not a weight"),
        ("x^2 + ay^2", "a", "'a' in 'ay' at position 7 is not a weight"),
        ("kw1 + w2", "k", "'k' in 'kw1' at position 1 is not a weight"),
        ("alpha x", "α", "'alpha' at position 1 is not a weight"),
        ("x + z", "z", "'z' at position 5 is not a weight"),
        ("b_2 x", "b2", "'b_2' at position 1 is not a weight"),
    ],
)
def test_a_letter_is_offered_as_a_parameter(text: str, letter: str, message: str) -> None:
    error = parse_error(text)
    assert error.parameter == letter
    assert str(error) == f"{message}: make it a parameter, or write a number for it."
    assert error.replacement is None


@pytest.mark.parametrize(
    "text",
    [
        *("w + x", "theta x", "foo x", "sim(x)", "gamma(x)", "if(x)", "ab x"),
        *("x + w3", "y1", "sinx", "E1"),
    ],
)
def test_what_cannot_be_one_parameter_is_not_offered(text: str) -> None:
    assert parse_error(text).parameter is None


def test_a_fifth_parameter_is_refused() -> None:
    with pytest.raises(ExpressionError) as refused:
        ErrorFunction.parse("a b c d f x", dict.fromkeys("abcd", 1))
    assert str(refused.value) == "'f' at position 9 is one too many: use at most 4 parameters."
    assert refused.value.parameter is None


NAMES = "use one letter, with or without an index, but w, x, y, θ, e and π."


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        *(
            ({name: 1}, f"{name!r} cannot be a parameter: {NAMES}")
            for name in ("w", "w1", "x", "Y", "x_1", "e", "E", "pi", "π", "θ", "Θ", "sin", "ab")
        ),
        *(({name: 1}, f"{name!r} cannot be a parameter: {NAMES}") for name in ("", "1", "k;", "ς")),
        ({"k": float("nan")}, "k must be a number of at most 1e+100."),
        ({"k": float("inf")}, "k must be a number of at most 1e+100."),
        ({"k": 1e101}, "k must be a number of at most 1e+100."),
        ({"k": 10**400}, "k must be a number of at most 1e+100."),
        ({"k": True}, "k must be a number of at most 1e+100."),
        ({"k": "25"}, "k must be a number of at most 1e+100."),
        ({"k": 1, "a": 2}, "a does not occur in the formula."),
        ({"k1": 1, "k_1": 2}, "Give k1 once."),
        (dict.fromkeys("abcdk", 1), "Give at most 4 parameters."),
        ([("k", 1)], "Give parameters by name, as in {'k': 25}."),
    ],
)
def test_mistakes(parameters: Any, message: str) -> None:
    with pytest.raises(ParameterError) as refused:
        ErrorFunction.parse("k x^2", parameters)
    assert str(refused.value) == message
    assert isinstance(refused.value, LockstepError)
