"""Bodies of callbacks as the page sends them."""

from __future__ import annotations

from typing import Any

import app
from components import ids


def asking(query: object, store: str = ids.ERROR_FUNCTION_ASKED) -> dict[str, Any]:
    """Return what the page sends when it put a query into a store."""
    output, callback = next(
        (output, callback)
        for output, callback in app.app.callback_map.items()
        if callback["inputs"][0]["id"] == store
    )
    named = [part.rpartition(".") for part in output.strip(".").split("...")]
    outputs = [{"id": identity, "property": name} for identity, _, name in named]
    changed = callback["inputs"][0]
    return {
        "output": output,
        "outputs": outputs if output.startswith("..") else outputs[0],
        "inputs": [{**changed, "value": query}],
        "changedPropIds": ["{id}.{property}".format(**changed)],
        "parsedChangedPropsIds": ["{id}.{property}".format(**changed)],
    }
