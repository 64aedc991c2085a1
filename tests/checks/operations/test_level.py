from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim
from quotepart.checks.operations.level import fits, read
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Period


@pytest.mark.parametrize(
    ("value", "unit", "more", "formula"),
    [
        ("2", "percent_of_gdp", {"who": "DEU"}, "defence_share_gdp[DEU, 2024]"),
        ("90e9", "USD", {"who": "DEU"}, "defence_expenditure[DEU, 2024]"),
        ("90e9", "EUR", {"who": "DEU"}, "defence_expenditure_national[DEU, 2024]"),
        ("30", "percent", {"who": "DEU", "metric": "equipment_share"}, "equipment_share[DEU, 2024]"),
        ("180000", "count", {"who": "DEU", "metric": "personnel"}, "personnel[DEU, 2024]"),
    ],
)
def test_the_series_and_the_unit_of_the_claim_make_the_formula(value, unit, more, formula, make, setting) -> None:
    claim = make("spends", value, unit, **more)
    assert fits(claim, setting("2024-08-01"))
    assert read(claim, setting("2024-08-01"))[0].formulas[0] == formula


def test_europeans_have_a_reading_for_each_group(make, setting) -> None:
    period = Period("2016", "2016")
    found = read(make("spend", "2", "percent_of_gdp", who="NATO_EUROPE", period=period), setting("2024-08-01"))
    assert [each.group for each in found] == ["NATO_EUROPE", "EUROPE_CANADA", "EU"]


def test_a_series_that_is_not_there_is_no_level(make, setting) -> None:
    assert not fits(make("gives", "20e9", "USD", metric="tanks"), setting("2024-08-01"))
    assert not fits(make("spends", "20", "percent"), setting("2024-08-01"))


def test_those_on_active_duty_by_another_list_accuse_nobody(make, setting) -> None:
    for words, accuses in (("La Turquie compte 510 600 actifs", False), ("La Turquie compte 510 600 militaires", True)):
        claim = make(words, "510600", "count", metric="personnel", who="TUR", lang="fr", kind="count")
        assert all(query.may_contradict == accuses for query in read(claim, setting("2024-08-01")))


def test_constant_prices_are_read_where_the_words_ask_for_them(make, setting) -> None:
    words = make("in constant prices Poland spent 27 billion", "27000000000", "USD", who="POL", step="1000000000")
    assert {query.frame.basis for query in read(words, setting("2024-08-01"))} == {"constant"}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("None of the allies spends less than 20 percent of its defence budget on equipment.", "not_checkable"),
        ("Most allies spend more than 20 percent of their defence spending on equipment.", "not_checkable"),
        ("Every ally but Spain spends at least 20 percent of its budget on major equipment.", "not_checkable"),
        ("Neither Poland nor Spain reached 2 percent in 2024.", "contradicted"),
        ("NATO spends more than 20 percent of its defence spending on equipment.", "supported"),
    ],
)
def test_the_share_of_all_together_bears_out_nothing_that_is_said_of_each(judge, text: str, verdict: str) -> None:
    assert judge(text, "2024-07-20", "en").verdict == verdict


def test_where_something_started_is_judged_where_its_year_is_said(extractor: Extractor, account: Account) -> None:
    text = "British defence spending went from 3 percent of GDP in 2014 to 2.3 percent."
    findings = check_claim(text, extractor, account, on="2024-10-23", lang="en")
    assert [finding.verdict for finding in findings] == ["contradicted", "supported"]
