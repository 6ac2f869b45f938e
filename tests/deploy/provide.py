"""Makes sure that there is an nginx to test with; scripts/test starts this."""

import os
import sys

from tests.browser.provide import install_package
from tests.deploy.servers import NoNginxError, find_nginx


def main() -> None:
    """Find nginx or install it; exit with an error when neither succeeds."""
    try:
        find_nginx()
    except NoNginxError as error:
        os.environ["RUNLEVEL"] = "1"  # what is installed need not start a server of its own
        install_package("nginx")
        try:
            find_nginx()
        except NoNginxError:
            sys.exit(str(error))


if __name__ == "__main__":
    main()
