"""What the browser must know of optimizers and presets to act without asking."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from components.kernel_urls import rule_kernel_url
from components.playground.traces import traces
from components.state.limits import LARGEST_COORDINATE, MOST_STEPS, SMALLEST_EXTENT
from components.state.state import default_state, preset_state
from components.ui.palette import palette
from optimizers import OPTIMIZERS
from optimizers.formulas.symbols import plain
from optimizers.language.tokens import MOST_CHARACTERS
from optimizers.preset import Preset
from optimizers.presets import PRESETS
from optimizers.track import track


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Any]:
    """Return defaults, limits, presets, colours and every rule's names, for all figures."""
    default = default_state()
    return {
        "defaults": default.to_json() | {"E": default.E.text},
        "limits": {
            "largest": LARGEST_COORDINATE,
            "smallest": SMALLEST_EXTENT,
            "characters": MOST_CHARACTERS,
            "steps": MOST_STEPS,
        },
        "kernels": {name: rule_kernel_url(name) for name in ("optimizers", "steps")},
        "presets": {preset.key: _scene(preset) for preset in PRESETS},
        "hyperparameters": {
            spec.name: plain(spec.symbol)
            for rule in OPTIMIZERS.values()
            for spec in rule.hyperparameters
        },
        "palette": {theme: palette(theme) for theme in ("light", "dark")},
        "optimizers": {
            key: {
                "name": rule.name,
                "defaults": rule.settings({}),
                "rate": {
                    "name": rule.hyperparameters[0].name,
                    "track": track(rule.hyperparameters[0]).to_json(),
                },
                "traces": traces(rule),
                "symbols": {s.name: plain(s.symbol) for s in rule.state if s.shown}
                | ({"rate": rule.rate.name.replace("ᵢ", "")} if rule.rate else {}),
            }
            for key, rule in OPTIMIZERS.items()
        },
    }


def _scene(preset: Preset) -> dict[str, Any]:
    """Return a preset's name, what to look for, and the part of the state that it sets."""
    state = preset_state(preset).to_json()
    part = {name: state[name] for name in ("E", "view", "start", "steps", "runs", "selected")}
    return {"name": preset.name, "look": preset.look, **part}
