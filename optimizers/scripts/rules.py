"""The rules of a script: each a short function from the gradient and the state to the step."""

from __future__ import annotations

from collections.abc import Iterable

from optimizers.codegen.printer import Dialect
from optimizers.codegen.trace import past_name
from optimizers.scripts.dialects import assignments
from optimizers.scripts.scene import Run

RULE = '''\
def {name}(g, t, past, {settings}):
    """{title} ({source}): return v(t) and the state at t."""
{past}{lines}    return v, {state}
'''


def rule_functions(runs: Iterable[Run], dialect: Dialect) -> list[str]:
    """Return the functions of the rules of these runs, each once."""
    first = {run.function: run for run in reversed(list(runs))}
    return [_rule(run, dialect) for run in reversed(first.values())]


def _rule(run: Run, dialect: Dialect) -> str:
    names = [state.name for state in run.rule.state]
    return RULE.format(
        name=run.function,
        settings=", ".join(spec.name for spec in run.rule.hyperparameters),
        title=run.rule.name,
        source=run.rule.source,
        past="".join(f'    {past_name(name)} = past["{name}"]\n' for name in names),
        lines=assignments([(line.name, line.term) for line in run.rule.lines], dialect),
        state="{" + ", ".join(f'"{name}": {name}' for name in names) + "}",
    )
