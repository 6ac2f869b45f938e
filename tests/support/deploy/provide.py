"""Looks for an nginx to test with; scripts/test starts this."""

import os

from tests.support.browser.provide import install_package
from tests.support.deploy.nginx import find_nginx


def main() -> None:
    """Find nginx or install it; where neither succeeds, say that it is not tested with."""
    if find_nginx() is None:
        os.environ["RUNLEVEL"] = "1"  # what is installed need not start a server of its own
        install_package("nginx")
    if find_nginx() is None:
        print("There is no nginx, and none could be installed: it is not tested with.")


if __name__ == "__main__":
    main()
