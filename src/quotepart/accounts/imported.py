"""The editions that a user imported: one folder a pact in the user's data folder, in the layout of the pact's own accounts."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile

from quotepart.accounts.edition_files import name_of, source_text
from quotepart.errors import PactError, StoreError
from quotepart.model.observation import Edition
from quotepart.model.pact import Pact
from quotepart.pacts.editions import read_editions
from quotepart.pacts.faults import Faults


def imports_folder(data: Path, pact: Pact) -> Path:
    """Return where the imported editions of ``pact`` lie in a data folder."""
    return data / pact.id


def read_imported(folder: Path) -> Mapping[str, Edition]:
    """Return the imported editions in ``folder`` by id, none where there is no such folder.

    Raises ``PactError`` with all faults of their source files.
    """
    faults = Faults()
    editions = read_editions(folder, faults) if folder.is_dir() else {}
    if faults.found:
        raise PactError.from_faults(str(folder), faults.found)
    return editions


def with_imported(pact: Pact, folder: Path) -> Pact:
    """Return ``pact`` with the imported editions beside its own; an imported one stands in for the pact's of the same id."""
    imported = read_imported(folder)
    return replace(pact, editions={**pact.editions, **imported}) if imported else pact


def save_edition(folder: Path, edition: Edition, table: str) -> None:
    """Put an edition in place, whole or not at all: its table first, under a name of its own, then the file that names it.

    A process killed at any point leaves the editions as they were before or as they are after. The table of an edition that was
    replaced stays: a process that opened the accounts before may still read it. Raises ``StoreError`` where the folder can't be
    written to.
    """
    source = folder / "sources" / f"{name_of(edition)}.toml"
    try:
        _write(folder / "accounts" / _file(edition), table)
        _write(source, source_text(edition))
    except OSError as fault:
        hint = "name another folder with --data, or in QUOTEPART_DATA"
        raise StoreError(f"the edition can't be saved ({fault.strerror})", where=str(folder), hint=hint) from fault


def _file(edition: Edition) -> str:
    return edition.table.name if edition.table else ""


def _write(file: Path, text: str) -> None:
    """Write a file in one step that is seen as a whole or not at all, also after the power went."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=file.parent, prefix=".", suffix=".part", delete=False
    ) as part:
        try:
            part.write(text)
            part.flush()
            os.fsync(part.fileno())
            Path(part.name).replace(file)
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise
    _settle(file.parent)


def _settle(folder: Path) -> None:
    """Make the names in a folder last, on systems that let a folder be opened."""
    with contextlib.suppress(OSError):
        at = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(at)
        finally:
            os.close(at)
