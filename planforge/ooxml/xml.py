"""Text as XML 1.0 can hold it."""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

#: What XML 1.0 (2.2) forbids: control characters, surrogates, two noncharacters. One of them, and Word opens nothing.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """`text` without the characters that XML can't hold."""
    return _FORBIDDEN.sub("", text)


def escape(text: str) -> str:
    """`text` for an element's content or a quoted attribute; characters that XML can't hold are left out.

    As xml.sax.saxutils does, which would bring in urllib, http and ssl.
    """
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
