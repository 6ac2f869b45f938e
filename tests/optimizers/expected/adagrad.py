"""AdaGrad: s sums all squares."""

from tests.support.optimizers.expectation import Expectation, Run, SecondStep

EXPECTED = Expectation(
    defaults={"eta": 1, "epsilon": 1e-8},
    states=["s"],
    # w(1) = (-15 + 90 / sqrt(8100 + 1), 20 - 400 / sqrt(160000 + 1))
    # s(2) = (8100 + 84.0003703...^2, 160000 + 380.0000624...^2)
    # w(2) = (-14.000... + 84.000... / sqrt(15157.06...),
    #         19.000... - 380.000... / sqrt(304401.04...))
    run=Run(
        {"eta": 1, "epsilon": 1},
        [(-14.0000617226801, 19.0000031249854), (-13.3177643733143, 18.3112547348478)],
        {"s": [(8100, 160000), (15156.0622165986, 304400.0475)]},
    ),
    second_steps=[SecondStep({"eta": 1, "epsilon": 1e-12}, 3, 4, 4 / 5)],
    formula=["s(t)=s(t−1)+g(t)^2", "v(t)=[η g(t)]/[√[s(t)+ε]]"],
    inspector=["s_i(t)=s_past+{g}^2=", "w_i(t)=w_past−[eta·{g}]/[√[s+{epsilon}]]="],
    library="optax",
    rate="η/√(sᵢ + ε)",
)
