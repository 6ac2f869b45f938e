"""Momentum: a share alpha of the last step is added."""

from tests.support.optimizers.expectation import Expectation, Run, SecondStep

EXPECTED = Expectation(
    defaults={"eta": 0.001, "alpha": 0.9},
    states=["m"],
    # m(1) = -0.001 * (-90, 400)
    # m(2) = 0.9 * (0.09, -0.4) - 0.001 * (-89.46, 392) = (0.081 + 0.08946, -0.36 - 0.392)
    run=Run(
        {"eta": 0.001, "alpha": 0.9},
        [(-14.91, 19.6), (-14.73954, 18.848)],
        {"m": [(0.09, -0.4), (0.17046, -0.752)]},
    ),
    second_steps=[
        SecondStep({"eta": 0.5, "alpha": 0.9}, 3, 4, 0.5 * (4 + 0.9 * 3)),
        SecondStep({"eta": 0.5, "alpha": 0.9}, -3, 2, 0.5 * (2 - 0.9 * 3)),
    ],
    formula=["m(t)=α m(t−1)−η g(t)", "v(t)=−m(t)"],
    inspector=["m_i(t)=alpha·{m_past}−{eta}·{g}=", "w_i(t)=w_past+{m}="],
    library="torch",
    varied_by="alpha",
)
