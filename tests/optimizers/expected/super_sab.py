"""SuperSAB: a learning rate per weight; a step is taken back when the sign changes."""

from tests.support.optimizers.expectation import Expectation, Run, SecondStep

EXPECTED = Expectation(
    defaults={"eta": 0.001, "alpha": 0.5, "increase": 1.05, "decrease": 0.5, "eta_max": 10},
    states=["eta_i", "m", "g_previous"],
    # From (1, 1): g(1) = (6, 20), m(1) = -0.1 g(1) = (-0.6, -2).
    # g(2) = (2.4, -20): w1 kept its sign: eta_1 = 0.12, m = 0.5 * -0.6 - 0.12 * 2.4 = -0.588;
    #   w2 changed it: the step of -2 is taken back, eta_2 = 0.05, m = 0, gradient set to 0.
    # g(3) = (-1.128, 20): w1 changed its sign: the step of -0.588 is taken back, eta_1 = 0.06;
    #   w2 starts from zero: m = -0.05 * 20.
    # g(4) = (2.4, 0): w1: m = -0.06 * 2.4; w2: g = 0, neither sign, m = 0.5 * -1.
    run=Run(
        {"eta": 0.1, "alpha": 0.5, "increase": 1.2, "decrease": 0.5},
        [(0.4, -1), (-0.188, 1), (0.4, 0), (0.256, -0.5)],
        {
            "eta_i": [(0.1, 0.1), (0.12, 0.05), (0.06, 0.05), (0.06, 0.05)],
            "m": [(-0.6, -2), (-0.588, 0), (0, -1), (-0.144, -0.5)],
            "g_previous": [(6, 20), (2.4, 0), (0, 20), (2.4, 0)],
        },
        start=(1, 1),
    ),
    second_steps=[
        SecondStep({"eta": 0.5, "alpha": 0.5, "increase": 1.2}, 3, 4, 0.5 * (0.5 * 3 + 1.2 * 4)),
        SecondStep({"eta": 0.5, "alpha": 0.5}, 3, -4, -0.5 * 3),
    ],
    formula=[
        "c(t)=sign(g(t)) sign(g^∗(t−1))",
        "q(t)={η^+ if c(t)>0; η^− if c(t)<0; 1 otherwise}",
        "η_i(t)=min(q(t) η_i(t−1),η_max)",
        "g^∗(t)={0 if c(t)<0; g(t) otherwise}",
        "m(t)={0 if c(t)<0; α m(t−1)−η_i(t) g(t) otherwise}",
        "v(t)={m(t−1) if c(t)<0; −m(t) otherwise}",
    ],
    inspector=[
        "c_i(t)=sign(g)·sign(g_previous_past)=",
        "q_i(t)=increase as c>0",
        "q_i(t)=decrease as c<0",
        "q_i(t)=1",
        "η_i(t)=min(q·{eta_i_past},eta_max)=",
        "gi∗(t)=0 as c<0",
        "gi∗(t)=g",
        "m_i(t)=0 as c<0",
        "m_i(t)=alpha·{m_past}−{eta_i}·{g}=",
        "w_i(t)=w_past−{m_past}= as c<0",
        "w_i(t)=w_past+{m}=",
    ],
    library=None,
    varied_by="alpha",
    rate="effective ηᵢ",
)
