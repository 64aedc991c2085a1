"""The one way in: a pact opened for work, each part of it loaded when it is first used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from quotepart.errors import AccountError, QuotepartError

if TYPE_CHECKING:
    from datetime import date

    from quotepart.accounts.account import Account
    from quotepart.accounts.editions import EditionChoice
    from quotepart.accounts.series import Known
    from quotepart.extraction.extractor import Extractor
    from quotepart.measures.added import Added
    from quotepart.model.dates import Dating
    from quotepart.model.document import Document
    from quotepart.model.entry import Record
    from quotepart.model.observation import Basis
    from quotepart.model.pact import Pact
    from quotepart.pledges.states import PledgeState

AddedChoice = tuple["EditionChoice", tuple["Added", ...]]
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

    @cached_property
    def account(self) -> Account:
        """The official figures of the pact; a table is read when a look-up first needs it."""
        from quotepart.accounts.account import open_account

        return open_account(self.pact)

    def series(
        self,
        members: Iterable[str],
        indicator: str,
        *,
        known_on: date,
        basis: Basis = "current",
        years: Collection[int] = (),
    ) -> tuple[Known, ...]:
        """Return the series of members or groups, by id or name, each from the newest edition known on a day.

        Raises ``AccountError`` for a name nobody has, with near ones, and where nothing had been published.
        """
        from quotepart.accounts.series import known_series

        entities = [self.account.find_entity(member) for member in members]
        measure = self.account.find_indicator(indicator)
        return tuple(
            row
            for entity in entities
            for row in known_series(self.account, entity, measure, known_on=known_on, basis=basis, years=years)
        )

    def added(self, group: str, *, over: int, until: int, known_on: date) -> AddedChoice:
        """Return what a group spent more than in the year ``over``, added up to ``until``, in every reading.

        Raises ``AccountError`` where no edition held has these years.
        """
        from quotepart.measures.added import READINGS, added_spending

        entity, years = self.account.find_entity(group), range(over, until + 1)
        measure = self.pact.conventions.main_indicator
        choice = self.account.choose_edition(measure, [entity], years, known_on=known_on, basis="constant")
        if choice.edition is None:
            hint = "`quotepart accounts editions` lists the editions and their years"
            raise AccountError(f"no edition held has {entity} in {over} to {until}", hint=hint)
        look = partial(added_spending, self.account, entity, base_year=over, until=until, edition=choice.edition)
        return choice, tuple(look(reading=reading) for reading in READINGS)

    def pledges(self, members: Iterable[str] = (), *, on: date) -> tuple[PledgeState, ...]:
        """Return where members, or all, stood on a day with every pledge made by then that binds them."""
        from quotepart.pledges.states import states_on

        return states_on(self.account, on, members=[self.account.find_entity(member) for member in members])

    def audit(self) -> None:
        """Read every file of the pact; raises ``PactError`` with all faults of its registers, or of its first bad table."""
        self.account.read_all()

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
        """Yield each document with its record, one at a time, and an error for each that can't be read.

        Raises ``PactError`` at once when the pact itself is broken.
        """
        extract = self.extractor.extract
        for taken in self.documents(paths, lang=lang, published=published):
            if isinstance(taken, QuotepartError):
                yield taken
                continue
            try:
                yield taken, extract(taken)
            except QuotepartError as fault:
                yield fault


def _with_known(document: Document, lang: str | None, published: Dating | None) -> Document:
    return replace(document, lang=lang or document.lang, published=published or document.published)
