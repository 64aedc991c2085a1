from __future__ import annotations

from datetime import date
from pathlib import Path

from quotepart.model.pact import Pact
from quotepart.pacts.editions import read_editions
from quotepart.pacts.faults import Faults

EDITION = """
producer = "league"
published = 2024-05-08
title = "Contributions"
held = "full"
"""


def test_an_edition_is_named_by_its_file(tiny_pact: Pact) -> None:
    edition = tiny_pact.editions["league:2024-05-08"]
    assert (edition.producer, edition.published, edition.price_base) == ("league", date(2024, 5, 8), 2020)
    assert edition.years == (2013, 2024)
    assert [source.id for source in edition.sources] == ["league:2024-05-08/tables"]
    assert edition.sources[0].citable


def test_what_is_not_said_of_an_edition_is_the_usual(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "league-2024-05-08.toml").write_text(EDITION, encoding="utf-8")
    faults = Faults()
    (edition,) = read_editions(tmp_path, faults).values()
    assert faults.found == []
    assert (edition.definition, edition.price_base, edition.sources, edition.years) == ("standard", None, (), None)


def test_a_source_says_what_may_be_done_with_it(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    source = '[sources.tables]\ntitle = "T"\npublisher = "L"\nurl = ""\ncitable = "yes"\nverification = "seen"\n'
    (tmp_path / "sources" / "league-2024-05-08.toml").write_text(EDITION + source, encoding="utf-8")
    faults = Faults()
    read_editions(tmp_path, faults)
    assert [fault.split(": ")[0] for fault in faults.found] == [
        "sources/league-2024-05-08.toml, sources.tables.citable",
        "sources/league-2024-05-08.toml, sources.tables.verification",
    ]


def test_every_edition_of_nato_that_is_held_says_where_it_was_read(nato_pact: Pact) -> None:
    held = [edition for edition in nato_pact.editions.values() if edition.held != "none"]
    assert all(edition.sources for edition in held)
    full = {edition.id for edition in held if edition.held == "full" and edition.producer == "nato"}
    assert full == {"nato:2019-06-25", "nato:2024-06-17", "nato:2025-08-28", "nato:2026-07-10"}


def test_an_imported_edition_names_its_table_and_who_is_no_party_to_the_pact(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    own = 'table = "league-2024-05-08.abc.csv"\nothers = ["RUR"]\n'
    (tmp_path / "sources" / "league-2024-05-08.toml").write_text(EDITION + own, encoding="utf-8")
    faults = Faults()
    edition = read_editions(tmp_path, faults)["league:2024-05-08"]
    assert (edition.table, edition.others) == (tmp_path / "accounts" / "league-2024-05-08.abc.csv", ("RUR",))
    assert faults.found == []
