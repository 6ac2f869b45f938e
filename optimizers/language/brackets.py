"""Brackets: each one closed, bars told apart, commas in calls only, as many as a function takes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from optimizers.errors import ExpressionError
from optimizers.language.lexemes import Lexeme
from optimizers.language.spelling import mistake
from optimizers.language.vocabulary import FUNCTIONS

_OPERAND_ENDS = frozenset({"NUMBER", "NAME", "SUPERSCRIPT", "_CLOSE", "_BAR_CLOSE"})
_THOUSANDS = re.compile(r"[0-9]{1,3},[0-9]{3}(?![0-9.])")


@dataclass
class _Open:
    """An open bracket or bar, its function if it is a call, and the commas in it so far."""

    lexeme: Lexeme
    function: Lexeme | None = None
    commas: list[Lexeme] = field(default_factory=list)
    is_empty: bool = True


def matched(lexemes: Iterable[Lexeme], typed: str) -> list[Lexeme]:
    """Return lexemes whose brackets match, with opening and closing bars told apart.

    Parameters
    ----------
    lexemes : iterable of Lexeme
        In which a bracket follows every function.
    typed : str
        What a reader typed.

    Raises
    ------
    ExpressionError
        At a bracket without a partner, a comma outside of a call or one that can be a decimal
        comma, a wrong number of arguments, or two numbers side by side.
    """
    found: list[Lexeme] = []
    opened: list[_Open] = []
    for lexeme in lexemes:
        before = found[-1].kind if found else ""
        if lexeme.kind == before == "NUMBER":
            raise mistake(
                typed,
                "Write * between the numbers at position {position}, or join them.",
                lexeme.start,
            )
        if lexeme.kind == "BAR":
            closes = opened and opened[-1].lexeme.kind == "_BAR_OPEN" and before in _OPERAND_ENDS
            lexeme = lexeme.become("_BAR_CLOSE" if closes else "_BAR_OPEN", "|")
        if lexeme.kind in ("_CLOSE", "_BAR_CLOSE"):
            _close(lexeme, opened, typed)
        elif opened:
            opened[-1].is_empty = False
        if lexeme.kind in ("_OPEN", "_BAR_OPEN"):
            opened.append(_Open(lexeme, found[-1] if before == "FUNCTION" else None))
        elif lexeme.kind == "_COMMA":
            if not opened or opened[-1].function is None:
                raise _comma_mistake(lexeme, typed)
            opened[-1].commas.append(lexeme)
        found.append(lexeme)
    if opened:
        last = opened[-1].lexeme
        raise mistake(
            typed, f"Close the '{last.text}' that opens at position {{position}}.", last.start
        )
    return found


def _close(lexeme: Lexeme, opened: list[_Open], typed: str) -> None:
    if not opened or opened[-1].lexeme.kind != lexeme.kind.replace("CLOSE", "OPEN"):
        raise mistake(
            typed,
            f"The '{lexeme.text}' at position {{position}} closes nothing: "
            "open a bracket before it.",
            lexeme.start,
        )
    closed = opened.pop()
    if closed.function is not None and not closed.is_empty:
        _check_arguments(closed, lexeme, typed)


def _check_arguments(call: _Open, end: Lexeme, typed: str) -> None:
    function = call.function
    assert function is not None
    count = len(call.commas) + 1
    decimal = [c for c in call.commas if _is_tight(c, typed)]
    spec = FUNCTIONS[function.text]
    mixed = (
        decimal
        and len(decimal) < len(call.commas)
        and any(typed[c.end : c.end + 1].isspace() for c in call.commas if c not in decimal)
    )
    if mixed or (decimal and not spec.accepts(count) and spec.accepts(count - len(decimal))):
        raise _comma_mistake(decimal[0], typed)
    if spec.accepts(count):
        return
    if function.text in ("log", "log2", "log10") and count == 2:
        first = typed[call.lexeme.end : call.commas[0].start].strip()
        base = typed[call.commas[0].end : end.start].strip()
        instead = f"(log({first})/log({base}))"
        raise mistake(
            typed,
            f"Give {function.text} at position {{position}} one argument: "
            f"write log({first})/log({base}) for a logarithm to another base.",
            function.start,
            end.end,
            instead if typed[function.start : function.end].lower().startswith("l") else None,
        )
    raise mistake(
        typed,
        f"Give {function.text} at position {{position}} {spec.expected_arguments}.",
        function.start,
    )


def _is_tight(comma: Lexeme, typed: str) -> bool:
    """Return whether a comma stands between two digits."""
    around = typed[max(comma.start - 1, 0) : comma.end + 1]
    return len(around) == 3 and around[0].isdigit() and around[2].isdigit()


def _comma_mistake(comma: Lexeme, typed: str) -> ExpressionError:
    where = "The comma at position {position}"
    if not _is_tight(comma, typed):
        return mistake(
            typed, f"{where} is out of place: an error function is one formula.", comma.start
        )
    if any(m.start() <= comma.start < m.end() for m in _THOUSANDS.finditer(typed)):
        return mistake(
            typed,
            f"{where} can stand for thousands or for decimals: "
            "leave it out, or write a point for it.",
            comma.start,
        )
    instead = re.sub(r"(?<=[0-9]),(?=[0-9])", ".", typed[comma.start - 1 :])[1:]
    return mistake(
        typed,
        f"{where} is out of place: write decimals with a point.",
        comma.start,
        len(typed),
        instead,
    )
