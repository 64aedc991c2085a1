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


def test_import_reads_an_official_file_into_an_edition_of_ones_own(quotepart, tmp_path) -> None:
    rows = [f"x,{member},CRW,10,20,2011" for member in ("SYL", "BOR", "KHE", "NUR", "PDV", "SAT")]
    file = tmp_path / "crews.csv"
    head = ["Last updated,2014-03-01", "Name,Code,Series,2011,2012,Estimates start after"]
    file.write_text("\n".join([*head, *rows]), encoding="utf-8")
    own = ("--pact", "tests/pact", "--data", tmp_path / "own")
    ended = quotepart("accounts", "import", "statistics", file, "--json", "--dry-run", *own)
    assert (ended.code, json.loads(ended.out)["saved_in"]) == (0, None)
    assert not (tmp_path / "own").exists()
    ended = quotepart("accounts", "import", "statistics", file, *own)
    assert (ended.code, ended.err) == (0, "")
    assert "office:2014-03-01: 12 figures read from crews.csv" in ended.out
    shown = quotepart("accounts", "show", "SYL", "--indicator", "crew", "--known-on", "2015-01-01", "--json", *own)
    assert [json.loads(line)["value"] for line in shown.out.splitlines()] == [10000, 20000]
    listed = quotepart("accounts", "editions", "--json", *own)
    imported = {row["id"]: row["is_imported"] for row in map(json.loads, listed.out.splitlines())}
    assert imported == {"office:2014-03-01": True, "league:2023-05-10": False, "league:2024-05-08": False}


def test_import_refuses_with_all_faults_on_stderr(quotepart, tmp_path) -> None:
    file = tmp_path / "crews.csv"
    lines = ["Last updated,2024-03-01", "Name,Code,Series,2022,2024,Estimates start after", "x,SYL,CRW,a,b,2022"]
    file.write_text("\n".join(lines), encoding="utf-8")
    ended = quotepart("accounts", "import", "statistics", file, "--pact", "tests/pact", "--data", tmp_path / "own")
    assert (ended.code, ended.out) == (3, "")
    assert "crews.csv: 4 faults" in ended.err
    for fault in ("row 2, column E: “2024” stands where 2023", "row 3, column D: “a” is no number", "no row for BOR"):
        assert fault in ended.err
    assert not (tmp_path / "own").exists()


def test_import_of_a_source_nobody_describes_is_misuse(quotepart, tmp_path) -> None:
    ended = quotepart("accounts", "import", "natto", tmp_path / "a.xlsx")
    assert ended.code == 2
    assert "known sources: imf, kiel, nato, sipri, worldbank" in ended.err
    ended = quotepart("accounts", "import", "nato", tmp_path / "a.xlsx", "--published", "June 2024")
    assert (ended.code, "--published: “June 2024” is no day" in ended.err) == (2, True)


def test_diff_compares_two_editions(quotepart) -> None:
    ended = quotepart("accounts", "diff", "nato:2024-06-17", "nato:2025-08-28", "--json")
    head, *changes = map(json.loads, ended.out.splitlines())
    assert (ended.code, head["after"]) == (0, "nato:2025-08-28")
    spain = [each for each in changes if each["entity"] == "ESP" and each["period"] == "2024" and each["is_outlier"]]
    assert {each["indicator"] for each in spain} == {"defence_expenditure", "defence_share_gdp"}
    assert quotepart("accounts", "diff", "nato:2024-06-17", "nato:2025-08-29").code == 3


def test_explain_says_why_figures_differ(quotepart) -> None:
    ended = quotepart("accounts", "explain", "Royaume-Uni", "defence_expenditure", "2019", "--words", "fr")
    assert (ended.code, ended.err) == (0, "")
    for said in ("nato:2019-06-25", "prix d’une autre année", "Exercice budgétaire"):
        assert said in ended.out
    ended = quotepart("accounts", "explain", "FRA", "defence_expenditure", "1951")
    assert (ended.code, "no edition held has" in ended.err) == (3, True)


def test_a_series_says_its_definition_and_membership_rule(quotepart) -> None:
    ended = quotepart("accounts", "show", "NATO", "--indicator", "defence_share_gdp", "--years", "2024", "--json")
    (row,) = map(json.loads, ended.out.splitlines())
    assert (row["definition"], row["membership"]) == ("core", "as_published")


def test_every_member_of_a_group_by_itself_as_a_table_and_a_chart(quotepart, tmp_path) -> None:
    asked = ("accounts", "show", "BENELUX", "--each", "--indicator", "defence_share_gdp", "--years", "2014:2024")
    rows = [json.loads(line) for line in quotepart(*asked, "--json").out.splitlines()]
    assert {row["member"] for row in rows} == {"BEL", "NLD", "LUX"}
    for name in ("a.parquet", "a.svg"):
        assert quotepart(*asked, "--target", "2", "-o", tmp_path / name).code == 0
        assert (tmp_path / name).stat().st_size > 500
    assert quotepart(*asked, "--chart", "pie", "-o", tmp_path / "b.svg").code == 2


def test_revisions_are_a_table_with_counts(quotepart, tmp_path) -> None:
    rows = [
        json.loads(line) for line in quotepart("accounts", "revisions", "--member", "FRA", "--json").out.splitlines()
    ]
    assert {row["entity"] for row in rows} == {"MEMBERS", "FRA"}
    assert all(row["count"] > 0 and 0 <= row["p50"] <= row["p90"] <= row["p99"] for row in rows)
    assert quotepart("accounts", "revisions", "-o", tmp_path / "a.svg", "--words", "fr").code == 0


def test_money_in_another_currency_and_other_prices(quotepart) -> None:
    asked = ("accounts", "convert", "41.7e9", "--from", "USD", "--to", "EUR", "--member", "DEU", "--year", "2018")
    shown = json.loads(quotepart(*asked, "--prices-of", "2024", "--json").out)
    assert [step["kind"] for step in shown["steps"]] == ["currency", "prices"]
    assert quotepart(*asked[:-2], "--year", "1900").code == 3


def test_months_are_shown_where_a_source_prints_them(quotepart, tmp_path) -> None:
    lines = ["donor,aid_type_general,measure,month,tot_sub_activity_value_EUR_redistr"]
    lines += [f"Norway,{kind},Allocation,1,1000000" for kind in ("Military", "Financial", "Humanitarian")]
    file = tmp_path / "aid-2022-04-22.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    own = ("--data", tmp_path / "own")
    assert quotepart("accounts", "import", "kiel", file, *own).code == 0
    ended = quotepart("accounts", "months", "Norvège", "--indicator", "ukraine_aid", "--json", *own)
    assert [(row["month"], row["value"]) for row in map(json.loads, ended.out.splitlines())] == [("2022-01", 3_000_000)]
    assert "2022-01" in quotepart("accounts", "months", "NOR", "--indicator", "ukraine_aid", *own).out
    assert quotepart("accounts", "months", "NOR", "--indicator", "gdp", *own).code == 3


def test_announcements_are_editions_of_their_own(quotepart) -> None:
    shown = quotepart("accounts", "editions", "--announced", "--known-on", "2018-07-12", "--json")
    rows = [json.loads(line) for line in shown.out.splitlines()]
    assert max(row["published"] for row in rows) == "2018-07-12"
    assert {row["held"] for row in rows} == {"announcement"}


def test_added_names_a_newer_edition_that_is_not_held_and_agrees_with_show(quotepart) -> None:
    day = ("--known-on", "2019-11-30")
    added = quotepart(
        "accounts", "added", "--over", "2016", "--until", "2018", "--group", "EUROPE_CANADA", "--json", *day
    )
    assert added.err.strip().endswith(
        "nato:2019-11-29, the newest on 2019-11-30, is not held; nato:2019-06-25 stands in"
    )
    shown = quotepart(
        "accounts", "show", "EUROPE_CANADA", "--indicator", "defence_expenditure", "--years", "2016:2018", "--csv", *day
    )
    used = {row["edition"] for row in csv.DictReader(shown.out.splitlines())}
    assert used == {json.loads(added.out.splitlines()[0])["edition"]} == {"nato:2019-06-25"}


def test_a_bare_day_names_an_edition(quotepart) -> None:
    short, whole = (
        quotepart("accounts", "diff", f"{head}2024-06-17", f"{head}2026-07-10", "--json") for head in ("", "nato:")
    )
    assert (short.code, short.out) == (0, whole.out)


def test_the_list_of_editions_says_where_the_announcements_are(quotepart) -> None:
    listed = [json.loads(line) for line in quotepart("accounts", "editions", "--announced", "--json").out.splitlines()]
    assert {row["kind"] for row in listed} == {"announcement"}
    assert all(row["published"] and (row["person"] or row["office"]) and row["measure"] for row in listed)
    assert f"{len(listed)} figures announced without a table" in quotepart("accounts", "editions").out
    assert "announced without" not in quotepart("accounts", "editions", "--known-on", "2010-01-01").out
