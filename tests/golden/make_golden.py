"""Golden trajectories: what the reference libraries do, in ``trajectories.json``.

Every optimizer that a library steps in Lockstep's own convention runs for 100 steps on
four error functions, in float64, with that library's own automatic gradient. The tests
compare ``descend`` with the stored runs; they never run this script and need none of
its packages.

Notes
-----
Made with Python 3.11, torch 2.13.0 (CPU), optax 0.2.8, jax and jaxlib 0.10.2. Beside
numpy it needs these packages, best in a virtual environment of their own::

    pip install torch==2.13.0 optax==0.2.8 jax==0.10.2 jaxlib==0.10.2
    python tests/golden/make_golden.py

torch steps ``gradient-descent``, ``momentum`` and ``nesterov`` (SGD), ``adadelta``,
``adam`` (epsilon outside the root) and ``rprop`` (iRprop-). optax steps ``adagrad`` and
``rmsprop``, because it puts epsilon inside the root; its AdaGrad accumulator starts at
0 here, not at the library's 0.1.

The file is one JSON array with one run per line: ``optimizer``, ``library``,
``function``, ``start``, ``hyperparameters`` and ``w``, the weights at t = 0 ... 100 as
the shortest decimals that read back as the same float64.

Two rules guided the choice of the hyperparameters. A rounding difference in any step
must not grow more than a thousandfold: where RMSProp or AdaDelta enters a limit cycle
it grows exponentially, and two right programs part. And epsilon must be large enough
for its place in the formula to show; one RMSProp and one Adam run have the usual 1e-8.
"""

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, TypeAlias

import jax
import jax.numpy as jnp
import optax
import torch

STEPS = 100
TRAJECTORIES = Path(__file__).with_name("trajectories.json")

Number: TypeAlias = Any  # a torch.Tensor or a jax.Array
Hyperparameters: TypeAlias = dict[str, float]
Weights: TypeAlias = list[list[float]]
ErrorOf: TypeAlias = Callable[[ModuleType, Number, Number], Number]


class Problem(NamedTuple):
    """An error function, as typed and as a library computes it, and a start point."""

    text: str
    error: ErrorOf
    start: tuple[float, float]


def bowl(_: ModuleType, w1: Number, w2: Number) -> Number:
    """Return the error of the article's bowl."""
    return 3 * w1**2 + 10 * w2**2


def rosenbrock(_: ModuleType, w1: Number, w2: Number) -> Number:
    """Return the error of Rosenbrock's valley."""
    return (1 - w1) ** 2 + 100 * (w2 - w1**2) ** 2


def himmelblau(_: ModuleType, w1: Number, w2: Number) -> Number:
    """Return the error of Himmelblau's function."""
    return (w1**2 + w2 - 11) ** 2 + (w1 + w2**2 - 7) ** 2


def ackley(library: ModuleType, w1: Number, w2: Number) -> Number:
    """Return the error of Ackley's function."""
    funnel = -20 * library.exp(-0.2 * library.sqrt((w1**2 + w2**2) / 2))
    waves = library.cos(2 * math.pi * w1) + library.cos(2 * math.pi * w2)
    return funnel - library.exp(waves / 2) + math.e + 20


BOWL = Problem("3 w1^2 + 10 w2^2", bowl, (-15.0, 20.0))
ROSENBROCK = Problem("(1-w1)^2+100*(w2-w1^2)^2", rosenbrock, (-2.0, 2.0))
HIMMELBLAU = Problem("(w1^2+w2-11)^2+(w1+w2^2-7)^2", himmelblau, (-0.15, 0.67))
ACKLEY = Problem(
    "-20*exp(-0.2*sqrt((w1^2+w2^2)/2))-exp((cos(2*pi*w1)+cos(2*pi*w2))/2)+e+20",
    ackley,
    (3.0, 2.5),
)


def settings(names: str, *rows: tuple[Problem, str]) -> list[tuple[Problem, Hyperparameters]]:
    """Read one row per run: its problem, and the values of the named hyperparameters.

    Parameters
    ----------
    names : str
        Names of the hyperparameters, separated by spaces.
    *rows : tuple of Problem and str
        The problem and its values, separated by spaces, in the order of the names.

    Returns
    -------
    list of tuple of Problem and dict
        The problem and the named hyperparameters of every run.
    """
    return [
        (problem, dict(zip(names.split(), map(float, values.split()), strict=True)))
        for problem, values in rows
    ]


RUNS = {
    "gradient-descent": settings(
        "eta",
        (BOWL, "0.02"),
        (BOWL, "0.092"),
        (ROSENBROCK, "0.0004"),
        (HIMMELBLAU, "0.012"),
        (ACKLEY, "0.06"),
    ),
    "momentum": settings(
        "eta alpha",
        (BOWL, "0.004 0.8"),
        (ROSENBROCK, "0.0003 0.85"),
        (HIMMELBLAU, "0.004 0.7"),
        (HIMMELBLAU, "0.001 0.95"),
        (ACKLEY, "0.02 0.8"),
    ),
    "nesterov": settings(
        "eta alpha",
        (BOWL, "0.01 0.75"),
        (ROSENBROCK, "0.0004 0.8"),
        (ROSENBROCK, "0.0002 0.95"),
        (HIMMELBLAU, "0.005 0.85"),
        (ACKLEY, "0.02 0.8"),
    ),
    "adagrad": settings(
        "eta epsilon",
        (BOWL, "4 0.01"),
        (BOWL, "3 500"),
        (ROSENBROCK, "0.5 1"),
        (HIMMELBLAU, "0.7 0.5"),
        (ACKLEY, "0.6 0.1"),
    ),
    "rmsprop": settings(
        "eta beta epsilon",
        (BOWL, "0.3 0.8 0.01"),
        (ROSENBROCK, "0.03 0.95 1e-8"),
        (ROSENBROCK, "0.05 0.98 5"),
        (HIMMELBLAU, "0.04 0.95 2"),
        (ACKLEY, "0.05 0.9 0.2"),
    ),
    "adadelta": settings(
        "eta beta epsilon",
        (BOWL, "2 0.9 0.01"),
        (ROSENBROCK, "3 0.9 0.01"),
        (HIMMELBLAU, "0.5 0.95 0.001"),
        (HIMMELBLAU, "3 0.95 0.0001"),
        (ACKLEY, "1.5 0.8 0.001"),
    ),
    "adam": settings(
        "eta beta1 beta2 epsilon",
        (BOWL, "0.5 0.8 0.99 0.01"),
        (ROSENBROCK, "0.3 0.9 0.98 0.5"),
        (HIMMELBLAU, "0.2 0.85 0.95 0.05"),
        (ACKLEY, "0.1 0.8 0.97 0.1"),
        (ACKLEY, "0.25 0.9 0.999 1e-8"),
    ),
    "rprop": settings(
        "delta0 increase decrease delta_min delta_max",
        (BOWL, "0.1 1.3 0.4 1e-6 50"),
        (ROSENBROCK, "0.01 1.2 0.5 1e-3 0.12"),
        (HIMMELBLAU, "0.02 1.15 0.6 1e-3 0.3"),
        (ACKLEY, "0.07 1.25 0.45 1e-5 1"),
        (ACKLEY, "0.03 1.1 0.7 0.01 0.11"),
    ),
}


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
