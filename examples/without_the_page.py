# %% [markdown]
# # Adaptive learning rates without the page
# `optimizers/` is ordinary Python: no browser, no Dash. Run this file as it is, from the checkout,
#
#     python -m examples.without_the_page
#
# or cell by cell in an editor that knows `# %%`.

# %%
"""The article's example and a race, in numbers."""

import numpy as np

from optimizers import OPTIMIZERS, ErrorFunction, descend
from optimizers.presets import PRESETS

# %% [markdown]
# ## Two steps by hand
# The article's bowl, its start and its settings. The first adaptive step moves both weights by the
# same amount, although one slope is more than four times the other.

# %%
bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
classical = descend(bowl, OPTIMIZERS["gradient-descent"], start=(-15, 20), steps=2, eta=0.001)
adaptive = descend(bowl, OPTIMIZERS["rmsprop"], start=(-15, 20), steps=2, eta=0.05)
for name, run in (("classical", classical), ("adaptive", adaptive)):
    print(f"{name:9}", *(f"w({t}) = ({w1:.2f}, {w2:.2f})" for t, (w1, w2) in enumerate(run.w)))
print("s(1) =", adaptive.state["s"][1].round(6))

# %% [markdown]
# ## A race, each with the best of its learning rates
# One η for all would be no fair comparison: each rule may choose among seven.

# %%
plateau = next(preset for preset in PRESETS if preset.key == "neuron")
neuron = ErrorFunction.parse(plateau.text)
for key in ("gradient-descent", "momentum", "adagrad", "rmsprop", "adam"):
    runs = {
        eta: descend(neuron, OPTIMIZERS[key], plateau.start, 500, eta=eta)
        for eta in np.geomspace(0.02, 2, 7).round(3)
    }
    eta, best = min(runs.items(), key=lambda item: item[1].error.min())
    print(f"{OPTIMIZERS[key].name:17} eta = {eta:<6} lowest E in 500 steps: {best.error.min():.4f}")

# %% [markdown]
# ## When a run diverges, it says so

# %%
print(descend(bowl, OPTIMIZERS["rmsprop"], (-15, 20), 100, beta=1).stopped)
