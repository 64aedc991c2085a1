"""One text for matching: same length as the original, so that every offset found in it holds in the original."""

from __future__ import annotations

import unicodedata

_SPACES = "\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u2004\u2005\u2006\u2008\u205f\u3000\t"
_PIECE = 1 << 16  # characters at a time: while it lowers a text, Python takes twelve bytes for each character
_LETTER = "\u02bc"  # the one apostrophe that counts as a letter
_PLAIN = {" ": _SPACES, "'": "\u2019\u02bc\u2032\u00b4", "-": "\u2010\u2011\u2012\u2212\u00ad"}


def fold(text: str) -> str:
    """Return ``text`` in lower case with one kind of space, apostrophe and hyphen, of exactly the same length.

    Accents and line breaks are kept. Characters whose lower case is longer than they are stay as they are.

    >>> fold("L’OTAN\u00a0: 2\u202f%")
    "l'otan : 2 %"
    """
    if len(text) > _PIECE:
        return "".join(fold(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE))
    lowered = text.lower()
    if lowered.isascii():
        return lowered.replace("\t", " ")
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    elif lowered.isalnum() and _LETTER not in lowered:
        return lowered
    for plain, variants in _PLAIN.items():
        for variant in variants:
            if variant in lowered:  # str.translate looks up each character; these searches are ten times as quick
                lowered = lowered.replace(variant, plain)
    return lowered


def unaccented(folded: str) -> str:
    """Return a folded word without its accents, for words of which some write them and some do not.

    >>> unaccented("sánchez")
    'sanchez'
    """
    if folded.isascii():
        return folded
    return "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))
