"""A copy of the checkout with diffs of CONTRIBUTING.md applied."""

import re
import shutil
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
SECTION = re.compile(r"^## (.*?)\n.*?^```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "node_modules")


def contribute(copy: Path, *sections: str) -> None:
    """Copy the checkout into a new folder and apply the diffs of these sections, by heading."""
    shutil.copytree(CHECKOUT, copy, ignore=NOT_COPIED)
    apply_diffs(copy, *sections)


def apply_diffs(copy: Path, *sections: str) -> None:
    """Apply the diffs, except those that are applied already, as after following the page."""
    text = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    diffs = dict(SECTION.findall(text))
    for section in sections:
        diff = diffs[section]
        if _git_apply(copy, diff, "--reverse", "--check").returncode == 0:
            continue
        applied = _git_apply(copy, diff)
        assert applied.returncode == 0, (
            f"the lines around the diff of '{section}' in CONTRIBUTING.md have changed: update it\n"
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
