"""The editions of a pact's accounts: one source file each, beside the table of the same name."""

from __future__ import annotations

from pathlib import Path

from quotepart.model.observation import Edition, Source
from quotepart.pacts import schema
from quotepart.pacts.faults import Faults
from quotepart.pacts.sections import Section, read_section


def read_editions(folder: Path, faults: Faults) -> dict[str, Edition]:
    """Return every edition by its id, which is its file's name with the first hyphen turned into a colon.

    An imported edition names its ``table``, in the folder ``accounts`` beside ``sources``.
    """
    files = sorted(folder.glob("sources/*.toml"))
    sections = {file.stem: read_section(folder, f"sources/{file.name}", faults) for file in files}
    editions = [_edition(folder, name, section) for name, section in sections.items()]
    return {edition.id: edition for edition in editions}


def _edition(folder: Path, name: str, section: Section) -> Edition:
    producer, _, day = name.partition("-")
    if section.text("producer") != producer:
        section.fault("producer", f"is not “{producer}”, as the file's name says")
    edition_id = f"{producer}:{day}"
    table = section.text("table", "")
    edition = Edition(
        id=edition_id,
        producer=producer,
        published=section.day("published"),
        title=section.text("title"),
        held=section.choice("held", schema.HELD),
        price_base=section.integer("price_base"),
        definition=section.text("definition", "standard"),
        sources=tuple(_source(edition_id, key, each) for key, each in section.section("sources").named().items()),
        years=_years(section),
        note=section.text("note", ""),
        table=folder / "accounts" / table if table else None,
        others=section.texts("others"),
    )
    section.close()
    return edition


def _years(section: Section) -> tuple[int, int] | None:
    years = section.integers("years")
    if len(years) == 2 and years[0] <= years[1]:
        return (years[0], years[1])
    if years:
        section.fault("years", "is no span of years; expected [first, last]")
    return None


def _source(edition: str, key: str, section: Section) -> Source:
    return Source(
        id=f"{edition}/{key}",
        title=section.text("title"),
        publisher=section.text("publisher"),
        url=section.text("url"),
        place=section.text("place", ""),
        via=section.text("via", ""),
        citable=section.flag("citable"),
        verification=section.choice("verification", schema.VERIFICATIONS),
    )
