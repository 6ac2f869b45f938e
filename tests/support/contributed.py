"""A copy of the checkout with the diffs of docs/adding-*.md applied."""

import re
import shutil
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
DIFF = re.compile(r"^```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "node_modules")


def contribute(copy: Path, *added: str) -> None:
    """Copy the checkout into a new folder and add to it as the pages show, such as "a-preset"."""
    shutil.copytree(CHECKOUT, copy, ignore=NOT_COPIED)
    apply_diffs(copy, *added)


def apply_diffs(copy: Path, *added: str) -> None:
    """Apply the diffs, except those that are applied already, as after following the page."""
    for one in added:
        page = f"docs/adding-{one}.md"
        (diff,) = DIFF.findall((CHECKOUT / page).read_text(encoding="utf-8"))
        if _git_apply(copy, diff, "--reverse", "--check").returncode == 0:
            continue
        applied = _git_apply(copy, diff)
        assert applied.returncode == 0, (
            f"the lines around the diff of {page} have changed: update it\n{applied.stderr}\n{diff}"
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
