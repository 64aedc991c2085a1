from __future__ import annotations

import csv
from pathlib import Path

import pytest

from quotepart.model import entry, pact
from quotepart.pacts import schema
from quotepart.pacts.find import find_pact

LANGUAGES = ("en", "fr")
TABLES = {
    "sources.csv": schema.SOURCES,
    "members.csv": schema.MEMBERS,
    "offices.csv": schema.OFFICES,
    "meetings.csv": schema.MEETINGS,
    "events.csv": schema.event_columns(LANGUAGES),
    "announcements.csv": schema.ANNOUNCEMENTS,
    "pledges.csv": schema.pledge_columns(LANGUAGES),
    "capabilities.csv": schema.CAPABILITIES,
    "replacement_estimates.csv": schema.replacement_columns(LANGUAGES),
}


@pytest.mark.parametrize("file", TABLES)
def test_the_tables_of_nato_stand_in_the_order_of_the_schema(file: str) -> None:
    with (find_pact("nato") / file).open(encoding="utf-8", newline="") as table:
        assert tuple(next(csv.reader(table))) == TABLES[file]


def test_a_pledge_is_worded_in_every_language_of_its_pact() -> None:
    assert schema.pledge_columns(("en", "de"))[-2:] == ("wording_en", "wording_de")
    assert "wording_fr" not in schema.pledge_columns(("en",))


def test_kinds_of_meeting_are_those_of_the_record() -> None:
    assert set(schema.MEETING_KINDS) == set(entry.MeetingKind.__args__)  # type: ignore[attr-defined]  # a Literal


@pytest.mark.parametrize("file", [*TABLES, "pact.toml", "groups.toml", "indicators.toml", "README.md"])
def test_every_file_and_column_is_explained(file: str) -> None:
    readme = (find_pact("nato") / "README.md").read_text(encoding="utf-8")
    assert f"`{file}`" in readme
    assert not [
        column
        for column in TABLES.get(file, ())
        if f"`{column}`" not in readme and "wording" not in column and not column.startswith(("covers_", "horizon_"))
    ]


def test_the_documentation_speaks_of_the_model() -> None:
    assert pact.Pledge.__doc__ is not None
    assert "README" in pact.Pledge.__doc__


def test_no_table_carries_a_path_of_a_machine() -> None:
    for file in Path(find_pact("nato")).glob("*.csv"):
        text = file.read_text(encoding="utf-8")
        assert not [word for word in ("/work", "/tmp", "/home", "C:\\") if word in text], file.name
