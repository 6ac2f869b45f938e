"""Runs of an address that are refused in part: what can be read of them is shown."""

from __future__ import annotations

from collections.abc import Sequence

from components.state.limits import Limits
from components.state.state import Run, run_of
from optimizers import OPTIMIZERS, Hyperparameter, LockstepError, Rule
from optimizers.numbers import decimal_number


def _settings(text: str) -> dict[str, str]:
    """Return what is set in the text of a run, each as it stands; of two for one name, both."""
    found: dict[str, str] = {}
    for pair in text.split(",")[1:]:
        name, _, value = pair.partition(":")
        name = name.strip().lower()
        found[name] = f"{found[name]} or {value}" if name in found else value
    return found


def _is_refused(spec: Hyperparameter, text: str) -> bool:
    try:
        spec.check(decimal_number(text))
    except LockstepError:
        return True
    return False


def refused_settings(text: str, rule: Rule) -> dict[str, str]:
    """Return the values of hyperparameters that are refused in the text of a run, by their names.

    Examples
    --------
    >>> refused_settings("rmsprop,eta:99,beta:0.5", OPTIMIZERS["rmsprop"])
    {'eta': '99'}
    """
    given = _settings(text)
    return {
        spec.name: given[spec.name]
        for spec in rule.hyperparameters
        if spec.name in given and _is_refused(spec, given[spec.name])
    }


def _readable(text: str) -> Run | None:
    """Return a run with defaults in the place of what is refused; None if there is no such rule."""
    key = text.split(",")[0].strip().lower()
    if key not in OPTIMIZERS:
        return None
    rule = OPTIMIZERS[key]
    refused = refused_settings(text, rule)
    names = {spec.name for spec in rule.hyperparameters} - {*refused}
    return run_of(key, {n: decimal_number(t) for n, t in _settings(text).items() if n in names})


def readable_runs(
    texts: Sequence[str], limits: Limits, default: Run
) -> tuple[tuple[Run, ...], int] | None:
    """Return the runs of an address as far as they can be read, and the place of the first mistake.

    One that has no rule is the default run, so that the others keep their places. None if no rule
    is known, or there are too few or too many: then nothing shows which is meant.
    """
    runs = [_readable(text) for text in texts]
    if not any(runs) or not limits.fewest_runs <= len(runs) <= limits.most_runs:
        return None
    mistaken = (
        k
        for k, run in enumerate(runs)
        if run is None or refused_settings(texts[k], OPTIMIZERS[run.optimizer])
    )
    return tuple(run or default for run in runs), next(mistaken, len(runs) - 1)
