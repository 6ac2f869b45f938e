"""The examples in the docstrings hold."""

import doctest
from importlib import import_module
from pathlib import Path

import optimizers
from optimizers import ErrorFunction, Rule, registry

MODULES = [
    "optimizers",
    "optimizers.amplification",
    "optimizers.descent",
    "optimizers.error_function",
    "optimizers.errors",
    "optimizers.hyperparameter",
    "optimizers.registry",
    "optimizers.rule",
    "optimizers.state",
]

METHODS = [
    (ErrorFunction, "parse"),
    (ErrorFunction, "evaluate"),
    (ErrorFunction, "gradient"),
    (Rule, "apply"),
]
"""What a caller does with it, besides."""


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


def test_all_that_a_caller_is_offered_has_an_example() -> None:
    offered = {name: getattr(optimizers, name).__doc__ for name in optimizers.__all__}
    offered["OPTIMIZERS"] = registry.__doc__  # a constant has no docstring of its own
    offered |= {f"{owner.__name__}.{name}": getattr(owner, name).__doc__ for owner, name in METHODS}
    assert [name for name, text in offered.items() if ">>>" not in text] == []
