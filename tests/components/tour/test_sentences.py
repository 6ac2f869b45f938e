"""Sentences follow the control, and their numbers are those of NumPy's runs."""

import math
from dataclasses import replace

import pytest

from components.tour.scene import scene_of
from components.tour.sentences import number_text, said, spoken_result, value_text
from components.tour.stop import Control, Measure, Number, Words
from tests.support.tour import BOWL, VALLEY


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.0016735, 2, "0.0017"),
        (-0.5, 3, "−0.5"),
        (0.125, 2, "0.13"),  # halves away from zero, as in the browser
        (-2.5, 1, "−3"),
        (983.2, 3, "983"),
        (8029, 2, "8000"),
        (99_999, 2, "100000"),
        (1e5, 3, "1·10⁵"),
        (1_473_000, 3, "1.47·10⁶"),
        (0.0001, 2, "0.0001"),
        (0.0000987, 2, "9.9·10⁻⁵"),
        (-3e-12, 1, "−3·10⁻¹²"),
        (0, 3, "0"),
        (math.inf, 2, "∞"),
        (-math.inf, 2, "−∞"),
        (math.nan, 2, "–"),
    ],
)
def test_numbers(value: float, digits: int, text: str) -> None:
    assert number_text(value, digits) == text


@pytest.mark.parametrize(
    ("eta", "how", "error"),
    [
        (0.25, "halves 0.313", "0.313"),
        (0.5, "leaps", "0"),
        (1, "diverges", "20"),
        (1.5, "diverges", "1280"),
    ],
)
def test_clauses_and_numbers_follow_the_control(eta: float, how: str, error: str) -> None:
    scene = scene_of(BOWL, eta)
    assert (said("how", scene), said("E", scene)) == (how, error)
    assert float(error) == pytest.approx(scene.trajectories[0].error[-1], rel=2e-3)
    assert spoken_result(scene) == f"With {eta:g} E is {error}."


def test_a_number_has_its_unit() -> None:
    scene = scene_of(VALLEY, 1.0)
    assert float(scene.trajectories[0].w[-1, 1]) == pytest.approx(0.8**4)
    assert said("w2", scene) == "0.41 m"
    assert value_text(scene) == "1°"


def test_what_never_happens_is_said_otherwise() -> None:
    never = Words(Measure("steps_below", value=0), ((9, "soon"),), "late", "never")
    stop = replace(BOWL, key="never", says={"when": never, "E": Number(Measure("error"))})
    assert said("when", scene_of(stop)) == "never"


@pytest.mark.parametrize(
    ("beta", "text"),
    [
        (0.9, "0.9"),
        (0.9999, "0.9999"),
        (0.99999, "1 − 10⁻⁵"),
        (1 - 3.2e-7, "1 − 3.2·10⁻⁷"),
        (1.0, "1"),
    ],
)
def test_a_decay_near_1_is_not_rounded_to_it(beta: float, text: str) -> None:
    control = Control("hyperparameter", "decay", "β", "beta", 0, 1, scale="decay", runs=(1,))
    assert value_text(scene_of(replace(BOWL, control=control), beta)) == text


def test_a_ring_is_a_point() -> None:
    control = Control("start", "start", low=-5, high=5)
    scene = scene_of(replace(BOWL, control=control), (-3.0, 1.4142))
    assert value_text(scene) == "(−3, 1.41)"
    assert scene.state.start == (-3.0, 1.4142)


def test_powers_of_ten_are_words_for_a_screen_reader() -> None:
    stop = replace(BOWL, key="far", query=BOWL.query.replace("steps=3", "steps=40"))
    assert spoken_result(scene_of(stop, 1.5)) == "With 1.5 E is 2.42 times 10 to the 25."
    assert spoken_result(scene_of(stop, 0.25)).endswith("E is 1.65 times 10 to the minus 23.")


def test_a_part_that_the_stop_has_not_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        said("nothing", scene_of(BOWL))
