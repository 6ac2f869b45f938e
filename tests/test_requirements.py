"""The pins of pyproject.toml and the two files that scripts/lock writes from it agree."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = PROJECT["project"]["dependencies"]
TEST = PROJECT["dependency-groups"]["test"]

EXPORTS = {"requirements.txt": RUN, "requirements-test.txt": RUN + TEST}
NAME_AND_VERSION = re.compile(r"([a-z0-9-]+)==([0-9][\w.+!]*)")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}")


def blocks(export: str) -> list[str]:
    """Return what an export says of each package: pin, hashes and where it comes from."""
    text = (ROOT / export).read_text(encoding="utf-8")
    return re.findall(r"^[^\s#].*(?:\n\s+.*)*", text, re.MULTILINE)


def pin(block: str) -> str:
    found = NAME_AND_VERSION.match(block)
    assert found, f"no exact pin: {block}"
    return found[0]


@pytest.mark.parametrize("requirement", RUN + TEST)
def test_project_pins_exactly(requirement: str) -> None:
    assert NAME_AND_VERSION.fullmatch(requirement)


@pytest.mark.parametrize("export", EXPORTS)
def test_export_takes_the_project_pins_and_no_others(export: str) -> None:
    direct = [pin(block) for block in blocks(export) if "lockstep (pyproject.toml" in block]
    assert sorted(direct) == sorted(EXPORTS[export]), "run scripts/lock"


def test_test_requirements_hold_those_of_run() -> None:
    # scripts/run trusts this: after scripts/test it installs nothing.
    test = {pin(block) for block in blocks("requirements-test.txt")}
    assert {pin(block) for block in blocks("requirements.txt")} <= test


@pytest.mark.parametrize("export", EXPORTS)
def test_every_package_has_a_hash(export: str) -> None:
    assert [pin(block) for block in blocks(export) if not HASH.search(block)] == []


@pytest.mark.parametrize("export", EXPORTS)
def test_export_names_no_index_and_no_address(export: str) -> None:
    text = (ROOT / export).read_text(encoding="utf-8")
    assert re.findall(r".*(?:://|--index|--extra|--find-links|--trusted).*", text) == []
