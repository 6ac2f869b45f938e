"""The pins of pyproject.toml, what scripts/lock writes from them and docs/dependencies.md agree."""

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
ASKED_FOR_BY = re.compile(r"^    #(?: via|  ) (\S+)", re.MULTILINE)
ROW = re.compile(r"^\| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
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


def name(requirement: str) -> str:
    return requirement.partition("==")[0]


def listed() -> dict[str, str]:
    """Return what docs/dependencies.md says of each package beside its licence."""
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = ROW.findall(page)
    return {package: says for packages, says, _ in rows for package in packages.split(", ")}


@pytest.mark.parametrize("group", ["run", *PROJECT["dependency-groups"]])
def test_a_package_of_the_project_is_on_the_page_of_dependencies(group: str) -> None:
    asked = PROJECT["dependency-groups"].get(group, RUN)
    assert sorted({name(pinned) for pinned in asked} - listed().keys()) == [], (
        "say in docs/dependencies.md what each is for, and its licence"
    )


def test_what_the_packages_need_in_turn_is_on_the_page_with_who_asks_for_it() -> None:
    asked = {name(pin(block)): ASKED_FOR_BY.findall(block) for block in blocks("requirements.txt")}
    in_turn = {package: ", ".join(by) for package, by in asked.items() if "lockstep" not in by}
    assert len(in_turn) > 20
    said = listed()
    assert {package: said.get(package) for package in in_turn} == in_turn, (
        "bring the second table of docs/dependencies.md in line with requirements.txt"
    )
