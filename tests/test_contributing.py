"""The diffs of CONTRIBUTING.md apply, and do what it says of them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
DIFF = re.compile(r"^```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL)

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


def test_an_optimizer_a_preset_and_a_figure_are_added_as_shown(tmp_path: Path) -> None:
    for part in ("app.py", "settings.py", "assets", "components", "optimizers"):
        source = CHECKOUT / part
        if source.is_dir():
            shutil.copytree(source, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path)
    diffs = DIFF.findall((CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(diffs) == 3
    for diff in diffs:
        subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=diff, text=True, check=True)
    shown = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert shown.stdout.splitlines() == [
        "[[-15.0, 20.0], [-14.8, 19.8], [-14.6, 19.6]]",
        "Sphere | definition",
        "True",
        "True",
    ]
