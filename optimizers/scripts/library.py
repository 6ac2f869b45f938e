"""A library's own optimizers: the rules that it steps as Lockstep does, and why not the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from optimizers.scripts.scene import Run


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
    """The optimizers of a library.

    Parameters
    ----------
    name : str
        Its name.
    own : mapping of str to Own
        Its optimizers by the key of the rule.
    differs : mapping of str to str
        By the key of a rule: what is different in its optimizer of that name.
    by_hand : str
        How a printed rule is made an optimizer, with ``{rule}``, ``{initial}``, ``{settings}``.
    """

    name: str
    own: Mapping[str, Own] = field(hash=False)
    differs: Mapping[str, str] = field(hash=False)
    by_hand: str

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
            call = self.by_hand.format(
                rule=run.function, initial=run.initial, settings=run.arguments
            )
        return f'    # {note}.\n    "{run.label}": {call},\n'
