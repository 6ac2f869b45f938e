"""Rprop: the sign of the gradient times a step size per weight."""

from tests.support.optimizers.expectation import Expectation, Run, SecondStep

EXPECTED = Expectation(
    defaults={
        "delta0": 0.1,
        "increase": 1.2,
        "decrease": 0.5,
        "delta_min": 1e-6,
        "delta_max": 50,
    },
    states=["delta", "g_previous"],
    # From (1, -0.2): g(1) = (6, -4), no gradient before: delta stays, w(1) = (1 - 0.5, -0.2 + 0.5).
    # g(2) = (3, 6): w1 kept its sign, delta 0.5 * 1.2 = 0.6, w1 = 0.5 - 0.6;
    #   w2 changed it, delta 0.5 * 0.5 = 0.25, gradient set to 0, no step.
    # g(3) = (-0.6, 6): w1 changed its sign, delta 0.6 * 0.5, no step;
    #   w2 compares with 0: delta stays, w2 = 0.3 - 0.25.
    # g(4) = (-0.6, 1): w1 compares with 0: w1 = -0.1 + 0.3; w2 grows: 0.25 * 1.2, w2 = 0.05 - 0.3.
    run=Run(
        {"delta0": 0.5, "increase": 1.2, "decrease": 0.5},
        [(0.5, 0.3), (-0.1, 0.3), (-0.1, 0.05), (0.2, -0.25)],
        {
            "delta": [(0.5, 0.5), (0.6, 0.25), (0.3, 0.25), (0.3, 0.3)],
            "g_previous": [(6, -4), (3, 0), (0, 6), (-0.6, 1)],
        },
        start=(1, -0.2),
    ),
    second_steps=[
        SecondStep({"delta0": 0.5}, 3, 4, 1.2 * 0.5),
        SecondStep({"delta0": 0.5}, 3, -4, 0),
        SecondStep({"delta0": 0.5}, 0, -4, -0.5),
    ],
    formula=[
        "c(t)=sign(g(t)) sign(g^∗(t−1))",
        "q(t)={η^+ if c(t)>0; η^− if c(t)<0; 1 otherwise}",
        "Δ(t)=min(max(q(t) Δ(t−1),Δ_min),Δ_max)",
        "g^∗(t)={0 if c(t)<0; g(t) otherwise}",
        "v(t)=sign(g^∗(t)) Δ(t)",
    ],
    inspector=[
        "c_i(t)=sign(g)·sign(g_previous_past)=",
        "q_i(t)=increase as c>0",
        "q_i(t)=decrease as c<0",
        "q_i(t)=1",
        "Δ_i(t)=min(max(q·{delta_past},delta_min),delta_max)=",
        "gi∗(t)=0 as c<0",
        "gi∗(t)=g",
        "w_i(t)=w_past−sign(g_previous)·{delta}=",
    ],
    library="torch",
    compared_at="delta0",
    rate="Δᵢ/|gᵢ|",
)
