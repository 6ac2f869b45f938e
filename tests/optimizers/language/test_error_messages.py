"""Error messages of the parser: one plain sentence that says what to do, with its position."""

import pytest

from tests.support.optimizers.parsing import parse_error

TWO_SIDES = "An equation has two sides and an error function is one formula: type only that."
EQUATION = "Leave out the equals sign and {}: type only the formula."


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ("", "Type an error function of w1 and w2, such as 3 w1^2 + 10 w2^2.", 0),
        ("w1 + w3", "'w3' at position 6 is not known: E has two weights, w1 and w2.", 5),
        ("q" * 40, f"'{'q' * 40}' at position 1 is not known: the variables are w1 and w2.", 0),
        ("q" * 900, f"'{'q' * 40}...' at position 1 is not known: the variables are w1 and w2.", 0),
        ("w1 + ", "The formula ends too early: complete it.", 5),
        ("2 * (w1", "Close the '(' that opens at position 5.", 4),
        (
            "w1 ) 2",
            "The ')' at position 4 closes nothing: open a bracket before it.",
            3,
        ),
        ("w1 + 2 3", "Write * between the numbers at position 8, or join them.", 7),
        ("sin w1 w2", "Put the argument of sin at position 1 in brackets, as in sin(w1).", 0),
        ("w1 * / w2", "Something is missing before the '/' at position 6.", 5),
        ("1,5 w1", "The comma at position 2 is out of place: write decimals with a point.", 1),
        ("atan2(w1)", "Give atan2 at position 1 two arguments.", 0),
        ("min(w1)", "Give min at position 1 at least two arguments.", 0),
        ("exp(w1, w2)", "Give exp at position 1 one argument.", 0),
        ("2[w1]", "Use round brackets ( ) instead of [ ].", 1),
        ("w1 + " + "1" * 31, "Shorten the number at position 6 to 30 digits.", 5),
        ("w1 & 2", "Logic is not known here: use max or min.", 3),
        ("w1\0", "The character 'U+0000' at position 3 is not known here.", 2),
        (
            "w1^2 + 1/0",
            "The constant at position 10 is 0, and nothing can be divided by it: correct it.",
            9,
        ),
        ("log(0)", "The constant at position 5 is 0, and it has no logarithm: correct it.", 4),
        ("w1 + 1e400", "The constant at position 6 is beyond 1e+100: use a smaller one.", 5),
        ("exp(400)", "The constant at position 5 is beyond 1e+100: use a smaller one.", 4),
        ("3x3^2", "'x3' at position 2 is not known: E has two weights, w1 and w2.", 1),
        ("w1 + y1", "'y1' at position 6 is not known here: use a number for y1, or w1 or w2.", 5),
        ("inf", "'inf' at position 1 is not a number that can be used.", 0),
        ("nan", "'nan' at position 1 is not a number that can be used.", 0),
        ("w1 and w2", "'and' at position 4 is no part of a formula.", 3),
        ("w1 or w2", "'or' at position 4 is no part of a formula.", 3),
        ("w1^2 + w2^2 = 0", EQUATION.format("what stands after it"), 12),
        ("x = 0", TWO_SIDES, 2),
        ("sin(w1) = 0", EQUATION.format("what stands after it"), 8),
        ("y = w1^2", EQUATION.format("what stands before it"), 2),
        ("w1^2 = w2^2", TWO_SIDES, 5),
        ("w1 + log(-2)", "The constant at position 10 has no value: correct it.", 9),
        ("w1^200", "Use exponents from -100 to 100; the one at position 4 is beyond.", 3),
        (
            "1 + (-2)^w1",
            "Use a base above 0 with an exponent that varies; the one at position 6 is not.",
            5,
        ),
        ("x" * 400, "The formula is too long once every * is written out: shorten it.", 400),
        ("w1 " * 400, "The formula is too long: use at most 1000 characters.", 1000),
        (
            "(" + "+x" * 301,
            "The formula is too long: use at most 600 numbers, names and signs.",
            600,
        ),
        ("+x" * 301, "The formula is too long: use at most 600 numbers, names and signs.", 600),
    ],
)
def test_message_and_position(text: str, message: str, position: int) -> None:
    error = parse_error(text)
    assert (str(error), error.position) == (message, position)
