"""Where the system's nginx is."""

import shutil

NAMES = ("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx")


def find_nginx() -> str | None:
    """Return nginx of the system, or None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)
