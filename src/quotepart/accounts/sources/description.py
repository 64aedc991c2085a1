"""A source as its pact describes it: one TOML file in the pact's folder ``readers`` for each producer's official files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import get_args

from quotepart.accounts.sources.find import find_layout_kinds
from quotepart.accounts.sources.layout import Expects, Layout, OfficialSource, Place
from quotepart.errors import PactError, UsageError
from quotepart.model.pact import Pact
from quotepart.pacts import schema
from quotepart.pacts.faults import Faults
from quotepart.pacts.sections import Section, read_section

FOLDER = "readers"
_EXPECTS: tuple[Expects, ...] = get_args(Expects)


def known_sources(pact: Pact) -> tuple[str, ...]:
    """Return the ids of the sources that the pact describes, in alphabetical order."""
    return tuple(sorted(file.stem for file in (pact.folder / FOLDER).glob("*.toml")))


def find_source(pact: Pact, name: str) -> OfficialSource:
    """Return the source with this id.

    Raises ``UsageError`` with the known ids where there is none, and ``PactError`` with all faults of its description.
    """
    if name not in known_sources(pact):
        known = ", ".join(known_sources(pact)) or "none"
        raise UsageError(f"this pact describes no source “{name}”", hint=f"known sources: {known}")
    faults = Faults()
    section = read_section(pact.folder, f"{FOLDER}/{name}.toml", faults)
    source = _source(name, section)
    section.close()
    _check(pact, source, section)
    if faults.found:
        raise PactError.from_faults(str(pact.folder), faults.found)
    return source


def _source(name: str, section: Section) -> OfficialSource:
    publisher, title, url = section.text("publisher"), section.text("title"), section.text("url")
    return OfficialSource(
        id=name,
        producer=section.text("producer"),
        publisher=publisher,
        title=title,
        held=section.choice("held", schema.HELD),
        note=section.text("note", ""),
        layouts={key: _layout(each) for key, each in section.section("layouts").named().items()},
        places={key: _place(key, each, title, url) for key, each in section.section("places").named().items()},
        labels=section.section("labels").as_texts(),
        units=section.section("units").as_texts(),
        definitions=_definitions(section),
        last_year=_span(section, "last_year"),
        expects=section.choice("expects", _EXPECTS, "none"),
        aggregates=section.texts("aggregates"),
        passes_strangers=section.flag("passes_strangers"),
        is_in_parts=section.flag("is_in_parts"),
        has_results=section.flag("has_results"),
        has_met_a_real_file=section.flag("has_met_a_real_file"),
    )


def _layout(section: Section) -> Layout:
    kinds = find_layout_kinds()
    kind = section.choice("kind", tuple(kinds))
    return kinds[kind].describe(section)


def _place(key: str, section: Section, title: str, url: str) -> Place:
    return Place(
        key=key,
        title=section.text("title", title),
        url=section.text("url", url),
        place=section.text("place", ""),
        verification=section.choice("verification", schema.VERIFICATIONS, "cited"),
    )


def _definitions(section: Section) -> tuple[tuple[date, str], ...]:
    return tuple((each.day("since"), each.text("definition")) for each in section.sections("definitions"))


def _span(section: Section, key: str) -> tuple[int, int]:
    ends = section.integers(key)
    if len(ends) == 2 and ends[0] <= ends[1]:
        return (ends[0], ends[1])
    section.fault(key, "is no span; expected [least, most], years counted from the year of publication")
    return (0, 0)


def _check(pact: Pact, source: OfficialSource, section: Section) -> None:
    """Note every series that leads nowhere: an unknown indicator or basis, a place that is not described."""
    for key, layout in source.layouts.items():
        for series in layout.series:
            indicator = pact.indicators.get(series.indicator)
            if indicator is None:
                section.fault(f"layouts.{key}", f"“{series.indicator}” is no indicator of this pact")
            elif series.basis not in indicator.bases:
                section.fault(f"layouts.{key}", f"“{series.indicator}” is not published in {series.basis} prices")
            if series.place not in source.places:
                section.fault(f"layouts.{key}", f"“{series.place}” is none of the places")


def all_sources(pact: Pact) -> Mapping[str, OfficialSource]:
    """Return every source of the pact by its id; raises ``PactError`` for a faulty description."""
    return {name: find_source(pact, name) for name in known_sources(pact)}
