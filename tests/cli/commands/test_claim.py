from __future__ import annotations

import json

ADDED = "Les Alliés européens et le Canada ont augmenté leurs dépenses de défense de 41 milliards de dollars."


def test_a_claim_is_judged_then_and_now(quotepart) -> None:
    ended = quotepart("claim", ADDED, "--on", "2018-07-12", "--json")
    assert (ended.code, ended.err) == (0, "")
    (finding,) = [json.loads(line) for line in ended.out.splitlines()]
    assert (finding["verdict"], finding["said_on"], finding["now"]["verdict"]) == ("supported", "2018-07-12", "close")
    assert ADDED[finding["start"] : finding["end"]] == finding["claim"]
    leading = finding["readings"][0]
    assert (leading["group"], leading["from"], leading["to"], leading["basis"]) == (
        "EUROPE_CANADA",
        "2017",
        "2018",
        "constant",
    )
    assert 41.6e9 <= leading["value"] <= 41.75e9


def test_people_read_it_in_the_language_of_the_claim(quotepart) -> None:
    out = quotepart("claim", ADDED, "--on", "2018-07-12").out
    assert out.startswith("Confirmé · 41 milliards de dollars · 12 juillet 2018\n")
    assert quotepart("claim", ADDED, "--on", "2018-07-12", "--words", "en").out.startswith("Supported · ")


def test_a_reading_can_be_forced(quotepart) -> None:
    forced = "added_spending,EUROPE_CANADA,2017..2018,current"
    (finding,) = map(
        json.loads, quotepart("claim", ADDED, "--on", "2018-07-12", "--as", forced, "--json").out.splitlines()
    )
    (reading,) = [each for each in finding["readings"] if each["edition_is"] != "announcement"]
    assert reading["basis"] == "current"
    assert 62e9 <= reading["value"] <= 64e9


def test_a_reading_that_makes_no_sense_is_a_usage_error(quotepart) -> None:
    ended = quotepart("claim", ADDED, "--as", "all of it")
    assert (ended.code, ended.out) == (2, "")
    assert "MEASURE,GROUP,FROM..TO,BASIS" in ended.err


def test_an_empty_claim_is_a_usage_error(quotepart) -> None:
    ended = quotepart("claim", " ")
    assert (ended.code, ended.out) == (2, "")


def test_a_bad_day_is_a_usage_error(quotepart) -> None:
    ended = quotepart("claim", ADDED, "--on", "jeudi")
    assert (ended.code, ended.out) == (2, "")
    assert "--on" in ended.err


def test_what_can_not_be_judged_says_what_would_settle_it(quotepart) -> None:
    ended = quotepart("claim", "Mme Sporsz est la meilleure ministre de Syldavie.", "--on", "2020-01-01", "--json")
    assert ended.code == 0
    (finding,) = [json.loads(line) for line in ended.out.splitlines()]
    assert finding["verdict"] == "not_checkable"
    assert finding["reason"]
    assert finding["settle"]
