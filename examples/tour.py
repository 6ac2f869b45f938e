# %% [markdown]
# # A tour of your own
# A tour is a list of stops. Each is a state of the playground, one control, and sentences whose
# numbers follow it. This one has three. See it at http://127.0.0.1:8050/tour:
#
#     python -m examples.tour
#
# or deploy `examples.tour:server` in place of `app:server`. How to write a stop: docs/tour.md.

# %%
"""A tour with three stops: one learning rate, momentum, and a playground."""

from app import create_app
from components.tour.stop import Control, Curves, Line, Measure, Number, Response, Stop, Words
from components.tour.tour import create_tour

# %% [markdown]
# ## Numbers
# Whatever a sentence says is measured: E at the end, the first step at which E is below a limit.
# Run 0 is the first `run=` of the stop's query, run 1 the second.

# %%
E_AT_THE_END = Measure("error", t=-1)
STEPS = Measure("steps_below", value=0.01)
STEPS_WITH_MOMENTUM = Measure("steps_below", run=1, value=0.01)
ETA = Measure("control")

# %% [markdown]
# ## Stop 1: a number that is dragged, and a clause that stays true
# E is 5 w1² + w2²/2: its second derivative in w1 is 10, so gradient descent converges with η below
# 2/10, and overshoots from 1/10 on.

# %%
ONE_RATE = Stop(
    key="one-rate",
    title="One learning rate",
    query="E=5w1%5E2%2Bw2%5E2/2&start=-1,3&steps=40&view=-2.5,2.5,-0.6,3.4"
    "&run=gradient-descent,eta:0.15",
    text="""
<p>{{ run(0, "Gradient descent") }} moves both weights by the same {{ math("eta") }} times the
gradient. With {{ math("eta") }} = {{ drag() }} it {{ say("how") }}; after 40 steps
{{ symbol("E") }} is {{ say("E") }}.</p>
{{ formula("w <- w - eta g") }}
""",
    says={
        "how": Words(
            ETA,
            cases=((0.1, "goes straight to the floor"), (0.2, "crosses the floor in every step")),
            otherwise="does not converge",
        ),
        "E": Number(E_AT_THE_END, digits=2),
    },
    result="Gradient descent with η = {value} {how}; after 40 steps E is {E}.",
    control=Control("hyperparameter", "learning rate", "η", "eta", low=0.01, high=0.22, step=0.005),
    charts=(
        Curves("Error {{ math('E') }}, step by step", "error", (Line(),)),
        Response(
            "Error after 40 steps, for every {{ math('eta') }}",
            ((E_AT_THE_END, "gradient descent"),),
            zones=((0.2, 0.22, "diverges"),),
        ),
    ),
)

# %% [markdown]
# ## Stop 2: two runs compared
# The control belongs to run 1 alone; run 0 is drawn pale.

# %%
MOMENTUM = Stop(
    key="momentum",
    title="Momentum",
    query="E=5w1%5E2%2Bw2%5E2/2&start=-1,3&steps=200&view=-2.5,2.5,-0.6,3.4"
    "&run=gradient-descent,eta:0.02&run=momentum,eta:0.02,alpha:0.7",
    text="""
<p>{{ run(1, "Momentum") }} adds to each step a share {{ math("alpha") }} of the one before. With
{{ math("alpha") }} = {{ drag() }} {{ symbol("E") }} is below 0.01 {{ say("when") }};
{{ run(0) }} with the same {{ math("eta") }} takes {{ say("plain") }} steps.</p>
{{ rule("momentum") }}
""",
    says={
        "when": Words(STEPS_WITH_MOMENTUM, (), "after {steps} steps", "not within 200 steps"),
        "steps": Number(STEPS_WITH_MOMENTUM, digits=3),
        "plain": Number(STEPS, digits=3),
    },
    result="Momentum with α = {value}: E is below 0.01 {when}.",
    control=Control(
        "hyperparameter", "momentum", "α", "alpha", low=0, high=0.98, step=0.01, runs=(1,)
    ),
    charts=(
        Curves("Error {{ math('E') }}, step by step", "error", (Line(0, faint=True), Line(1))),
        Response(
            "Steps until {{ math('E') }} is below 0.01, for every {{ math('alpha') }}",
            ((STEPS_WITH_MOMENTUM, "momentum"), (STEPS, "gradient descent")),
            axis="linear",
        ),
    ),
    faint=(0,),
)

# %% [markdown]
# ## Stop 3: another figure of the page

# %%
YOURS = Stop(
    key="yours",
    title="Now yours",
    query="run=momentum,alpha:0.9&run=nesterov,alpha:0.9",
    text="""
<p>Nesterov’s method takes the gradient where momentum would lead. Type an error function, drag the
start, and compare both; {{ stop("momentum", "what momentum adds") }} is in the second stop.</p>
""",
    figure="playground",
)

# %% [markdown]
# ## The tour

# %%
TOUR = create_tour(
    (ONE_RATE, MOMENTUM, YOURS),
    title="Momentum in three stops",
    lede="Why a share of the last step helps in a valley.",
)

app = create_app(tour=TOUR)
server = app.server

if __name__ == "__main__":
    app.run(port="8050")
