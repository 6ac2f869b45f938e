"""Where programs end a link in a text: patterns modelled on their sources and documentation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

Detector = Callable[[str], str]
"""From a text that begins with a link to the link as the program sees it."""


def _pattern(pattern: str) -> Detector:
    compiled = re.compile(pattern, re.ASCII)

    def detect(text: str) -> str:
        found = compiled.match(text)
        return found.group() if found else ""

    return detect


def _trimmed(pattern: str, ends: str) -> Detector:
    """Return a detector that matches greedily and then leaves out marks at the end."""
    match = _pattern(pattern)
    return lambda text: match(text).rstrip(ends)


def _markdown(text: str) -> str:
    """Detect an extended autolink of GitHub-flavoured Markdown.

    The specification, section 6.9: everything but space and ``<``; then marks at the end are left
    out, unbalanced closing brackets, and what looks like an HTML entity.
    """
    link = re.split(r"[\s<]", text, maxsplit=1)[0]
    while True:
        shorter = link.rstrip("?!.,:*_~'\"")
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        shorter = re.sub(r"&[A-Za-z0-9]+;$", "", shorter)
        if shorter == link:
            return link
        link = shorter


def _chat_brackets(text: str) -> str:
    """Detect as `NSDataDetector` does, as far as its behaviour is documented.

    It is closed source; observed: it takes RFC 3986's characters but ends before marks and quotes
    at the end, and before a closing bracket that opens nowhere.
    """
    link = _pattern(r"https?://[A-Za-z0-9.:\-]+[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*")(text)
    while link and (
        link[-1] in ".,;:!?'\"*-~_" or (link[-1] in ")]" and not re.search(r"[(\[]", link))
    ):
        link = link[:-1]
    return link


HOST = r"https?://[A-Za-z0-9][A-Za-z0-9.\-]*(?::\d{1,5})?"

DETECTORS: Mapping[str, Detector] = MappingProxyType(
    {
        # android.util.Patterns.WEB_URL: PATH_AND_QUERY, then a word boundary; no ^, no quotes.
        "Android": _pattern(
            HOST + r"(?:[/?](?:[a-zA-Z0-9;/?:@&=#~\-.+!*'(),_$]|%[a-fA-F0-9]{2})*)?(?:\b|$|^)"
        ),
        "iOS": _chat_brackets,
        "GitHub Markdown": _markdown,
        # linkify-it, used by markdown-it (Discourse, VS Code, GitLab's preview): src_path takes a
        # mark only where a character of the path follows.
        "markdown-it": _pattern(
            HOST + r"(?:[/?#](?:[^\s<>|()\[\]{}.,\"'?!\-;:*`]|[.,:;!?](?=[^\s.,:;!?)\]}\"'`<>])"
            r"|-(?!-)|\*(?=[^\s*])|\((?:[^\s()<>])*\)|'(?=[^\s]))*)?"
        ),
        # Slack's clients and python-slack's unfurling end at brackets, quotes, | and at marks.
        "Slack": _trimmed(HOST + r"[^\s<>|\"`^\\{}]*", ".,;:!?)]}'*_~-"),
        # mozTXTToHTMLConv::FindURLEnd, abbreviated mode: ends at > < " ` } ] { [ | and space, and
        # at ) without an opening one; then drops . , ; ! ? - : ' at the end.
        "Thunderbird": _trimmed(HOST + r"(?:[^\s<>\"`{}\[\]|()^])*", ".,;!?-:'"),
        # Gmail and Google Groups: the characters of RFC 1738 without quotes, ends at a word.
        "Gmail": _pattern(HOST + r"(?:[/?#][A-Za-z0-9\-._~%!$&*+,;=:@/?#]*[A-Za-z0-9/=&#])?"),
        # WhatsApp for Android and web: as WEB_URL, without marks and underscores at the end.
        "WhatsApp": _trimmed(HOST + r"(?:[/?#][A-Za-z0-9\-._~%&=+,:;/?#@$]*)?", ".,;:!?-_~"),
        # Telegram Desktop, qthelp::RegExpDomain and the loop behind it: ends at < > quotes and
        # brackets that open nowhere, and drops marks at the end.
        "Telegram": _trimmed(
            HOST + r"[^\s<>\"'\u00ab\u00bb\u201c\u201d()\[\]{}^`|]*", ".,;:!?…_~*-"
        ),
        # The pattern that most linkifying scripts copy (Stack Overflow 3890175).
        "copied scripts": _pattern(r"https?://[-A-Za-z0-9+&@#/%?=~_|!:,.;]*[-A-Za-z0-9+&@#/%=~_|]"),
    }
)
"""For each program: what it takes for the link."""

MARKS = (".", ",", ")", "]", ">", '"', "'", "\u201d", "\u00bb", "!", "?", ";", ":", "*")

ENDS = ("", "\n", *MARKS, *(f"{mark} More words." for mark in ("", *MARKS, ").", '".')))
"""What stands behind a link in a text."""
