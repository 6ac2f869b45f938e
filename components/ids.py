"""The id of everything that a callback, a label or a script refers to: ``<component>-<part>``."""

from __future__ import annotations

from typing import Final

PAGE: Final = "page"
PAGE_CONTENT: Final = "page-content"
CATALOGUE: Final = "catalogue"
NOTICE: Final = "page-notice"
SHARE: Final = "page-share"
EXPORT: Final = "page-export"
THEME: Final = "page-theme"
WHOLE_PAGE: Final = "page-whole"
SAID: Final = "page-said"

PLAYGROUND: Final = "playground-figure"
STATE: Final = "state"

ERROR_FUNCTION_TEXT: Final = "error-function-text"
ERROR_FUNCTION_MESSAGE: Final = "error-function-message"
ERROR_FUNCTION_FORMULA: Final = "error-function-formula"
ERROR_FUNCTION_PRESET: Final = "error-function-preset"
GALLERY: Final = "gallery"
GALLERY_OPEN: Final = "gallery-open"
ERROR_FUNCTION_MISTAKE: Final = "error-function-mistake"
ERROR_FUNCTION_MISTAKE_PLACE: Final = "error-function-mistake-place"
ERROR_FUNCTION_CARET: Final = "error-function-caret"
ERROR_FUNCTION_USE: Final = "error-function-use"
ERROR_FUNCTION_HELP: Final = "error-function-help"
PARAMETERS: Final = "parameters"

OPTIMIZER_PICKER: Final = "optimizer-picker"
OPTIMIZER_FORMULAS: Final = "optimizer-formulas"
OPTIMIZERS_ASKED: Final = "optimizers-asked"
OPTIMIZERS_WAITING: Final = "optimizers-waiting"

STEPS: Final = "steps"
START_W1: Final = "start-w1"
START_W2: Final = "start-w2"

SURFACE_GRAPH: Final = "surface-graph"
SURFACE_CANVAS: Final = "surface-canvas"
SURFACE_HANDLE: Final = "surface-handle"
SURFACE_TOOLTIP: Final = "surface-tooltip"
SURFACE_HINT: Final = "surface-hint"
SURFACE_UNANSWERED: Final = "surface-unanswered"
SURFACE_NOTE: Final = "surface-note"
SURFACE_ZOOM_IN: Final = "surface-zoom-in"
SURFACE_ZOOM_OUT: Final = "surface-zoom-out"
SURFACE_RESET: Final = "surface-reset"
SURFACE_PAN: Final = "surface-pan"

RUN_LIST: Final = "run-list"
RUN_LIST_ERROR: Final = "run-list-error"
RUN_ADD: Final = "run-add"
FAIR_START: Final = "fair-start"
TABS: Final = "playground-tabs"
EDITOR: Final = "editor"

UNDO: Final = "undo"
REDO: Final = "redo"
RESET: Final = "reset"
LEAD: Final = "lead"

TIME: Final = "time"
TIME_CURSOR: Final = "time-cursor"
ERROR_CHART: Final = "error-chart"
ERROR_FINDING: Final = "error-finding"
ERROR_AXIS: Final = "error-axis"
ERROR_NOTE: Final = "error-note"
TRACE_CHART: Final = "trace-chart"
TRACE_TITLE: Final = "trace-title"
TRACE_FINDING: Final = "trace-finding"
TRACES: Final = "traces"
SCRUBBER: Final = "scrubber"
SCRUBBER_TICKS: Final = "scrubber-ticks"
PLAY: Final = "play"
TIME_FIRST: Final = "time-first"
TIME_BACK: Final = "time-back"
TIME_FORWARD: Final = "time-forward"
TIME_STEP: Final = "time-step"
TIME_SPEED: Final = "time-speed"

RUN_NUMBERS: Final = "run-numbers"

GRADIENT_FORMULA: Final = "gradient-formula"
STEP_INSPECTOR: Final = "step-inspector"
STEP_TITLE: Final = "step-title"
STEP_OPTIMIZER: Final = "step-optimizer"
STEP_SENTENCE: Final = "step-sentence"
STEP_COMPARED: Final = "step-compared"
STEP_WORKED: Final = "step-worked"


TWO_STEPS: Final = "two-steps-"
"""Goes before the id of whatever figure 1 shares with the playground."""

TWO_STEPS_ROOT: Final = "two-steps-figure"
TWO_STEPS_STATE: Final = "two-steps-state"
TWO_STEPS_SCALE: Final = "two-steps-scale"
TWO_STEPS_COVERED: Final = "two-steps-covered"
TWO_STEPS_NUMBERS: Final = "two-steps-numbers"

AMPLIFICATION: Final = "amplification-figure"
AMPLIFICATION_STATE: Final = "amplification-state"
AMPLIFICATION_CATALOGUE: Final = "amplification-catalogue"
AMPLIFICATION_CANVAS: Final = "amplification-canvas"
AMPLIFICATION_HANDLE: Final = "amplification-handle"
AMPLIFICATION_TOOLTIP: Final = "amplification-tooltip"
AMPLIFICATION_PROBE: Final = "amplification-probe"
AMPLIFICATION_PICKER: Final = "amplification-picker"
AMPLIFICATION_RANGE: Final = "amplification-range"
AMPLIFICATION_DECAYS: Final = "amplification-decays"
AMPLIFICATION_DECAYS_LIST: Final = "amplification-decays-list"
AMPLIFICATION_DECAYS_MESSAGE: Final = "amplification-decays-message"
AMPLIFICATION_DECAYS_TILES: Final = "amplification-decays-tiles"
AMPLIFICATION_RULES_TILES: Final = "amplification-rules-tiles"
AMPLIFICATION_NUMBERS: Final = "amplification-numbers"


def notice(figure: str) -> str:
    """Return the id of what a figure says of mistakes in its address."""
    return f"{figure}-notice"


def place(figure: str) -> str:
    """Return the id of the place that a figure is put in."""
    return f"{figure}-place"


def place_asked(figure: str) -> str:
    """Return the id of the Store that asks the server for a figure."""
    return f"{figure}-place-asked"


def control_slider(control: str) -> str:
    """Return the id of a control's slider."""
    return f"{control}-slider"


def control_number(control: str) -> str:
    """Return the id of a control's number box."""
    return f"{control}-number"


def hyperparameters(optimizer: str) -> str:
    """Return the id of the group of one rule's controls."""
    return f"hyperparameters-{optimizer}"


def hyperparameter(optimizer: str, name: str) -> str:
    """Return the id of the control of one rule's hyperparameter."""
    return f"hyperparameter-{optimizer}-{name.replace('_', '-')}"


def two_steps_run(run: int) -> str:
    """Return what goes before the ids of the controls of a run of figure 1, 0 or 1."""
    return f"{TWO_STEPS}{run + 1}-"


def amplification_hyperparameter(optimizer: str, name: str) -> str:
    """Return the id of the control of a hyperparameter in the amplification maps."""
    return f"amplification-{optimizer}-{name.replace('_', '-')}"


def rule_formula(optimizer: str) -> str:
    """Return the id of a rule's formula."""
    return f"optimizer-formula-{optimizer}"


def parameter_number(prefix: str, name: str, part: str) -> str:
    """Return the id of a number box of a parameter: of its value, min, max or step."""
    return f"{prefix}{PARAMETERS}-{name}-{part}"
