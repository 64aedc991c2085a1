"""From bytes to characters: UTF-8 as it is, other encodings found and said, and what is no text refused."""

from __future__ import annotations

import codecs
import re

from quotepart.errors import DocumentError
from quotepart.model.frozen import dataclass

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP archive", b"\x89PNG": "an image", b"\xff\xd8\xff": "an image"}
_MAGIC |= {b"GIF8": "an image", b"\x1f\x8b": "a gzip archive", b"\x7fELF": "a program", b"{\\rtf": "a rich text file"}
_ENCODINGS = ["cp1252", "iso8859_15", "mac_roman", "cp1250", "cp1251", "cp437", "cp850"]
_WESTERN = frozenset("àâäáãåæçéèêëîïíìñôöóòõøœùûüúÿßÀÂÄÇÉÈÊËÎÏÔÖŒÙÛÜ«»‹›‘’“”–—…•·€£§°©®™½²³\xa0")
_MOSTLY = 0.9
_SAMPLE = 65_536
_FEW_FAULTS = 0.02  # of the bytes beyond ASCII: a damaged UTF-8 file, not another encoding
_CONTROLS = bytes(range(1, 9)) + bytes(range(14, 27)) + bytes(range(28, 32))
_MANY_CONTROLS = 0.01
_TRAILS = "\u0080-\u00bf" + "".join(bytes([at]).decode("cp1252", "ignore") for at in range(128, 160))
_GARBLED = re.compile(f"[ÂÃ][{_TRAILS}]|â[{_TRAILS}]{{2}}")  # "Ã©", "â€™": UTF-8 read as Western European
_FEW_GARBLED = 2


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters as decoded, nothing normalised, with what was odd about the bytes."""

    text: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes, where: str) -> Decoded:
    """Return the characters of ``raw``: exactly ``raw.decode("utf-8")`` where it is UTF-8, byte order mark kept.

    Raises ``DocumentError`` when the bytes are empty, no text, or of an encoding that can't be told.
    """
    if not raw.strip():
        raise DocumentError("the file is empty", where=where, hint="give a file with text in it")
    _refuse_magic(raw, where)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_as(raw, encoding, where)
    _refuse_binary(raw, where)
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_other(raw, where)


def garbled_note(text: str) -> str | None:
    """Return a note on a text whose letters were decoded wrongly before it was saved: "Ã©" for "é"; ``None`` for any other.

    The text stays as it is, so that every offset holds.
    """
    found = [match[0] for match in _GARBLED.finditer(text)]
    if len(found) < _FEW_GARBLED:
        return None
    meant = found[0].encode("cp1252", "replace").decode("utf-8", "replace")
    return (
        f"{len(found)} characters are garbled (“{found[0]}” for “{meant}”): UTF-8 that was read as cp1252 before it was "
        "saved; save it anew as UTF-8 from where it comes"
    )


def _refuse_magic(raw: bytes, where: str) -> None:
    for magic, what in _MAGIC.items():
        if raw.startswith(magic):
            hint = "convert it to text, HTML or JSON Lines first"
            raise DocumentError(f"the file is {what}, not text", where=where, hint=hint)


def _refuse_binary(raw: bytes, where: str) -> None:
    sample = raw[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in sample or controls > _MANY_CONTROLS * len(sample):
        hint = "give a text file in UTF-8; text in UTF-16 needs its byte order mark"
        raise DocumentError("the file is binary, not text", where=where, hint=hint)


def _decode_as(raw: bytes, encoding: str, where: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), (f"decoded as {encoding}, not UTF-8",))
    except UnicodeDecodeError as fault:
        hint = "save the file as UTF-8"
        raise DocumentError(
            f"the file says it is {encoding} and is not ({fault.reason})", where=where, hint=hint
        ) from None


def _decode_other(raw: bytes, where: str) -> Decoded:
    """A few broken bytes in UTF-8 are replaced one by one; else the encoding is guessed from a sample."""
    text = raw.decode("utf-8", errors="replace")
    faults = text.count("\ufffd")
    beyond = len(raw) - len(raw.translate(None, bytes(range(128, 256))))
    if faults <= _FEW_FAULTS * beyond:
        return Decoded(text, (f"{faults} broken byte sequences replaced by U+FFFD",))
    if (western := _as_western(raw)) is not None:
        return Decoded(western, ("decoded as cp1252, not UTF-8",))
    from charset_normalizer import from_bytes

    best = from_bytes(_densest(raw), cp_isolation=_ENCODINGS).best()
    if best is None:
        raise DocumentError("the encoding can't be told", where=where, hint="save the file as UTF-8")
    try:
        return Decoded(raw.decode(best.encoding), (f"decoded as {best.encoding}, not UTF-8",))
    except UnicodeDecodeError:
        return Decoded(raw.decode("latin-1"), ("decoded as latin-1, not UTF-8",))


def _as_western(raw: bytes) -> str | None:
    """The text as Windows writes Western Europe, where nearly all its marks and letters are at home there.

    Detectors take short French texts for Central European ones, so the most likely encoding is tried first.
    """
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    beyond = [char for char in text[:_SAMPLE] if ord(char) > 127]
    return text if sum(char in _WESTERN for char in beyond) >= _MOSTLY * len(beyond) else None


def _densest(raw: bytes) -> bytes:
    """The sample around the first bytes beyond ASCII: only they tell encodings apart."""
    first = len(raw) - len(raw.lstrip(bytes(range(128))))
    start = max(0, first - _SAMPLE // 4)
    return raw[start : start + _SAMPLE]
