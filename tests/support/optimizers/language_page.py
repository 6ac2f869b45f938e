"""What docs/language.md says of texts: how each is read, or that it is refused."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "language.md"
ROWS = re.findall(r"^\| `(.+?)` \| `?(.+?)`? \|$", PAGE.read_text(encoding="utf-8"), re.M)
TABLE = {typed.replace("¦", "|"): read for typed, read in ROWS}
