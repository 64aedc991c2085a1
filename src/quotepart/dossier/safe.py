"""Text of strangers made fit to show: no control characters, and none that turn the reading direction about."""

from __future__ import annotations

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LIST_START = re.compile(r"^([ \t]*)(?:(\d+)([.)])(?=\s|$)|([-+=]))", re.MULTILINE)


def shown(text: str) -> str:
    """Return ``text`` with each character that must not be shown as U+FFFD, and of the same length.

    Control characters and lone surrogates break markup; overrides of direction make "14" look like "41".
    """
    return _UNFIT.sub("\ufffd", text)


def escape_markdown(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is.

    >>> escape_markdown("<b> 2. [x](javascript:y)")
    '\\\\<b\\\\> 2. \\\\[x\\\\](javascript:y)'
    """
    escaped = _SPECIAL.sub(r"\\\1", shown(text))
    return _LIST_START.sub(lambda m: f"{m[1]}{m[2]}\\{m[3]}" if m[2] else f"{m[1]}\\{m[4]}", escaped)
