"""Version of a deployment: it changes with everything that decides what is answered."""

import re
import shutil
from pathlib import Path

import pytest

from server import version
from server.version import deployment_version

WITHOUT = shutil.ignore_patterns("vendor", "fonts", "__pycache__")


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the sources, which `deployment_version` looks at from now on."""
    for folder in (*version.SOURCES, "assets"):
        shutil.copytree(version.ROOT / folder, tmp_path / folder, ignore=WITHOUT)
    (tmp_path / "assets" / "dist").mkdir(exist_ok=True)
    monkeypatch.setattr(version, "ROOT", tmp_path)
    return tmp_path


def computed() -> str:
    return deployment_version.__wrapped__()


def test_a_version_is_twelve_digits_and_the_same_for_every_worker(copy: Path) -> None:
    assert re.fullmatch("[0-9a-f]{12}", deployment_version())
    assert computed() == computed() == deployment_version()


@pytest.mark.parametrize(
    "file",
    [
        "optimizers/rules/adam.py",
        "optimizers/language/grammar.lark",
        "components/page.py",
        "server/responses.py",
        "assets/boot.js",
        "assets/dist/manifest.json",
    ],
)
def test_a_change_of_a_source_is_a_new_version(copy: Path, file: str) -> None:
    before = computed()
    with (copy / file).open("a", encoding="utf-8") as text:
        text.write("\n")
    assert computed() != before


def test_another_name_or_library_is_a_new_version(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {computed()}
    (copy / "components" / "page.py").rename(copy / "components" / "pages.py")
    found.add(computed())
    monkeypatch.setattr(version, "version", lambda package: "0.0.1")
    found.add(computed())
    assert len(found) == 3


def test_other_files_change_nothing(copy: Path) -> None:
    before = computed()
    (copy / "components" / "notes.txt").write_text("x", encoding="utf-8")
    (copy / "tests").mkdir()
    (copy / "tests" / "test_x.py").write_text("x", encoding="utf-8")
    assert computed() == before
