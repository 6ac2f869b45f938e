"""The door of the callbacks, and the sentence that answers through any door."""

import re

SENTENCE = re.compile(r"[^\n]{10,400}[.?]\n?")
CALLBACKS = "/_dash-update-component"
