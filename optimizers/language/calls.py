"""Calls: ``sin x``, ``√2 x``, ``ln|x|`` and ``sin²(x)`` to calls in brackets.

Where the argument could end in two places, the brackets are asked for.
"""

from __future__ import annotations

from optimizers.errors import ExpressionError
from optimizers.language.lexemes import Lexeme
from optimizers.language.spelling import mistake
from optimizers.language.vocabulary import FUNCTIONS, VARIABLES

_ENDS = ("SIGN", "_CLOSE", "_COMMA", "BAR")
"""What may follow an argument without brackets."""

_WEIGHTS_AND_E = frozenset({*VARIABLES, "e"})
"""Names that end an argument without brackets; π and a parameter are factors in it."""


def with_brackets(lexemes: list[Lexeme], typed: str) -> list[Lexeme]:
    """Return lexemes in which every function is followed by its arguments in brackets.

    Parameters
    ----------
    lexemes : list of Lexeme
        Without words that are not known.
    typed : str
        What a reader typed.

    Raises
    ------
    ExpressionError
        If it is not certain what the argument of a function is.
    """
    return _Calls(lexemes, typed).rewritten()


class _Calls:
    def __init__(self, lexemes: list[Lexeme], typed: str) -> None:
        self.lexemes, self.typed = lexemes, typed
        self.added: dict[int, list[Lexeme]] = {}
        self.removed: set[int] = set()

    def rewritten(self) -> list[Lexeme]:
        for k, lexeme in enumerate(self.lexemes):
            if lexeme.kind == "FUNCTION":
                self.call(k)
        rewritten = []
        for k in range(len(self.lexemes) + 1):
            rewritten += self.added.get(k, [])
            if k < len(self.lexemes) and k not in self.removed:
                rewritten.append(self.lexemes[k])
        return rewritten

    def kind(self, k: int) -> str:
        return self.lexemes[k].kind if k < len(self.lexemes) else "$END"

    def call(self, k: int) -> None:
        """Put brackets around the argument of the function at k, and its power after them."""
        exponent = self.exponent(k + 1)
        start = k + 1 + len(exponent)
        if self.kind(start) == "_OPEN" and not exponent:
            return
        end = self.closed(start) if self.kind(start) == "_OPEN" else self.argument(k, start)
        function = self.lexemes[k]
        if self.kind(start) != "_OPEN":
            self.insert(start, function.become("_OPEN", "("))
            self.insert(end, self.lexemes[end - 1].become("_CLOSE", ")"), first=True)
        if exponent:
            self.insert(k, function.become("_OPEN", "("))
            self.removed.update(range(k + 1, start))
            power = [*exponent, self.lexemes[end - 1].become("_CLOSE", ")")]
            self.added.setdefault(end, []).extend(power)

    def insert(self, k: int, lexeme: Lexeme, first: bool = False) -> None:
        self.added.setdefault(k, []).insert(0 if first else len(self.added[k]), lexeme)

    def exponent(self, k: int) -> list[Lexeme]:
        """Return the power between a function and its argument, as in sin²(x)."""
        if self.kind(k) == "SUPERSCRIPT":
            power = [self.lexemes[k]]
        elif self.kind(k) == "_RAISED":
            signs = 1 if self.kind(k + 1) == "SIGN" else 0
            if self.kind(k + 1 + signs) != "NUMBER":
                raise self.unclear(k - 1)
            power = self.lexemes[k : k + 2 + signs]
        else:
            return []
        if "".join(x.text for x in power).lstrip("^*.") in ("-1", "-1.", "-1.0"):
            name = self.lexemes[k - 1].text
            raise mistake(
                self.typed,
                f"The power -1 of {name} at position {{position}} can be the inverse function "
                f"or 1/{name}: write the one that is meant.",
                power[0].start,
            )
        return power

    def closed(self, k: int) -> int:
        """Return the index after the bracket that closes the one at k."""
        depth = 0
        for end in range(k, len(self.lexemes)):
            depth += (self.kind(end) == "_OPEN") - (self.kind(end) == "_CLOSE")
            if depth == 0:
                return end + 1
        opened = self.lexemes[k]
        raise mistake(self.typed, "Close the '(' that opens at position {position}.", opened.start)

    def argument(self, k: int, start: int) -> int:
        """Return the index after an argument without brackets."""
        function = self.lexemes[k]
        if FUNCTIONS[function.text].arity > 1:
            raise self.unclear(k)
        if self.kind(start) == "BAR":
            return self.between_bars(k, start)
        if self.typed[function.start : function.end][-1:] in "√∛":
            end = start + 1
            known = self.kind(start) in ("NUMBER", "NAME")
            follow = self.lexemes[end] if end < len(self.lexemes) else None
            apart = follow is None or follow.kind in (*_ENDS, "_TIMES", "OVER")
            apart = apart or (
                follow is not None and follow.kind in ("NAME", "FUNCTION") and follow.spaced
            )
        else:
            end, known = self.run(start)
            apart = self.kind(end) in ("$END", *_ENDS) or (
                self.kind(end) == "FUNCTION" and self.lexemes[end].spaced
            )
        if not (known and apart):
            raise self.unclear(k)
        return end

    def run(self, start: int) -> tuple[int, bool]:
        """Return the index after a number, pi and the names of one word, and if there is a name."""
        k, named, spaced_number = start, False, False
        if self.kind(k) == "NUMBER":
            k += 1
            spaced_number = k < len(self.lexemes) and self.lexemes[k].spaced
        number_only = k
        while self.kind(k) == "NAME":
            name = self.lexemes[k]
            if name.text not in _WEIGHTS_AND_E:
                spaced_number = False
            elif spaced_number or (named and name.spaced):
                break
            named = named or name.text in _WEIGHTS_AND_E
            k += 1
        known = k > start
        if named and self.kind(k) == "SUPERSCRIPT":
            k += 1
        elif named and self.kind(k) == "_RAISED" and self.kind(k + 1) == "NUMBER":
            k += 2
        return k, known and (k > number_only or not spaced_number or self.kind(k) != "NAME")

    def between_bars(self, k: int, start: int) -> int:
        """Return the index after the bar that closes the one at start, if it certainly does."""
        depth = 0
        for end in range(start + 1, len(self.lexemes)):
            depth += (self.kind(end) == "_OPEN") - (self.kind(end) == "_CLOSE")
            if self.kind(end) == "BAR" and depth == 0:
                if end == start + 1 or self.kind(end + 1) in ("BAR", "_RAISED", "SUPERSCRIPT"):
                    raise self.unclear(k)
                return end + 1
        raise self.unclear(k)

    def unclear(self, k: int) -> ExpressionError:
        name = self.lexemes[k]
        return mistake(
            self.typed,
            f"Put the argument of {name.text} at position {{position}} in brackets, "
            f"as in {name.text}(w1{', w2' if FUNCTIONS[name.text].arity > 1 else ''}).",
            name.start,
        )
