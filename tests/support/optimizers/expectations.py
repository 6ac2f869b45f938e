"""Expected values of all rules, collected from ``tests/optimizers/expected/``."""

from importlib import import_module
from pathlib import Path

from tests.support.optimizers.expectation import Expectation

CHECKOUT = Path(__file__).parents[3]
FOLDER = CHECKOUT / "tests" / "optimizers" / "expected"


def file_of(key: str) -> Path:
    """Return the path of a rule's expectation, relative to the checkout."""
    return FOLDER.relative_to(CHECKOUT) / f"{key.replace('-', '_')}.py"


def _load(path: Path) -> Expectation:
    expected = import_module(f"tests.optimizers.expected.{path.stem}").EXPECTED
    assert isinstance(expected, Expectation), path
    return expected


EXPECTED = {path.stem.replace("_", "-"): _load(path) for path in sorted(FOLDER.glob("*.py"))}
"""The expectation of each rule, by its key; its file has the name of the rule's file."""
