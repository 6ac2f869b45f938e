"""Who follows CONTRIBUTING.md to the letter has what it says, and tests that pass."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.contributed import apply_diffs, contribute

SHOW = """
from app import server
from components.figures import FIGURES
from optimizers import OPTIMIZERS, ErrorFunction, descend
from optimizers.presets import PRESETS

bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
print(descend(bowl, OPTIMIZERS["sign-descent"], (-15, 20), 2).w.round(9).tolist())
print(PRESETS[-1].name, "|", FIGURES[-1].key)
layout = server.test_client().get("/_dash-layout?embed=definition&rule=sign-descent")
print("The rule of Sign descent" in layout.get_data(as_text=True))
kernels = server.test_client().get("/kernels/optimizers.js")
print("descend_sign_descent" in kernels.get_data(as_text=True))
"""

CONCERNED = re.compile(r"\b(?:OPTIMIZERS|PRESETS|FIGURES|EXPECTED|r?glob\()")
"""What a test file has that goes through all rules, presets, figures or files. The others would
say of the copy what they say of the checkout."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("contributed") / "copy"
    contribute(copy)
    return copy


def python(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=copy, capture_output=True, text=True, check=False
    )


def concerned(copy: Path) -> list[str]:
    """Return the test files outside the browser that may notice, but not this one."""
    tests = copy / "tests"
    files = {*tests.glob("test_*.py")} - {tests / Path(__file__).name}
    for folder in ("app", "optimizers", "components"):
        files |= {*(tests / folder).rglob("test_*.py")}
    return sorted(
        str(path.relative_to(copy))
        for path in files
        if CONCERNED.search(path.read_text(encoding="utf-8"))
    )


def test_an_optimizer_a_preset_and_a_figure_are_there(copy: Path) -> None:
    shown = python(copy, "-c", SHOW)
    assert (shown.returncode, shown.stdout.splitlines()) == (
        0,
        [
            "[[-15.0, 20.0], [-14.8, 19.8], [-14.6, 19.6]]",
            "Sphere | definition",
            "True",
            "True",
        ],
    ), shown.stderr


def test_the_tests_of_rules_presets_and_figures_pass(copy: Path) -> None:
    files = concerned(copy)
    assert len(files) >= 30
    tested = python(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files)
    assert re.search(r"^\d{4,} passed in ", tested.stdout, re.MULTILINE), tested.stdout[-5000:]
    assert tested.returncode == 0


def test_what_is_there_already_is_left(copy: Path) -> None:
    registry = copy / "optimizers" / "registry.py"
    text = registry.read_text(encoding="utf-8")
    apply_diffs(copy)
    assert registry.read_text(encoding="utf-8") == text
    assert text.count("SIGN_DESCENT") == 2


def test_what_is_added_is_written_as_the_house_writes(copy: Path) -> None:
    for command in (("check",), ("format", "--check")):
        found = python(copy, "-m", "ruff", *command, "--no-cache", ".")
        assert found.returncode == 0, found.stdout


def test_a_rule_of_which_nothing_is_expected_is_asked_for_its_file(copy: Path) -> None:
    expected = copy / "tests" / "optimizers" / "expected" / "sign_descent.py"
    text = expected.read_text(encoding="utf-8")
    expected.unlink()
    try:
        tested = python(
            copy,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "tests/optimizers/rules/test_rules.py",
        )
    finally:
        expected.write_text(text, encoding="utf-8")
    assert re.findall(r"^FAILED .*::(\w+)", tested.stdout, re.MULTILINE) == [
        "test_every_rule_is_worked_by_hand"
    ]
    assert "add what the new rule is expected to do: ['tests/optimizers/expected/sign" in (
        tested.stdout
    )
