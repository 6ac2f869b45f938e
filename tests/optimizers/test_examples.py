"""The examples in the docstrings hold."""

import doctest
from importlib import import_module
from pathlib import Path

import optimizers

MODULES = [
    "optimizers",
    "optimizers.amplification",
    "optimizers.error_function",
    "optimizers.descent",
]


def test_examples_in_docstrings_hold() -> None:
    results = {name: doctest.testmod(import_module(name)) for name in MODULES}
    assert {name: result.failed for name, result in results.items()} == dict.fromkeys(MODULES, 0)
    assert min(result.attempted for result in results.values()) >= 1


def test_no_module_with_examples_is_forgotten() -> None:
    folder = Path(optimizers.__file__).parent
    found = {
        f"optimizers.{path.stem}".removesuffix(".__init__")
        for path in folder.glob("*.py")
        if ">>>" in path.read_text(encoding="utf-8")
    }
    assert found == set(MODULES)
