"""Zip archives, measured by unpacking them within bounds before any parser sees them.

What an archive says about its own sizes can be a lie. Each part is unpacked here once, piece by piece, and thrown away: that
bounds size and memory, and finds what is cut off or damaged.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from quotepart.errors import SourceError

MEGABYTE = 1024 * 1024
WHOLE_LIMIT = 256 * MEGABYTE
PART_LIMITS = {"xl/worksheets/": 192 * MEGABYTE, "xl/sharedStrings.xml": 64 * MEGABYTE}
OTHER_PART_LIMIT = 16 * MEGABYTE
PARTS_LIMIT = 2000
_PIECE = 64 * 1024
_DECLARES_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")

DAMAGED = "download it again from its publisher"


def open_archive(raw: bytes, where: str) -> zipfile.ZipFile:
    """Return the archive in ``raw`` once all of its parts were unpacked within bounds.

    Raises ``SourceError`` where it is damaged, too large unpacked, encrypted, or declares XML entities.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        parts = archive.infolist()
        if len(parts) > PARTS_LIMIT:
            raise SourceError(f"it is made of {len(parts)} parts; at most {PARTS_LIMIT} are read", where=where)
        whole = 0
        for part in parts:
            whole += _measure(archive, part, WHOLE_LIMIT - whole, where)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as fault:
        raise SourceError(f"the file is damaged or cut off ({fault})", where=where, hint=DAMAGED) from fault
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of one part of a measured archive."""
    return archive.read(name)


def _measure(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, where: str) -> int:
    if part.flag_bits & 1:
        raise SourceError(f"its part {part.filename} is encrypted", where=where, hint="save it without a password")
    limit = min(left, limit_of(part.filename))
    size, tail = 0, b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > limit:
                raise SourceError(
                    f"its part {part.filename} unpacks to more than {limit // MEGABYTE} MB", where=where,
                    hint="no official file is that large; it is not read",
                )  # fmt: skip
            window = tail + piece
            if part.filename.endswith((".xml", ".rels")) and any(mark in window for mark in _DECLARES_ENTITIES):
                raise SourceError(f"its part {part.filename} declares XML entities", where=where, hint=DAMAGED)
            tail = window[-16:]
    return size


def limit_of(part: str) -> int:
    """Return how many bytes a part of this name may unpack to."""
    return next((limit for start, limit in PART_LIMITS.items() if part.startswith(start)), OTHER_PART_LIMIT)
