"""An official file made an edition of the accounts: read, compared with what was known, and saved whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain, count
from pathlib import Path

from quotepart.accounts.account import Account, open_account
from quotepart.accounts.difference import Difference, difference
from quotepart.accounts.edition_files import MARKS, TableRow, rows_of, table_name, table_text, years_of
from quotepart.accounts.imported import save_edition
from quotepart.accounts.sources.description import find_source
from quotepart.accounts.sources.layout import NATIONAL, Place, Printed
from quotepart.accounts.sources.official import Official, read_official
from quotepart.accounts.tables import Table, parse_table, read_table, table_file
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Edition, Source
from quotepart.model.pact import Pact


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """An edition as an official file gives it, ready to be saved.

    ``before`` is what changed since the producer's edition before it, ``held`` what changed against what was known of this very
    edition; each ``None`` where there is none. ``values`` counts the figures that the file gave.
    """

    official: Official
    edition: Edition
    table: str
    values: int
    before: Difference | None
    held: Difference | None

    @property
    def is_known(self) -> bool:
        """Whether every figure is known of this very edition already."""
        return self.held is not None and not self.held.count("new") and not self.held.count("revised")

    @property
    def strangers(self) -> tuple[str, ...]:
        """The labels of rows that were passed over because the pact knows nobody of that name."""
        return tuple(self.official.found.strangers)


def prepare_import(
    pact: Pact, source: str, file: Path, *, published: date | None = None, imports: Path | None = None
) -> Import:
    """Return the edition that the official file of a source gives, compared with what is known; nothing is written.

    Series that were known of this very edition and are not in the file stay in it, each with where it was printed. ``imports`` is
    the folder of the editions imported before. Raises ``UsageError`` for an unknown source and ``SourceError``
    with all faults of the file at once.
    """
    official = read_official(file, find_source(pact, source), pact, published=published)
    account = open_account(pact, imports)
    same = account.pact.editions.get(f"{official.source.producer}:{official.published.isoformat()}")
    same = same if same and same.held != "none" else None
    rows = tuple(_rows(official, pact))
    kept = _kept(rows, same, pact) if same else ()
    rows = (*(row for row, _ in kept), *rows)
    edition, text = _edition(official, rows, dict(_kept_sources(kept)), same), table_text(rows)
    edition = replace(edition, others=_others(rows, pact))
    edition = replace(edition, table=Path(table_name(edition, text)))
    table = parse_table(account.pact, edition, text, Path(edition.table or ""))
    earlier = _edition_before(account, edition)
    return Import(
        official=official,
        edition=edition,
        table=text,
        values=len(official.found.printed),
        before=_difference(account, earlier, table),
        held=_difference(account, same, table),
    )


def save_import(prepared: Import, imports: Path) -> None:
    """Save a prepared edition among the imported ones; the same file saved again leaves the same bytes.

    Raises ``StoreError`` where the folder can't be written to.
    """
    save_edition(imports, prepared.edition, prepared.table)


def _difference(account: Account, before: Edition | None, after: Table) -> Difference | None:
    return difference(account.pact, read_table(account.pact, before), after) if before else None


def _edition_before(account: Account, edition: Edition) -> Edition | None:
    """Return the producer's newest earlier edition that is held, one in full where there is one."""
    earlier = [
        each
        for each in account.editions()
        if each.producer == edition.producer and each.published < edition.published and each.held != "none"
    ]
    full = [each for each in earlier if each.held == "full"]
    return next(iter(full or earlier), None)


def _rows(official: Official, pact: Pact) -> Iterator[TableRow]:
    """Yield one row for each series, entity and unit, in the order of the file."""
    rows: dict[tuple[str, ...], TableRow] = {}
    for each in official.found.printed:
        row = TableRow(_head(each, pact))
        rows.setdefault(row.head, row).cells[each.period + MARKS[each.status]] = f"{each.number:f}"
    yield from rows.values()


def _head(printed: Printed, pact: Pact) -> tuple[str, ...]:
    series = printed.series
    unit = printed.unit if pact.indicators[series.indicator].unit == NATIONAL else ""
    numbers = ("" if each is None else f"{each:f}" for each in (series.scale, series.step))
    return (series.indicator, series.basis, printed.entity, unit, *numbers, series.place)


def _kept(rows: tuple[TableRow, ...], same: Edition, pact: Pact) -> tuple[tuple[TableRow, Source], ...]:
    """Return the rows known of an edition whose series the file does not hold, each with where it was printed.

    Where the file's own source goes by the same key, theirs gets a number.
    """
    file = same.table or pact.accounts / table_file(same)
    series, taken = {row.series for row in rows}, {row.source for row in rows}
    sources = {each.id.rpartition("/")[2]: each for each in same.sources}
    before = [row for row in rows_of(file.read_text(encoding="utf-8")) if row.series not in series]
    keys = {key: _free(key, taken) for key in dict.fromkeys(row.source for row in before)}
    return tuple((row.with_source(keys[row.source]), sources[row.source]) for row in before)


def _free(key: str, taken: set[str]) -> str:
    """Return a key that is not taken yet, and take it."""
    free = next(each for each in chain([key], (f"{key}_{at}" for at in count(2))) if each not in taken)
    taken.add(free)
    return free


def _kept_sources(kept: Iterable[tuple[TableRow, Source]]) -> Iterator[tuple[str, Source]]:
    return ((row.source, source) for row, source in kept)


def _others(rows: Iterable[TableRow], pact: Pact) -> tuple[str, ...]:
    """Return the entities of a table that are no party to the pact, in its order."""
    known = {*pact.members, *pact.groups, *(group.entity for group in pact.groups.values() if group.entity)}
    return tuple(dict.fromkeys(row.entity for row in rows if row.entity not in known))


def _edition(
    official: Official, rows: tuple[TableRow, ...], kept: Mapping[str, Source], same: Edition | None
) -> Edition:
    source, years = official.source, years_of(rows)
    edition_id = f"{source.producer}:{official.published.isoformat()}"
    title = source.title.format(first=years[0], last=years[1]) if years else source.title
    return Edition(
        id=edition_id,
        producer=source.producer,
        published=official.published,
        title=title,
        held=source.held,
        price_base=next(iter(official.found.price_bases), same.price_base if same else None),
        definition=source.definition_on(official.published),
        sources=tuple(_sources(official, edition_id, title, kept)),
        years=years,
        note=source.note,
    )


def _sources(official: Official, edition_id: str, title: str, kept: Mapping[str, Source]) -> Iterator[Source]:
    """Yield where each kept series was printed, then where those of the file are, and which file that was."""
    yield from (replace(source, id=f"{edition_id}/{key}") for key, source in kept.items())
    for key in dict.fromkeys(each.series.place for each in official.found.printed):
        yield _source(official, edition_id, title, official.source.places[key])


def _source(official: Official, edition_id: str, title: str, place: Place) -> Source:
    return Source(
        id=f"{edition_id}/{place.key}",
        title=title if place.title == official.source.title else place.title,
        publisher=official.source.publisher,
        url=place.url,
        place=place.place,
        via=f"{official.file}, SHA-256 {official.sha256}",
        citable=True,
        verification=place.verification,
    )
