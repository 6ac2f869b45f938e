"""A library's own optimizers: the rules that it steps as Lockstep does, and why not the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from optimizers.codegen.printer import Dialect
from optimizers.scripts.dialects import Autograd
from optimizers.scripts.function import evaluation
from optimizers.scripts.rules import rule_functions
from optimizers.scripts.scene import Run, Scene

LOOP = '''\
@np.errstate(all="ignore")
def descend({made}):
    """Return w(0), w(1), ... and E there; the run ends where a number is not finite."""
{begin}    path = [np.array(START)]
    E, g = evaluate(path[0])
    errors = [E]
    for _ in range(STEPS):
        if not np.isfinite([E, *g]).all():
            break
{step}        E, g = evaluate(reached)
        if not np.isfinite([*reached, E]).all():
            break
        path.append(reached)
        errors.append(E)
    return np.array(path), np.array(errors)
'''
"""The loop over the steps; a library says how it begins, and how it makes a step."""


def _always(_: Run) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Own:
    """An optimizer of a library that steps as a rule does.

    Parameters
    ----------
    call : str
        How it is made, with the names of the hyperparameters in braces.
    note : str
        What is the same in both, for a comment.
    fits : callable
        Whether it takes the settings of a run.
    refusal : str
        Why it does not.
    """

    call: str
    note: str
    fits: Callable[[Run], bool] = _always
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """The optimizers of a library, and what of a script is written in it.

    Parameters
    ----------
    name : str
        Its name.
    own : mapping of str to Own
        Its optimizers by the key of the rule.
    differs : mapping of str to str
        By the key of a rule: what is different in its optimizer of that name.
    call : str
        How a printed rule is made an optimizer, with ``{rule}``, ``{initial}``, ``{settings}``.
    by_hand : str
        The definition of what is called so.
    dialect : Dialect
        What rules are printed in.
    autograd : Autograd or None
        Its automatic gradient; without one, that of E is printed for NumPy.
    made, begin, step : str
        Of the loop: what it is given, and its lines before the first step and in each.
    why : str
        A comment in front of E.
    framework : str
        Whose automatic gradient it is, where that is not the library's.
    """

    name: str
    own: Mapping[str, Own] = field(hash=False)
    differs: Mapping[str, str] = field(hash=False)
    call: str
    by_hand: str
    dialect: Dialect = field(hash=False)
    autograd: Autograd | None = field(hash=False)
    made: str
    begin: str
    step: str
    why: str = ""
    framework: str = ""

    def parts(self, scene: Scene) -> list[str]:
        """Return the parts of the script of a scene."""
        by_hand = [run for run in scene.runs if not self.is_own(run)]
        first, *others = evaluation(
            scene.error_function, self.autograd, self.framework or self.name
        )
        return [
            self.why + first,
            *others,
            *rule_functions(by_hand, self.dialect),
            *([self.by_hand] if by_hand else []),
            f"RUNS = {{\n{''.join(map(self.entry, scene.runs))}}}\n",
            LOOP.format(made=self.made, begin=self.begin, step=self.step),
        ]

    def is_own(self, run: Run) -> bool:
        """Say whether a run takes the library's optimizer."""
        own = self.own.get(run.rule.key)
        return own is not None and own.fits(run)

    def entry(self, run: Run) -> str:
        """Return the run as an entry of the table of runs, below a comment on its convention."""
        own = self.own.get(run.rule.key)
        if own and own.fits(run):
            note = f"The library's own: {own.note}"
            call = own.call.format(**{name: repr(v) for name, v in run.settings.items()})
        else:
            missing = f"{self.name} has no optimizer of that name"
            note = own.refusal if own else self.differs.get(run.rule.key, missing)
            note = f"By hand: {note}"
            call = self.call.format(rule=run.function, initial=run.initial, settings=run.arguments)
        return f'    # {note}.\n    "{run.label}": {call},\n'
