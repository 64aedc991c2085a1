"""The one way in: a pact opened for work, each part of it loaded when it is first used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quotepart.errors import QuotepartError

if TYPE_CHECKING:
    from quotepart.extraction.extractor import Extractor
    from quotepart.model.dates import Dating
    from quotepart.model.document import Document
    from quotepart.model.entry import Record
    from quotepart.model.pact import Pact

Read = tuple["Document", "Record"]


class Workspace:
    """One pact and all that can be asked of it; what is asked first pays for loading what it needs.

    >>> Workspace.open("nato").pact.id
    'nato'
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def open(cls, pact: str | Path = "nato") -> Workspace:
        """Return a workspace on a pact that comes with Quotepart, or on the pact whose folder is at this path.

        Raises ``PactError`` when there is no such pact; the pact itself is read when it is first used.
        """
        from quotepart.pacts.find import find_pact

        return cls(find_pact(pact))

    @cached_property
    def pact(self) -> Pact:
        """The pact as loaded from its folder; raises ``PactError`` with all faults of the folder."""
        from quotepart.pacts.load import load_pact

        return load_pact(self.folder)

    @cached_property
    def extractor(self) -> Extractor:
        """What turns documents of this pact into records."""
        from quotepart.extraction.extractor import build_extractor

        return build_extractor(self.pact)

    def documents(
        self, paths: Iterable[str | Path], *, lang: str | None = None, published: Dating | None = None
    ) -> Iterator[Document | QuotepartError]:
        """Yield the documents of files, folders and ``-``, and an error for each input that can't be taken in.

        ``lang`` and ``published`` are what the caller knows of all of them.
        """
        from quotepart.extraction.intake import documents_in

        for taken in documents_in(paths):
            yield taken if isinstance(taken, QuotepartError) else _with_known(taken, lang, published)

    def read(self, document: Document) -> Record:
        """Return the record of ``document``; raises ``LanguageError`` for a language that can't be read."""
        return self.extractor.extract(document)

    def records(
        self, paths: Iterable[str | Path], *, lang: str | None = None, published: Dating | None = None
    ) -> Iterator[Read | QuotepartError]:
        """Yield each document with its record, one at a time, and an error for each that can't be read."""
        for taken in self.documents(paths, lang=lang, published=published):
            if isinstance(taken, QuotepartError):
                yield taken
                continue
            try:
                yield taken, self.read(taken)
            except QuotepartError as fault:
                yield fault


def _with_known(document: Document, lang: str | None, published: Dating | None) -> Document:
    return replace(document, lang=lang or document.lang, published=published or document.published)
