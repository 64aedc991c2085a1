from __future__ import annotations

import csv
import json


def test_show_prints_one_observation_a_line(quotepart) -> None:
    ended = quotepart("accounts", "show", "POL", "--indicator", "defence_share_gdp", "--years", "2023:2024", "--json")
    assert (ended.code, ended.err) == (0, "")
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert [row["year"] for row in rows] == [2023, 2024]
    assert {"member", "indicator", "year", "value", "unit", "basis", "status", "edition", "source"} <= set(rows[0])


def test_show_knows_names_in_every_language(quotepart) -> None:
    ended = quotepart(
        "accounts", "show", "États-Unis", "--indicator", "defence_share_gdp", "--known-on", "2018-07-12", "--csv"
    )
    (row,) = csv.DictReader(ended.out.splitlines())
    assert (row["member"], row["value"], row["edition"]) == ("USA", "3.57", "nato:2018-03-15")


def test_show_for_people_names_the_source(quotepart) -> None:
    ended = quotepart("accounts", "show", "POL", "USA", "--indicator", "defence_share_gdp", "--words", "fr")
    assert ended.code == 0
    assert "3,75" in ended.out
    assert "NATO, Defence Expenditure" in ended.out


def test_an_unknown_member_is_an_error_with_near_names(quotepart) -> None:
    ended = quotepart("accounts", "show", "Polland", "--indicator", "defence_share_gdp")
    assert (ended.code, ended.out) == (3, "")
    assert "Poland (POL)" in ended.err


def test_bad_years_are_a_usage_error(quotepart) -> None:
    ended = quotepart("accounts", "show", "POL", "--indicator", "defence_share_gdp", "--years", "2026:2014")
    assert (ended.code, ended.out) == (2, "")


def test_added_counts_as_the_producer_does(quotepart) -> None:
    """NATO said on 12 July 2018 that Europe and Canada had added 41 billion; its edition of June 2019 gives 41.6 to 41.7."""
    ended = quotepart(
        "accounts",
        "added",
        "--over",
        "2016",
        "--until",
        "2018",
        "--group",
        "EUROPE_CANADA",
        "--known-on",
        "2019-07-01",
        "--json",
    )
    rows = {row["reading"]: row for row in map(json.loads, ended.out.splitlines())}
    assert ended.err == ""
    assert set(rows) == {"real", "nominal", "effort"}
    assert 41.6e9 <= rows["real"]["value"] <= 41.75e9
    assert 62e9 <= rows["nominal"]["value"] <= 64e9
    assert rows["real"]["newcomers"] == ["MNE"]


def test_added_says_when_an_edition_stands_in(quotepart) -> None:
    ended = quotepart(
        "accounts", "added", "--over", "2016", "--until", "2018", "--group", "EUROPE_CANADA", "--known-on", "2018-07-12"
    )
    assert ended.code == 0
    assert "nato:2019-06-25 stands in" in ended.err


def test_added_before_the_base_year_is_an_error(quotepart) -> None:
    ended = quotepart("accounts", "added", "--over", "2018", "--until", "2016", "--group", "EUROPE_CANADA")
    assert (ended.code, ended.out) == (3, "")


def test_editions_are_listed_also_those_not_held(quotepart) -> None:
    rows = [json.loads(line) for line in quotepart("accounts", "editions", "--json").out.splitlines()]
    assert {row["held"] for row in rows} == {"full", "partial", "none"}
    assert rows == sorted(rows, key=lambda row: row["published"], reverse=True)


def test_editions_of_a_day_are_those_published_by_then(quotepart) -> None:
    rows = [
        json.loads(line)
        for line in quotepart("accounts", "editions", "--known-on", "2019-12-31", "--json").out.splitlines()
    ]
    assert max(row["published"] for row in rows) <= "2019-12-31"
