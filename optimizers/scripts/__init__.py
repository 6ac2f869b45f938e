"""Scripts: a scene as a Python file that runs without Lockstep, printed from the definitions."""

from optimizers.scripts.scene_script import FLAVOURS, script

__all__ = ["FLAVOURS", "script"]
