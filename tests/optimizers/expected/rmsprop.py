"""RMSProp: s is a decaying mean of the squares, epsilon inside the root."""

from tests.support.optimizers.expectation import Expectation, Run, SecondStep

EXPECTED = Expectation(
    defaults={"eta": 0.05, "beta": 0.9, "epsilon": 1e-8},
    states=["s"],
    # s(1) = 0.1 * (8100, 160000)
    # w(1) = (-15 + 0.05 * 90 / sqrt(811), 20 - 0.05 * 400 / sqrt(16001))
    # s(2) = (0.9 * 810 + 0.1 * 89.0519...^2, 0.9 * 16000 + 0.1 * 396.8378...^2)
    run=Run(
        {"eta": 0.05, "beta": 0.9, "epsilon": 1},
        [(-14.8419836278754, 19.8418910578188), (-14.7278904144556, 19.7276173233637)],
        {"s": [(810, 16000), (1522.02412083643, 30148.025630014)]},
    ),
    # s(2) = 0.9 * 0.1 * 9 + 0.1 * 16 = 2.41
    second_steps=[SecondStep({"eta": 1, "beta": 0.9, "epsilon": 1e-12}, 3, 4, 4 / 2.41**0.5)],
    formula=["s(t)=β s(t−1)+(1−β) g(t)^2", "v(t)=[η g(t)]/[√[s(t)+ε]]"],
    inspector=[
        "s_i(t)=beta·{s_past}+{1 - beta}·{g}^2=",
        "w_i(t)=w_past−[eta·{g}]/[√[s+{epsilon}]]=",
    ],
    library="optax",
    varied_by="beta",
    rate="η/√(sᵢ + ε)",
)
