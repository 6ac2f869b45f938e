"""Doctests of the package, and an example for everything in its public interface."""

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
    "optimizers.hand_calculation",
    "optimizers.hyperparameter",
    "optimizers.language.parameters",
    "optimizers.numbers",
    "optimizers.registry",
    "optimizers.rule",
    "optimizers.scripts.scene_script",
    "optimizers.state",
    "optimizers.track",
]

METHODS = [
    (ErrorFunction, "parse"),
    (ErrorFunction, "evaluate"),
    (ErrorFunction, "gradient"),
    (Rule, "apply"),
]
"""Public methods."""


def test_doctests() -> None:
    results = {name: doctest.testmod(import_module(name)) for name in MODULES}
    assert {name: result.failed for name, result in results.items()} == dict.fromkeys(MODULES, 0)
    assert min(result.attempted for result in results.values()) >= 1


def test_every_module_with_doctests_is_listed() -> None:
    folder = Path(optimizers.__file__).parent
    found = {
        ".".join(path.relative_to(folder.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in folder.rglob("*.py")
        if ">>>" in path.read_text(encoding="utf-8")
    }
    assert found == set(MODULES)


def test_public_interface_has_examples() -> None:
    public = {name: getattr(optimizers, name).__doc__ for name in optimizers.__all__}
    public["OPTIMIZERS"] = registry.__doc__  # a constant has no docstring of its own
    public |= {f"{owner.__name__}.{name}": getattr(owner, name).__doc__ for owner, name in METHODS}
    assert [name for name, text in public.items() if ">>>" not in text] == []
