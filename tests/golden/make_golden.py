"""Generator of the golden trajectories of torch and optax in ``trajectories.json``.

Every optimizer that a library steps in Lockstep's own convention runs for 100 steps on
four error functions, in float64, with that library's own automatic gradient. The tests
compare ``descend`` with the stored runs; they never run this script and need none of
its packages.

Notes
-----
Made with Python 3.11, torch 2.13.0 (CPU), optax 0.2.8, jax and jaxlib 0.10.2. Beside
numpy it needs these packages, best in a virtual environment of their own::

    pip install torch==2.13.0 optax==0.2.8 jax==0.10.2 jaxlib==0.10.2
    python -m tests.golden.make_golden

torch steps ``gradient-descent``, ``momentum`` and ``nesterov`` (SGD), ``adadelta``,
``adam`` (epsilon outside the root) and ``rprop`` (iRprop-). optax steps ``adagrad`` and
``rmsprop``, because it puts epsilon inside the root; its AdaGrad accumulator starts at
0 here, not at the library's 0.1.

The file is one JSON array with one run per line: ``optimizer``, ``library``,
``function``, ``start``, ``hyperparameters`` and ``w``, the weights at t = 0 ... 100 as
the shortest decimals that read back as the same float64.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import jax
import jax.numpy as jnp
import optax
import torch

from tests.golden.runs import RUNS, Hyperparameters, Problem

STEPS = 100
TRAJECTORIES = Path(__file__).with_name("trajectories.json")

Weights: TypeAlias = list[list[float]]


def torch_optimizer(key: str, w: torch.Tensor, given: Hyperparameters) -> torch.optim.Optimizer:
    """Return the torch optimizer that steps w as the key says."""
    match key:
        case "gradient-descent":
            return torch.optim.SGD([w], lr=given["eta"])
        case "momentum" | "nesterov":
            return torch.optim.SGD(
                [w],
                lr=given["eta"],
                momentum=given["alpha"],
                nesterov=key == "nesterov",
            )
        case "adadelta":
            return torch.optim.Adadelta(
                [w], lr=given["eta"], rho=given["beta"], eps=given["epsilon"]
            )
        case "adam":
            return torch.optim.Adam(
                [w],
                lr=given["eta"],
                betas=(given["beta1"], given["beta2"]),
                eps=given["epsilon"],
            )
        case "rprop":
            return torch.optim.Rprop(
                [w],
                lr=given["delta0"],
                etas=(given["decrease"], given["increase"]),
                step_sizes=(given["delta_min"], given["delta_max"]),
            )
    message = f"torch steps no {key!r} here"
    raise ValueError(message)


def optax_optimizer(key: str, given: Hyperparameters) -> optax.GradientTransformation:
    """Return the optax optimizer that steps as the key says."""
    match key:
        case "adagrad":
            return optax.adagrad(given["eta"], initial_accumulator_value=0.0, eps=given["epsilon"])
        case "rmsprop":
            return optax.rmsprop(
                given["eta"],
                decay=given["beta"],
                eps=given["epsilon"],
                initial_scale=0.0,
                eps_in_sqrt=True,
            )
    message = f"optax steps no {key!r} here"
    raise ValueError(message)


def run_torch(key: str, problem: Problem, given: Hyperparameters) -> Weights:
    """Return the weights at t = 0 ... STEPS as torch steps them."""
    w = torch.tensor(problem.start, dtype=torch.float64, requires_grad=True)
    optimizer = torch_optimizer(key, w, given)
    path = [w.tolist()]
    for _ in range(STEPS):
        optimizer.zero_grad()
        problem.error(torch, w[0], w[1]).backward()
        optimizer.step()
        path.append(w.tolist())
    return path


def run_optax(key: str, problem: Problem, given: Hyperparameters) -> Weights:
    """Return the weights at t = 0 ... STEPS as optax steps them."""
    w = jnp.asarray(problem.start, dtype=jnp.float64)
    gradient = jax.jit(jax.grad(lambda w: problem.error(jnp, w[0], w[1])))
    optimizer = optax_optimizer(key, given)
    state = optimizer.init(w)
    path = [w.tolist()]
    for _ in range(STEPS):
        update, state = optimizer.update(gradient(w), state, w)
        w = optax.apply_updates(w, update)
        path.append(w.tolist())
    return path


def golden_runs() -> Iterator[dict[str, object]]:
    """Yield every run as the mapping that the file stores."""
    for key, rows in RUNS.items():
        by_optax = key in {"adagrad", "rmsprop"}
        version = optax.__version__ if by_optax else torch.__version__.split("+")[0]
        for problem, given in rows:
            run = run_optax if by_optax else run_torch
            yield {
                "optimizer": key,
                "library": f"{'optax' if by_optax else 'torch'} {version}",
                "function": problem.text,
                "start": problem.start,
                "hyperparameters": given,
                "w": run(key, problem, given),
            }


def main() -> None:
    """Write all runs, one per line; a weight that is not finite raises ValueError."""
    jax.config.update("jax_enable_x64", val=True)
    lines = [json.dumps(run, separators=(",", ":"), allow_nan=False) for run in golden_runs()]
    text = "[\n" + ",\n".join(lines) + "\n]\n"
    TRAJECTORIES.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
