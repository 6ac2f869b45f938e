"""A copy of the checkout with the diffs of CONTRIBUTING.md applied."""

import re
import shutil
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
DIFF = re.compile(r"^```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__")


def contribute(copy: Path) -> None:
    """Copy the checkout into a folder that is not there yet, and apply the diffs in it.

    Raises
    ------
    subprocess.CalledProcessError
        If one does not apply; what git says of it is above.
    """
    shutil.copytree(CHECKOUT, copy, ignore=NOT_COPIED)
    diffs = DIFF.findall((CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(diffs) == 3
    for diff in diffs:
        subprocess.run(["git", "apply", "-"], cwd=copy, input=diff, text=True, check=True)
