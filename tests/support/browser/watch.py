"""What no page may do while a test drives it."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

LOCAL_SCHEMES = ("about", "blob", "data")

REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  window.reportPolicyViolation(`${event.effectiveDirective} blocked ${event.blockedURI}`));
"""


class Watch:
    """Collects the mistakes of all pages of one browser context.

    Parameters
    ----------
    context : BrowserContext
        Is watched from now on.
    site : str
        The only address that its pages may ask, such as "http://127.0.0.1:8050".

    Attributes
    ----------
    mistakes : list of str
        Console errors, uncaught exceptions, violations of the content security policy, requests
        to another host than the site's, and responses of status 500 and above.
    """

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.mistakes: list[str] = []
        self._context = context
        self._host = urlsplit(site).netloc
        context.on("console", self._on_console)
        context.on("weberror", self._on_web_error)
        context.on("request", self._on_request)
        context.on("response", self._on_response)
        context.expose_function("reportPolicyViolation", self._on_policy_violation)
        context.add_init_script(REPORT_VIOLATIONS)

    def catch_up(self) -> None:
        """Wait for what the open pages have reported so far."""
        for page in self._context.pages:
            page.evaluate("0")  # what the page reported before this has arrived after it

    def take(self) -> list[str]:
        """Return the mistakes so far, and clear the list."""
        mistakes, self.mistakes = self.mistakes, []
        return mistakes

    def finish(self) -> list[str]:
        """Close the context and return the mistakes, the last ones of each page included."""
        self.catch_up()
        self._context.close()
        return self.mistakes

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.mistakes.append(f"console: {message.text}")

    def _on_web_error(self, error: WebError) -> None:
        self.mistakes.append(f"exception: {error.error}")

    def _on_policy_violation(self, violation: str) -> None:
        self.mistakes.append(f"policy: {violation}")

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL_SCHEMES and address.netloc != self._host:
            self.mistakes.append(f"request to another host: {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 500:
            self.mistakes.append(f"status {response.status}: {response.url}")
