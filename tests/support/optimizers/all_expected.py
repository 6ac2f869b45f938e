"""The expectations of all rules, gathered from ``expected/``."""

from importlib import import_module
from pathlib import Path

from tests.support.optimizers.expectation import Expectation

CHECKOUT = Path(__file__).parents[3]
FOLDER = CHECKOUT / "tests" / "optimizers" / "expected"


def file_of(key: str) -> Path:
    """Return where the expectation of a rule stands, from the checkout on."""
    return FOLDER.relative_to(CHECKOUT) / f"{key.replace('-', '_')}.py"


def _read(path: Path) -> Expectation:
    expected = import_module(f"tests.optimizers.expected.{path.stem}").EXPECTED
    assert isinstance(expected, Expectation), path
    return expected


EXPECTED = {path.stem.replace("_", "-"): _read(path) for path in sorted(FOLDER.glob("*.py"))}
"""What is expected of each rule, by its key; a file has the name of the rule's own."""
