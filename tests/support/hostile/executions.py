"""Audit events that run code, except formulas as this project prints and compiles them."""

from __future__ import annotations

import re
import sys
from types import CodeType
from typing import Any

from optimizers.codegen.printer import OWN_FUNCTIONS
from optimizers.language.numeric import FLOATS

EXECUTES = ("compile", "exec", "code.__new__", "pickle.find_class")
REACHES_OUT = ("os.", "subprocess.", "socket.", "ctypes.", "shutil.", "urllib.", "tempfile.")
LISTS_FOLDERS = ("os.listdir", "os.scandir")
LIBRARIES = (sys.prefix, sys.base_prefix)
"""Files of libraries, which are loaded at first use."""

PRINTED = "<with_parameters>"
"""The name under which `optimizers.codegen.compiled` compiles a formula."""

# All that printed source consists of: numbers, the vocabulary's calls, numbered names and
# parameters, which are one letter or end in "_".
_WORDS = frozenset({*FLOATS, *OWN_FUNCTIONS, "def", "if", "return"})
_NAMES = re.compile(r"[apx]\d+|with_parameters|evaluate|w[12]|E|g[12]|[A-Za-zα-ω](\d\d?_)?")
_SOURCE = re.compile(r"[A-Za-zα-ω0-9_\s+\-*/(),.<>=!&:]*")
# The part of a formula that has no slope, in its canonical spelling.
_TERM = re.compile(r"(?<=return )'[A-Za-zα-ω0-9_+\-*/^(),.]*'")


def is_execution(event: str, arguments: tuple[Any, ...]) -> bool:
    """Tell whether an audit event runs anything but a formula as this project prints it."""
    if event == "compile":
        text, name = arguments
        return not (name == PRINTED and is_printed(text)) and not _is_of_a_library(name)
    if event == "exec":
        code = arguments[0]
        known = isinstance(code, CodeType) and code.co_filename
        return known != PRINTED and not _is_of_a_library(known)
    if event in LISTS_FOLDERS:
        return False
    return event in EXECUTES or event.startswith(REACHES_OUT)


def _is_of_a_library(name: object) -> bool:
    return isinstance(name, str) and name.startswith(LIBRARIES)


def is_printed(source: object) -> bool:
    """Tell whether source is made of this project's own words only."""
    text = source.decode(errors="replace") if isinstance(source, bytes) else source
    if not isinstance(text, str):
        return False
    text = _TERM.sub("E", text)
    if not _SOURCE.fullmatch(text):
        return False
    words = set(re.findall(r"(?<!\w)[A-Za-z_α-ω]\w*", text))
    return all(word in _WORDS or _NAMES.fullmatch(word) for word in words)
