from __future__ import annotations

import pytest

from quotepart.accounts.sources.description import all_sources, find_source, known_sources
from quotepart.errors import PactError, UsageError
from quotepart.model.pact import Pact
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

HEAD = """
producer = "league"
publisher = "League"
title = "Fleet"
url = "https://league.example"
held = "full"
last_year = [-1, 0]
"""
TABLE = """
[places]
here = { place = "Table 1" }
[layouts.book]
kind = "years_across"
[[layouts.book.tables]]
sheet = "A"
[layouts.book.tables.series]
"""


def described(pact: Pact, text: str) -> str:
    """The faults that a description has."""
    (pact.folder / "readers" / "odd.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PactError) as caught:
        find_source(pact, "odd")
    return str(caught.value)


def test_sources_are_the_files_of_the_folder(league_pact: Pact) -> None:
    assert known_sources(league_pact) == ("fleet", "statistics")
    source = find_source(league_pact, "fleet")
    assert (source.producer, source.last_year, source.aggregates) == ("league", (-1, 0), ("LEAGUE",))
    assert (source.places["contributions"].url, source.places["shares"].url) == (
        "https://league.example/fleet",
        "https://league.example/shares",
    )


def test_an_unknown_source_brings_the_known_ones(league_pact: Pact) -> None:
    with pytest.raises(UsageError, match=r"no source “flet”(.|\n)*known sources: fleet, statistics"):
        find_source(league_pact, "flet")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "producer: is missing"),
        (HEAD + "last_yaer = 3", "last_yaer: is unknown"),
        (HEAD.replace("[-1, 0]", "[1, 0]"), "last_year: is no span"),
        (HEAD + TABLE + '"*" = { indicator = "spending", place = "here" }', "“spending” is no indicator of this pact"),
        (HEAD + TABLE + '"*" = { indicator = "income", place = "there" }', "“there” is none of the places"),
        (
            HEAD + TABLE + '"*" = { indicator = "crew", basis = "constant", place = "here" }',
            "is not published in constant prices",
        ),
        (HEAD + TABLE + '"*" = { indicator = "crew", place = "here", tims = 3 }', "tims: is unknown"),
        (HEAD + TABLE.replace("years_across", "years_down"), "“years_down” is unknown; expected one of aid_activities"),
        (HEAD + TABLE.replace('sheet = "A"', 'sheet = "A"\ncolours = { blue = "guess" }'), "“guess” is unknown"),
        (HEAD + "[places", "is no TOML"),
    ],
)
def test_a_faulty_description_is_said(text: str, fault: str, league_pact: Pact) -> None:
    assert fault in described(league_pact, text)


def test_all_faults_stand_in_one_message(league_pact: Pact) -> None:
    said = described(league_pact, HEAD.replace('held = "full"', 'held = "half"') + "odd = 1")
    assert "2 faults" in said


def test_the_sources_of_the_nato_pact_are_sound() -> None:
    sources = all_sources(load_pact(find_pact("nato")))
    assert {name: source.has_met_a_real_file for name, source in sources.items()} == {
        "imf": False,
        "kiel": False,
        "nato": True,
        "sipri": True,
        "worldbank": False,
    }
