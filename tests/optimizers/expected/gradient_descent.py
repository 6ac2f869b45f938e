"""Gradient descent: v = eta g."""

from tests.support.optimizers.expectation import Expectation, Run, SecondStep

EXPECTED = Expectation(
    defaults={"eta": 0.001},
    states=[],
    # w(1) = (-15 + 0.001 * 90, 20 - 0.001 * 400), g(2) = (-89.46, 392)
    # w(2) = (-14.91 + 0.08946, 19.6 - 0.392)
    run=Run({"eta": 0.001}, [(-14.91, 19.6), (-14.82054, 19.208)], {}),
    second_steps=[SecondStep({"eta": 0.5}, 3, 4, 0.5 * 4)],
    formula=["v(t)=η g(t)"],
    inspector=["w_i(t)=w_past−{eta}·{g}="],
    library="torch",
)
