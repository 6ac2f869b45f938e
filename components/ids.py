"""The id of everything that a callback, a label or a script refers to: ``<component>-<part>``."""

from __future__ import annotations

from typing import Final

STATE: Final = "state"
CATALOGUE: Final = "catalogue"
NOTICE: Final = "page-notice"

ERROR_FUNCTION_TEXT: Final = "error-function-text"
ERROR_FUNCTION_MESSAGE: Final = "error-function-message"
ERROR_FUNCTION_FORMULA: Final = "error-function-formula"
ERROR_FUNCTION_PRESET: Final = "error-function-preset"
ERROR_FUNCTION_ASKED: Final = "error-function-asked"
ERROR_FUNCTION_ANSWER: Final = "error-function-answer"

OPTIMIZER_PICKER: Final = "optimizer-picker"
OPTIMIZER_FORMULAS: Final = "optimizer-formulas"

STEPS: Final = "steps"
START_W1: Final = "start-w1"
START_W2: Final = "start-w2"

SURFACE_GRAPH: Final = "surface-graph"
SURFACE_CANVAS: Final = "surface-canvas"
SURFACE_HANDLE: Final = "surface-handle"
SURFACE_READOUT: Final = "surface-readout"
SURFACE_HINT: Final = "surface-hint"
SURFACE_VIEW_ASKED: Final = "surface-view-asked"
SURFACE_ZOOM_IN: Final = "surface-zoom-in"
SURFACE_ZOOM_OUT: Final = "surface-zoom-out"
SURFACE_RESET: Final = "surface-reset"

CURVE_GRAPH: Final = "curve-graph"
CURVE_CANVAS: Final = "curve-canvas"
CURVE_READOUT: Final = "curve-readout"
CURVE_SCALE: Final = "curve-scale"

GRADIENT_FORMULA: Final = "gradient-formula"
STEP_INSPECTOR: Final = "step-inspector"
STEP_NUMBER: Final = "step-number"
STEP_SCRUBBER: Final = "step-scrubber"
STEP_BEFORE: Final = "step-before"
STEP_AFTER: Final = "step-after"
STEP_SENTENCE: Final = "step-sentence"
STEP_SAID: Final = "step-said"
STEP_WORKED: Final = "step-worked"

OUTCOME: Final = "outcome"


def control_slider(control: str) -> str:
    """Return the id of a control's slider."""
    return f"{control}-slider"


def control_number(control: str) -> str:
    """Return the id of a control's number box."""
    return f"{control}-number"


def hyperparameter(optimizer: str, name: str) -> str:
    """Return the id of the control of one rule's hyperparameter."""
    return f"hyperparameter-{optimizer}-{name.replace('_', '-')}"


def rule_formula(optimizer: str) -> str:
    """Return the id of a rule's formula."""
    return f"optimizer-formula-{optimizer}"
