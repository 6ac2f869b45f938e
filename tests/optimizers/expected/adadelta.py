"""AdaDelta: the step is scaled by the decaying mean of earlier squared steps."""

from tests.support.optimizers.expectation import Expectation, Run, SecondStep

EXPECTED = Expectation(
    defaults={"eta": 1, "beta": 0.9, "epsilon": 1e-2},
    states=["s", "u"],
    # d(1) = sqrt(0 + 0.01) / sqrt((810, 16000) + 0.01) * (-90, 400) = (-0.3162258..., 0.3162276...)
    # u(1) = 0.1 * d(1)^2, after d(1); w(1) = (-15, 20) - 2 d(1)
    # d(2) = sqrt(u(1) + 0.01) / sqrt(s(2) + 0.01) * g(2)
    run=Run(
        {"eta": 2, "beta": 0.9, "epsilon": 0.01},
        [(-14.3675483719767, 19.3675446656086), (-13.7320678452053, 18.7286258485035)],
        {
            "u": [
                (0.00999987654473402, 0.00999999375000391),
                (0.019095776387901, 0.0192054257462776),
            ]
        },
    ),
    second_steps=[
        # s1 = 0.9, d1^2 = 0.01 * 9 / 0.91, u1 = 0.1 d1^2, s2 = 0.81 + 1.6
        SecondStep(
            {"eta": 1, "beta": 0.9, "epsilon": 0.01},
            3,
            4,
            4 * ((0.01 + 0.009 / 0.91) / 2.42) ** 0.5,
        ),
    ],
    formula=[
        "s(t)=β s(t−1)+(1−β) g(t)^2",
        "d(t)=[√[u(t−1)+ε]]/[√[s(t)+ε]] g(t)",
        "u(t)=β u(t−1)+(1−β) d(t)^2",
        "v(t)=η d(t)",
    ],
    inspector=[
        "s_i(t)=beta·{s_past}+{1 - beta}·{g}^2=",
        "d_i(t)=[√[u_past+{epsilon}]]/[√[s+{epsilon}]]·{g}=",
        "u_i(t)=beta·{u_past}+{1 - beta}·{d}^2=",
        "w_i(t)=w_past−{eta}·{d}=",
    ],
    library="torch",
    varied_by="beta",
    rate="η√(uᵢ + ε)/√(sᵢ + ε)",
)
