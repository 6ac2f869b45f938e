# %% [markdown]
# # Trajectories in a notebook
# The figure of the page, from Python, with code to take along. Cell by cell in an editor that knows
# `# %%`, or from the checkout, which writes `notebook.html` for a browser:
#
#     python -m examples.notebook

# %%
"""Four optimizers on Rosenbrock's valley: a figure, a table and a script."""

from components.notebook import figure
from optimizers import OPTIMIZERS, ErrorFunction, descend
from optimizers.hand_calculation import steps_table
from optimizers.scripts import script

valley = ErrorFunction.parse("(1 - w1)^2 + 100 (w2 - w1^2)^2")
start, steps = (-1.5, 2.0), 400
settings = {
    "gradient-descent": {"eta": 0.001},
    "nesterov": {"eta": 0.0005},
    "rmsprop": {"eta": 0.02},
    "adam": {"eta": 0.1},
}
runs = {
    OPTIMIZERS[key].name: descend(valley, OPTIMIZERS[key], start, steps, **given)
    for key, given in settings.items()
}

# %% [markdown]
# ## The figure
# In a notebook, `picture` on a line of its own shows it.

# %%
picture = figure(valley, runs, view=(-2, 2, -1, 3))
picture  # noqa: B018 (a notebook shows it)

# %% [markdown]
# ## Two steps, to be calculated by hand

# %%
print(steps_table("md", OPTIMIZERS["adam"], runs["Adam"], steps=2))

# %% [markdown]
# ## The same runs without Lockstep
# As a file for NumPy alone; `"pytorch"`, `"optax"` and `"keras"` are the others.

# %%
code = script("numpy", valley, start, steps, [(OPTIMIZERS[k], h) for k, h in settings.items()])
print(code.partition('"""\n')[0])

# %%
if __name__ == "__main__":
    picture.write_html("notebook.html")
