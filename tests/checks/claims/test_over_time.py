from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import claims_in
from quotepart.checks.claims.claim import Actor
from quotepart.checks.claims.over_time import is_in_time, is_of_years, record, run, then_and_now
from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Period


@pytest.mark.parametrize(
    ("lang", "text", "shape", "value", "start"),
    [
        ("en", "German spending has fallen for four consecutive years.", "run", 4, None),
        ("fr", "Les dépenses belges augmentent continuellement depuis 2015.", "run", 0, "2015"),
        ("fr", "Les dépenses belges augmentent depuis une décennie.", "run", 10, None),
        ("en", "German spending is at its highest since 2014.", "record", 1, "2014"),
        ("fr", "L'Italie dépense plus en 2020 qu'en 2016.", "direction", 0, "2016"),
    ],
)
def test_one_year_is_set_against_others(
    lang: str, text: str, shape: str, value: int, start: str | None, extractor: Extractor, account: Account
) -> None:
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert (claim.shape, claim.amount.value) == (shape, value)
    assert (claim.period.start if claim.period else None) == start


def test_the_later_of_two_years_comes_last(make) -> None:
    words = "spends less in 2016 than in 2020"
    (moved,) = then_and_now(make(words, "1", "count", who="ITA", period=Period("2016", "2020")), parties("ITA"))
    assert moved.period == Period("2016", "2020")
    assert moved.amount.qualifier == "more_than"
    assert is_in_time(make(words, "1", "count", period=Period("2016", "2020")))


def test_words_without_years_say_nothing_of_time(make) -> None:
    assert not is_of_years(make("spending rose", "1", "count"), {})
    assert not tuple(run(make("spending rose", "1", "count"), (), {}))
    assert record(make("its highest spending", "1", "count"), parties("ITA")).groups == ("ITA",)


def parties(member: str) -> tuple[Actor, ...]:
    return (Actor(id=member, start=0, end=0),)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("German defence spending rose more in 2024 than in 2023.", "en"),
        ("Les dépenses de défense allemandes ont plus augmenté en 2024 qu'en 2023.", "fr"),
    ],
)
def test_two_rises_that_are_compared_are_no_rise_between_two_years(text: str, lang: str, judge) -> None:
    finding = judge(text, "2024-09-01", lang)
    assert (finding.verdict, finding.reason) == ("not_checkable", "definition")


def test_two_levels_that_are_compared_are_a_rise_between_two_years(judge) -> None:
    assert judge("German defence spending was higher in 2024 than in 2020.", "2024-09-01").verdict == "supported"
