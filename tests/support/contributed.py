"""A copy of the checkout with the diffs of CONTRIBUTING.md applied."""

import re
import shutil
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
DIFF = re.compile(r"^```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__")


def contribute(copy: Path) -> None:
    """Copy the checkout into a folder that is not there yet, and apply the diffs in it."""
    shutil.copytree(CHECKOUT, copy, ignore=NOT_COPIED)
    apply_diffs(copy)


def apply_diffs(copy: Path) -> None:
    """Apply the diffs; one that is there already, as after following the page, is left."""
    diffs = DIFF.findall((CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(diffs) == 3
    for diff in diffs:
        if _git_apply(copy, diff, "--reverse", "--check").returncode == 0:
            continue
        applied = _git_apply(copy, diff)
        assert applied.returncode == 0, (
            "what a diff of CONTRIBUTING.md stands between has changed: write it anew there\n"
            f"{applied.stderr}\n{diff}"
        )


def _git_apply(copy: Path, diff: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "apply", *options, "-"],
        cwd=copy,
        input=diff,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
