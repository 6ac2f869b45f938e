"""JavaScript code generation: what the printed ES modules share."""

from __future__ import annotations

from collections.abc import Container, Iterable

from optimizers.codegen.printer import JAVASCRIPT, print_code
from optimizers.codegen.tape import Assignment
from optimizers.rule import Rule


def settings(rule: Rule) -> str:
    """Return the hyperparameters of a rule, as names in a pattern or a call."""
    return ", ".join(h.name for h in rule.hyperparameters)


def function_name(rule: Rule, task: str) -> str:
    """Return what a rule's function for a task is called."""
    return f"{task}_{rule.key.replace('-', '_')}"


def assignments(
    lines: Iterable[Assignment], indent: str = "  ", declared: Container[str] = ()
) -> str:
    """Return a statement for each line: a declaration, but of names that are `declared`."""
    return "".join(
        f"{indent}{'' if name in declared else 'const '}{name} = {print_code(term, JAVASCRIPT)};\n"
        for name, term in lines
    )
