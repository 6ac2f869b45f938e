"""Adam: two decaying means, both with bias correction; epsilon outside the root."""

from tests.support.optimizers.expectation import Expectation, Run, SecondStep

EXPECTED = Expectation(
    defaults={"eta": 0.2, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
    states=["m", "s"],
    # m(1) = 0.1 g(1), corrected by 1 - 0.9: (-90, 400)
    # s(1) = 0.001 g(1)^2, corrected by 1 - 0.999: (8100, 160000)
    # w(1) = (-15 + 0.2 * 90 / (90 + 1), 20 - 0.2 * 400 / (400 + 1)) = (-15 + 18/91, 20 - 80/401)
    # t = 2 corrects m by 1 - 0.81 and s by 1 - 0.998001
    run=Run(
        {"eta": 0.2, "beta1": 0.9, "beta2": 0.999, "epsilon": 1},
        [(-15 + 18 / 91, 20 - 80 / 401), (-14.6044827798357, 19.6010546316519)],
        {
            "m": [(-9, 40), (-16.9813186813187, 75.6009975062344)],
            "s": [(8.1, 160), (15.979682151914, 316.663900348878)],
        },
    ),
    second_steps=[
        SecondStep(
            {"eta": 1, "beta1": 0.5, "beta2": 0.5, "epsilon": 1e-12},
            3,
            6,
            5 / 27**0.5,
        ),
    ],
    formula=[
        "m(t)=β_1 m(t−1)+(1−β_1) g(t)",
        "s(t)=β_2 s(t−1)+(1−β_2) g(t)^2",
        "m^(t)=[m(t)]/[1−β_1^t]",
        "s^(t)=[s(t)]/[1−β_2^t]",
        "v(t)=[η m^(t)]/[√[s^(t)]+ε]",
    ],
    inspector=[
        "m_i(t)=beta1·{m_past}+{1 - beta1}·{g}=",
        "s_i(t)=beta2·{s_past}+{1 - beta2}·{g}^2=",
        "m^_i(t)=[m]/[1−{beta1}^t]=",
        "s^_i(t)=[s]/[1−{beta2}^t]=",
        "w_i(t)=w_past−[eta·{m_hat}]/[√[s_hat]+{epsilon}]=",
    ],
    library="torch",
    varied_by="beta2",
    rate="η/(√ŝᵢ + ε)",
)
