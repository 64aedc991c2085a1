"""Documents taken in from files, folders and standard input; what can't be taken in is yielded as an error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from quotepart.errors import DocumentError
from quotepart.extraction.formats.find import find_formats
from quotepart.extraction.formats.format import Format, Taken
from quotepart.extraction.formats.plain import FORMAT as PLAIN
from quotepart.extraction.text.decoding import garbled_note
from quotepart.model.document import Document

STDIN = "-"


def take_in(path: Path, name: str | None = None) -> Iterator[Taken]:
    """Yield the documents of one file, or of all files below a folder in sorted order.

    A document's id is the file's name, below a folder its path from there. In a folder, hidden files and files of no known
    format are passed over; a file named itself must have a known ending.
    """
    if path.is_dir():
        yield from _take_in_folder(path)
        return
    try:
        yield from _take_in_file(path, name or path.name)
    except OSError as fault:
        yield _unreadable(path, fault)


def documents_in(paths: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Taken]:
    """Yield the documents of files, folders and ``-`` (standard input as plain text), one after another.

    A document whose letters were decoded wrongly before it was saved says so in its notes.
    """
    for path in paths:
        is_stdin = str(path) == STDIN
        for taken in PLAIN.read(stdin or sys.stdin.buffer, "stdin") if is_stdin else take_in(Path(path)):
            yield _noted(taken)


def _noted(taken: Taken) -> Taken:
    note = garbled_note(taken.text) if isinstance(taken, Document) else None
    return replace(taken, notes=(*taken.notes, note)) if isinstance(taken, Document) and note else taken


def _take_in_file(path: Path, name: str) -> Iterator[Taken]:
    chosen = _format_of(path)
    if isinstance(chosen, DocumentError):
        yield chosen
        return
    with path.open("rb") as file:
        yield from chosen.read(file, name)


def _format_of(path: Path) -> Format | DocumentError:
    if not path.exists():
        hint = "check the path; put it in quotation marks if it has spaces"
        return DocumentError("there is no such file or folder", where=str(path), hint=hint)
    known = find_formats()
    if chosen := known.get(path.suffix.lower()):
        return chosen
    hint = f"known endings are {', '.join(sorted(known))}; rename the file, or pipe it in with '-'"
    return DocumentError(
        f"no format is known for {path.suffix or 'a file without an ending'}", where=str(path), hint=hint
    )


def _take_in_folder(folder: Path) -> Iterator[Taken]:
    known = find_formats()
    empty = True
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        is_hidden = any(part.startswith(".") for part in inside.parts)
        if is_hidden or path.suffix.lower() not in known or path.is_dir():
            continue
        empty = False
        yield from take_in(path, inside.as_posix())
    if empty:
        hint = f"known endings are {', '.join(sorted(known))}"
        yield DocumentError("the folder holds no document", where=str(folder), hint=hint)


def _unreadable(path: Path, fault: OSError) -> DocumentError:
    why = fault.strerror or type(fault).__name__
    return DocumentError(f"the file can't be read: {why}", where=str(path), hint="check that you may read it")
