"""Nesterov's momentum: a step with the gradient and a share of the new momentum."""

from tests.support.optimizers.expectation import Expectation, Run, SecondStep

EXPECTED = Expectation(
    defaults={"eta": 0.001, "alpha": 0.9},
    states=["m"],
    # v(1) = 0.001 * (-90, 400) - 0.9 * (0.09, -0.4) = (-0.171, 0.76)
    # g(2) = (6 * -14.829, 20 * 19.24) = (-88.974, 384.8)
    # m(2) = 0.9 * (0.09, -0.4) - 0.001 * g(2) = (0.169974, -0.7448)
    # v(2) = (-0.088974 - 0.9 * 0.169974, 0.3848 + 0.9 * 0.7448) = (-0.2419506, 1.05512)
    run=Run(
        {"eta": 0.001, "alpha": 0.9},
        [(-14.829, 19.24), (-14.5870494, 18.18488)],
        {"m": [(0.09, -0.4), (0.169974, -0.7448)]},
    ),
    second_steps=[
        SecondStep({"eta": 0.5, "alpha": 0.9}, 3, 4, 0.5 * (4 + 0.9 * (4 + 0.9 * 3))),
    ],
    formula=["m(t)=α m(t−1)−η g(t)", "v(t)=η g(t)−α m(t)"],
    inspector=[
        "m_i(t)=alpha·{m_past}−{eta}·{g}=",
        "v_i(t)=eta·{g}−{alpha}·{m}=",
        "w_i(t)=w_past−{v}=",
    ],
    library="torch",
    varied_by="alpha",
)
