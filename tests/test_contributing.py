"""The optimizer, preset and figure of docs/adding-*.md, added to a copy of the checkout."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.contributed import apply_diffs, contribute

ADDED = ("an-optimizer", "a-preset", "a-figure")

SOURCES = ("components", "optimizers", "tests/optimizers")

SHOW = """
from app import server
from optimizers import OPTIMIZERS, ErrorFunction, descend
from optimizers.presets import PRESETS

bowl = ErrorFunction.parse("3 w1^2 + 10 w2^2")
print(descend(bowl, OPTIMIZERS["sign-descent"], (-15, 20), 2).w.round(9).tolist())
print(PRESETS[-1].name)
client = server.test_client()
print("descend_sign_descent" in client.get("/kernels/optimizers.js").get_data(as_text=True))
table = client.get("/trajectory.csv?run=sign-descent,eta:0.5&steps=1").get_data(as_text=True)
print(table.splitlines()[-1])
layout = client.get("/layout.json?embed=definition&rule=sign-descent").get_data(as_text=True)
print("The rule of Sign descent" in layout)
"""

CHECK_EXPECTED_VALUES = """
from tests.optimizers.rules.test_rules import test_every_rule_has_expected_values

test_every_rule_has_expected_values()
"""

TESTS_OF_THE_ADDED = "sign-descent or sphere"
"""The keys of the rule and of the preset, which are in the ids of the tests that go through all."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("contributed") / "copy"
    contribute(copy, *ADDED)
    return copy


def python(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env={**os.environ, "LOCKSTEP_DEV": "1"},  # the bundle does not hold what is added
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_is_added_is_in_python_kernel_csv_and_layout(copy: Path) -> None:
    shown = python(copy, "-c", SHOW)
    assert (shown.returncode, shown.stdout.splitlines()) == (
        0,
        [
            "[[-15.0, 20.0], [-14.8, 19.8], [-14.6, 19.6]]",
            "Sphere",
            "True",
            "1 sign-descent,1,-14.5,19.5,4433.25,-90.0,400.0,-0.5,0.5",
            "True",
        ],
    ), shown.stderr


def test_the_tests_of_the_added_rule_and_preset_pass(copy: Path) -> None:
    options = ("-q", "-p", "no:cacheprovider", "-k", TESTS_OF_THE_ADDED)
    tested = python(copy, "-m", "pytest", *options, "tests/optimizers")
    # Scripts for libraries that are not installed are skipped.
    outcome = r"^(\d+) passed, (?:\d+ skipped, )?\d+ deselected in "
    summary = re.search(outcome, tested.stdout, re.MULTILINE)
    assert summary, tested.stdout[-5000:]
    assert int(summary[1]) >= 50
    assert tested.returncode == 0


def test_diffs_that_are_applied_already_change_nothing(copy: Path) -> None:
    registry = copy / "optimizers" / "registry.py"
    text = registry.read_text(encoding="utf-8")
    apply_diffs(copy, *ADDED)
    assert registry.read_text(encoding="utf-8") == text
    assert text.count("SIGN_DESCENT") == 2


def test_what_is_added_passes_lint_and_format(copy: Path) -> None:
    for command in (("check",), ("format", "--check")):
        found = python(copy, "-m", "ruff", *command, "--no-cache", *SOURCES)
        assert found.returncode == 0, found.stdout


def test_a_rule_without_expected_values_fails_with_the_name_of_the_file(copy: Path) -> None:
    expected = copy / "tests" / "optimizers" / "expected" / "sign_descent.py"
    text = expected.read_text(encoding="utf-8")
    expected.unlink()
    try:
        tested = python(copy, "-c", CHECK_EXPECTED_VALUES)
    finally:
        expected.write_text(text, encoding="utf-8")
    assert tested.returncode == 1
    assert (
        "add the expected values of the new rule: ['tests/optimizers/expected/sign" in tested.stderr
    )
