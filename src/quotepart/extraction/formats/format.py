"""What an input format brings: its endings, and how its bytes become documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from quotepart.errors import DocumentError
from quotepart.model.document import Document
from quotepart.model.frozen import dataclass

# The longest transcripts are about one megabyte; what is larger is a collection, or no report at all.
LIMIT = 8 * 1024 * 1024

Taken = Document | DocumentError
Read = Callable[[BinaryIO, str], Iterator[Taken]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file: ``read(file, name)`` yields its documents, and an error for each that can't be taken in.

    ``endings`` are in lower case with their dot. ``read`` keeps no more than ``LIMIT`` bytes at once.
    """

    name: str
    endings: tuple[str, ...]
    read: Read


def read_within_limit(file: BinaryIO, where: str) -> bytes:
    """Return all bytes of ``file``; raises ``DocumentError`` when there are more than ``LIMIT``."""
    raw = file.read(LIMIT + 1)
    if len(raw) > LIMIT:
        hint = "split it, or give its documents as JSON Lines, one a line"
        raise DocumentError(f"the file is larger than {LIMIT // 1024 // 1024} MB", where=where, hint=hint)
    return raw


def hash_of(raw: bytes) -> str:
    """Return the SHA-256 of ``raw`` in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()
