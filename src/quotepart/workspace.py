"""The one way in: a pact opened for work, each part of it loaded when it is first used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from quotepart.errors import QuotepartError, UsageError
from quotepart.model.frozen import dataclass
from quotepart.workspace_outlook import LookingAhead

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from quotepart.accounts.account import Account
    from quotepart.accounts.difference import Difference
    from quotepart.accounts.editions import EditionChoice
    from quotepart.accounts.explanation import Explanation
    from quotepart.accounts.imports import Import
    from quotepart.accounts.revision_table import RevisionRow
    from quotepart.accounts.series import Known
    from quotepart.dossier.charts.pictures import Pictures
    from quotepart.dossier.forms import Form
    from quotepart.extraction.extractor import Extractor
    from quotepart.measures.added import Added
    from quotepart.measures.conversion import Converted
    from quotepart.measures.found import Found
    from quotepart.model.dates import Dating
    from quotepart.model.document import Document
    from quotepart.model.entry import Record
    from quotepart.model.finding import Finding
    from quotepart.model.observation import Basis, Membership, Observation
    from quotepart.model.pact import Pact

AddedChoice = tuple["EditionChoice", tuple["Added", ...]]
Read = tuple["Document", "Record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence somebody said on a day (a partial ISO date), by its id."""

    id: str
    text: str
    on: str
    lang: str | None = None
    by: str | None = None


class Workspace(LookingAhead):
    """One pact and all that can be asked of it; what is asked first pays for loading what it needs.

    >>> Workspace.open("nato").pact.id
    'nato'
    """

    def __init__(self, folder: Path, data: Path | None = None) -> None:
        self.folder, self.data = folder, data

    @classmethod
    def open(cls, pact: str | Path = "nato", data: Path | None = None) -> Workspace:
        """Return a workspace on a pact that comes with Quotepart, or on the pact whose folder is at this path.

        ``data`` is the folder that holds what the user imported; without one there is only the pact. Raises ``PactError`` when
        there is no such pact; the pact itself is read when it is first used.
        """
        from quotepart.pacts.find import find_pact

        return cls(find_pact(pact), data)

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
        """The official figures of the pact and those imported; a table is read when a look-up first needs it."""
        from quotepart.accounts.account import open_account

        return open_account(self.pact, self.imports)

    @property
    def imports(self) -> Path | None:
        """The folder of the editions imported for this pact, ``None`` for a workspace without a data folder."""
        from quotepart.accounts.imported import imports_folder

        return imports_folder(self.data, self.pact) if self.data else None

    def series(
        self, members: Iterable[str], indicator: str, *, known_on: date, basis: Basis = "current",
        years: Collection[int] = (), each: bool = False, membership: Membership = "as_published",
    ) -> tuple[Known, ...]:  # fmt: skip
        """Return the series of members or groups, by id or name, from the newest edition known on a day.

        With ``each`` a group stands for every member it has on that day. Raises ``AccountError`` for a name nobody has, with near
        ones, and where nothing had been published.
        """
        from quotepart.accounts.series import known_series

        measure = self.account.find_indicator(indicator)
        named = [self.account.find_entity(member) for member in members]
        without = self.pact.indicators[measure].without
        inside = partial(self.account.members, year=known_on.year, membership="current", on=known_on)
        entities = [one for some in named for one in inside(some) if one not in without] if each else named
        look = partial(known_series, self.account, known_on=known_on, basis=basis, years=years, membership=membership)
        return tuple(row for entity in dict.fromkeys(entities) for row in look(entity, measure))

    def added(self, group: str, *, over: int, until: int, known_on: date) -> AddedChoice:
        """Return what a group spent more than in the year ``over``, added up to ``until``, in every reading.

        From the newest edition held that was published by that day, else from a later one. Raises ``AccountError`` where none
        held has these years.
        """
        from quotepart.measures.added import added_as_known

        return added_as_known(self.account, self.account.find_entity(group), over=over, until=until, known_on=known_on)

    def measure(
        self, name: str, *, known_on: date, years: Collection[int] = (), group: str | None = None,
        without: Iterable[str] = (), edition: str | None = None, basis: Basis | None = None,
        membership: Membership = "as_published", base_year: int | None = None, target: Decimal | int = 2,
        indicator: str | None = None, with_uncitable: bool = False, seed: int | None = None,
    ) -> tuple[Found, ...]:  # fmt: skip
        """Return a measure of sharing, by its name, in each of ``years``, or in the last year that the edition has.

        ``measures.compute`` says what the arguments mean. Raises ``UsageError`` for an unknown measure and ``AccountError`` for
        other unknown names, both with near ones, and where no edition has the years.
        """
        from decimal import Decimal

        from quotepart.measures.compute import compute
        from quotepart.measures.question import SEED

        return compute(
            self.account, name, known_on=known_on, years=years, group=group, without=without, edition=edition, basis=basis,
            membership=membership, base_year=base_year, target=Decimal(target), indicator=indicator,
            with_uncitable=with_uncitable, seed=SEED if seed is None else seed,
        )  # fmt: skip

    def revisions(
        self, indicator: str | None = None, *, entities: Iterable[str] = (), each: bool = False, basis: Basis = "constant"
    ) -> tuple[RevisionRow, ...]:  # fmt: skip
        """Return how much figures of an indicator (the pact's share of GDP) moved between editions, by lag, age and entity.

        The entities are the groups that producers print where none are named, and with ``each`` every member too.
        """
        from quotepart.accounts.revision_table import revision_rows

        series = indicator or self.pact.conventions.share_indicator
        return revision_rows(self.account, series, entities=entities, each=each, basis=basis)

    def convert(
        self, amount: Decimal, unit: str, *, member: str, year: int, to: str | None = None, prices_of: int | None = None,
        known_on: date,
    ) -> Converted:  # fmt: skip
        """Return money of a year in another currency or the prices of another year, by rates that one member's figures imply.

        Raises ``AccountError`` for a currency that is neither the accounts' nor the member's, and where there is no rate.
        """
        from quotepart.measures.conversion import convert

        entity = self.account.find_entity(member)
        return convert(
            self.account, amount, unit, member=entity, year=year, to=to, prices_of=prices_of, known_on=known_on
        )

    @property
    def pictures(self) -> Pictures:
        """The charts of series, measures and revisions of this pact."""
        from quotepart.dossier.charts.pictures import Pictures

        return Pictures(self.account)

    def audit(self) -> None:
        """Read every file of the pact; raises ``PactError`` with all faults of its registers, or of its first other bad file."""
        from quotepart.accounts.corrections import read_corrections
        from quotepart.accounts.sources.description import all_sources

        self.account.read_all()
        read_corrections(self.pact)
        all_sources(self.pact)

    def prepare_import(self, source: str, file: Path, *, published: date | None = None) -> Import:
        """Return the edition that an official file gives, compared with what is known; nothing is saved yet.

        Raises ``UsageError`` for an unknown source, ``SourceError`` with all faults of the file.
        """
        from quotepart.accounts.imports import prepare_import

        return prepare_import(self.pact, source, file, published=published, imports=self.imports)

    def save_import(self, prepared: Import) -> None:
        """Save a prepared edition among the imported ones, where the account sees it from now on.

        Raises ``UsageError`` for a workspace without a data folder, ``StoreError`` where the folder can't be written to.
        """
        from quotepart.accounts.imports import save_import

        if self.imports is None:
            raise UsageError("this workspace has no folder for what is imported", hint="open it with a data folder")
        save_import(prepared, self.imports)
        self.__dict__.pop("account", None)

    def difference(self, before: str, after: str) -> Difference:
        """Return what changed from one edition to another, both by id; raises ``AccountError`` with near ids."""
        return self.account.difference(before, after)

    def months(self, members: Iterable[str], indicator: str, *, known_on: date) -> tuple[Observation, ...]:
        """Return what the newest edition known on a day printed month by month about members, by id or name.

        Raises ``AccountError`` for a name nobody has, with near ones, and where no edition has months.
        """
        from quotepart.accounts.monthly import known_months

        entities = [self.account.find_entity(member) for member in members]
        return known_months(self.account, entities, self.account.find_indicator(indicator), known_on=known_on)

    def explain(self, member: str, indicator: str, year: int, *, known_on: date) -> Explanation:
        """Return what every edition known on a day says of one figure, and why they differ.

        Raises ``AccountError`` for a name nobody has, with near ones, and where no edition has the figure.
        """
        from quotepart.accounts.explanation import explain

        return explain(self.account, member, indicator, year, known_on=known_on)

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
                fault.where = fault.where or taken.id
                yield fault

    def check(
        self, document: Document, record: Record, *, known_on: date | None = None, language: str | None = None
    ) -> tuple[Finding, ...]:
        """Return a finding for each figure of a record that asserts something.

        ``known_on`` is the day by whose accounts to judge, that of the document where none is given; ``language`` is the
        reader's.
        """
        from quotepart.checks.check import check_record

        return check_record(record, document, self.account, known_on=known_on, language=language)

    def language_of(self, text: str, lang: str | None = None) -> str:
        """Return the code of the language that ``text`` is in, the first language of the pact where none is likely.

        Raises ``LanguageError`` when ``lang`` is given and is none that Quotepart reads.
        """
        from quotepart.extraction.languages.find import detect, language_of

        found = language_of(lang) if lang else detect(text)
        return found.code if found else self.pact.conventions.languages[0]

    def claim(
        self, text: str, *, on: str | date, by: str | None = None, lang: str | None = None, language: str | None = None,
        known_on: date | None = None, forced: str | None = None,
    ) -> tuple[Finding, ...]:  # fmt: skip
        """Return the findings on one sentence said on a day, one for each thing it asserts.

        ``forced`` is a reading ``MEASURE,GROUP,FROM..TO,BASIS`` in place of those that the words give. Raises ``UsageError`` when
        there is nothing to judge, or no such reading.
        """
        from quotepart.checks.check import check_claim

        return check_claim(
            text,
            self.extractor,
            self.account,
            on=on,
            by=by,
            lang=lang,
            language=language,
            known_on=known_on,
            forced=forced,
        )

    def claims(
        self, said: Iterable[Said | QuotepartError], *, known_on: date | None = None, language: str | None = None
    ) -> Iterator[tuple[Said, tuple[Finding, ...]] | QuotepartError]:
        """Yield the findings on each sentence, linked to earlier ones, and an error for each that can't be judged."""
        from quotepart.checks.findings.links import Linker

        linker = Linker()
        for each in said:
            if isinstance(each, QuotepartError):
                yield each
                continue
            try:
                found = self.claim(
                    each.text, on=each.on, by=each.by, lang=each.lang, known_on=known_on, language=language
                )
            except QuotepartError as fault:
                fault.where = fault.where or each.id
                yield fault
            else:
                yield each, linker.link(found, each.id)

    def dossier(
        self, read: Sequence[Read], *, form: Form, made_on: date, known_on: date | None = None, language: str | None = None,
        unread: Iterable[QuotepartError] = (),
    ) -> str:  # fmt: skip
        """Return the dossier on documents with their records as text: an HTML page, Markdown or JSON.

        ``language`` is that of most of the documents where none is given. ``made_on`` is the day of making, ``known_on`` the
        day whose editions speak of today.
        """
        from quotepart.dossier.dossier import Unread
        from quotepart.dossier.forms import main_language, write_dossier
        from quotepart.dossier.gather import gather_dossier

        words = language or main_language(record for _, record in read)
        judged = [(document, record, self.check(document, record, language=words)) for document, record in read]
        missing = [Unread(id=fault.where, message=fault.message) for fault in unread]
        found = gather_dossier(judged, self.account, language=words, made_on=made_on, known_on=known_on, unread=missing)
        return write_dossier(found, form, words)


def _with_known(document: Document, lang: str | None, published: Dating | None) -> Document:
    return replace(document, lang=lang or document.lang, published=published or document.published)
