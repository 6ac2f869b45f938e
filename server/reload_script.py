"""What a page does when one of its scripts or styles is lost on the way: it starts again.

A server may end a request that is under way: one of its workers was replaced, or a new version is
starting. What a script asks for is asked again by assets/retry.js; a script that did not come can
ask for nothing, so this one stands in the page itself. What came is in the browser's cache by then.
"""

from __future__ import annotations

import base64
import hashlib

SCRIPT = """(() => {
  const pauses = [200, 600, 1800], turn = history.state?.turn ?? 0;
  const lost = "A part of this page did not come: check the connection and reload the page.";
  const again = () => {
    history.replaceState({turn: turn + 1}, "");
    location.reload();
  };
  const tell = () => {
    const said = document.createElement("p");
    said.className = "notice";
    said.role = "alert";
    said.textContent = lost;
    document.body.prepend(said);
  };
  let waits = false;
  addEventListener("error", ({target: {tagName, rel}}) => {
    if (waits || (tagName !== "SCRIPT" && rel !== "stylesheet")) return;
    waits = true;
    if (turn < pauses.length) setTimeout(again, pauses[turn]);
    else if (document.body) tell();
    else addEventListener("DOMContentLoaded", tell);
  }, true);
})();"""
"""It stands before all that can be lost."""

HASH = "'sha256-" + base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode() + "'"
"""What the policy knows it by."""
