"""Where the fuzzing starts: good texts, the hardest ones, the hostile ones, and their words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

from benchmarks.fuzz.targets import WAYS
from benchmarks.understand import HARD
from components.figures import FIGURES
from components.state.address import PARTS
from optimizers import OPTIMIZERS
from optimizers.language.vocabulary import CONSTANTS, FUNCTIONS, VARIABLES
from optimizers.presets import PRESETS
from tests.support.hostile.corpus import CORPUS
from tests.support.optimizers.language_page import TABLE
from tests.support.optimizers.refused import WORDS
from tests.support.optimizers.refused_signs import SIGNS
from tests.support.routes import LAYOUTS, STRICT

FORMULA, ADDRESS, REQUEST = 0, 9, 12
"""The last byte of an input, taken modulo `KINDS`, from which on it is one of these."""

KINDS = 16


LONG = 160
"""Few seeds are longer: what takes long is tried less often."""


def seeds() -> Iterator[bytes]:
    """Yield the inputs to start from: a text, then bytes that say how it is read."""
    texts = [*(p.text for p in PRESETS), *(text[:LONG] for text in CORPUS.values())]
    texts += [*TABLE, *WORDS, *SIGNS]
    hard = [h.longest() for h in HARD[::3]]
    for k, text in enumerate([*texts, *hard]):
        yield text.encode("utf-8", "surrogatepass") + bytes([k % 256, FORMULA])
    for k, text in enumerate([*texts[::4], hard[0]]):
        asked = urlencode({"E": text, "steps": k + 1}, errors="surrogatepass").encode()
        yield asked + bytes([0, ADDRESS])
        yield asked + b"&p=a:2,min:-3,max:3&p=k:25" + bytes([0, ADDRESS])
        for way in range(len(WAYS)):
            yield asked + bytes([3, way, REQUEST])
    for figure in FIGURES:
        embed = f"embed={figure.key}&E=sin(x)*y&start=1,2&run=adam,eta:1&beta=0.5,1&rule=adam"
        yield embed.encode() + bytes([1, 1, REQUEST])
        for path in range(len((*LAYOUTS, *STRICT))):
            yield embed.encode() + bytes([path, 1, REQUEST])
    for key, rule in OPTIMIZERS.items():
        run = ",".join([key, *(f"{h.name}:{h.default:g}" for h in rule.hyperparameters)])
        query = f"start=1,2&steps=7&view=-1,2,-3,4&run={quote(run, safe=',:')}"
        yield query.encode() + bytes([0, ADDRESS])
        yield query.encode() + bytes([3, 1, REQUEST])
    yield b'{"output": "page.children"}' + bytes([0, 2, REQUEST])


def write_dictionary(path: Path) -> None:
    """Write the words that make sense to a parser, in libFuzzer's form."""
    words = [*VARIABLES, *CONSTANTS, *(f"{name}(" for name in FUNCTIONS), "^", "**", ")", "1e-8"]
    words += [f"{name}=" for name in PARTS] + list(OPTIMIZERS) + ["&", "%2B", "eta:", "embed="]
    words += [
        "\\frac{",
        "\\left(",
        "_{1}",
        "[0]",
        "np.",
        "E(w1,w2)=",
        "f(x,y) := ",
        "p=a:",
        ",min:",
    ]
    words += ["__class__", "lambda", "\u00b2", "\u03c0", "\u221a", "|", "1e99", "-100", "\u202e"]
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words)
    path.write_text("".join(f'"{word}"\n' for word in escaped))
