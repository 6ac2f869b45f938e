"""What the stops of the tour claim, and the same measured again from NumPy's runs.

``python -m tests.components.tour.claimed`` prints the table as Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from components.tour.sentences import number_text
from tests.components.tour import claimed_elsewhere as others
from tests.components.tour import claimed_in_the_ravine as ravine
from tests.components.tour.measuring import Claim

TABLE: dict[str, Callable[[], Iterator[Claim]]] = {
    "ravine": ravine.ravine,
    "two-slopes": ravine.two_slopes,
    "divide": ravine.divide,
    "divide-gain": ravine.divide_gain,
    "sign": ravine.sign,
    "first-step-answer": ravine.first_step_answer,
    "two-steps": others.two_steps_of_the_article,
    "compass": ravine.compass,
    "explode": ravine.explode,
    "rates": ravine.rates,
    "plateau": others.plateau,
    "adagrad": others.adagrad,
    "family": others.family,
    "ten-times": ravine.ten_times,
    "swing": ravine.swing,
    "price": others.price,
    "better": others.better,
}
"""By the stop that claims it; those without a number of their own are left out."""


def main() -> None:
    """Print the table."""
    print("| stop | claim | said | measured |\n|---|---|---|---|")
    for key, claims in TABLE.items():
        for claim, said, measured in claims():
            print(
                f"| {key} | {claim} | {number_text(said, 4)} | {number_text(float(measured), 4)} |"
            )


if __name__ == "__main__":
    main()
