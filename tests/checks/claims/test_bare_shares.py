from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import claims_in
from quotepart.checks.claims.bare_shares import bare_shares, shares_beside
from quotepart.checks.claims.claim import Actor
from quotepart.extraction.extractor import Extractor


def named(text: str, **words: str) -> tuple[Actor, ...]:
    return tuple(
        Actor(id=each, start=text.index(word), end=text.index(word) + len(word), kind="member")
        for each, word in words.items()
    )


def test_a_decimal_behind_at_is_a_share_of_whoever_is_named_last(make) -> None:
    text = "Italy is at 1.5 and Poland is at 4.1"
    found = list(bare_shares(make(text, "0", "count"), named(text, ITA="Italy", POL="Poland")))
    assert [(each.groups, each.amount.value, each.unit) for each in found] == [
        (("ITA",), Decimal("1.5"), "percent_of_gdp"),
        (("POL",), Decimal("4.1"), "percent_of_gdp"),
    ]


def test_a_number_of_something_else_is_no_share(make) -> None:
    text = "Italy has 1.5 million more than Poland"
    assert not list(bare_shares(make(text, "0", "count"), named(text, ITA="Italy", POL="Poland")))
    assert not list(shares_beside(make("they go to 1.5", "0", "count"), ()))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Italy is at 1.5 percent of GDP, whereas Poland, in actual numbers, is at 4.1."),
        ("fr", "L'Italie est à 1,5 % du PIB, tandis que la Pologne, en chiffres réels, est à 4,1."),
    ],
)
def test_a_share_without_a_unit_stands_beside_one_in_full(
    lang: str, text: str, extractor: Extractor, account: Account
) -> None:
    claims = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert [(claim.groups, str(claim.amount.value)) for claim in claims] == [(("ITA",), "1.5"), (("POL",), "4.1")]


@pytest.mark.parametrize("by", [None, "Donald Trump"])
@pytest.mark.parametrize("text", ["Germany is at 1.2 and we are at 4.2.", "Germany is at 1.2% and we are at 4.2%."])
def test_we_are_whoever_speaks_and_nobody_that_is_named(
    by: str | None, text: str, extractor: Extractor, account: Account
) -> None:
    claims = claims_in(text, extractor, account, on="2024-08-01", by=by, lang="en")
    assert [claim.groups for claim in claims] == [("DEU",), ("USA",) if by else ()]


def test_we_are_those_of_the_place_where_we_are(extractor: Extractor, account: Account) -> None:
    claims = claims_in("Here in Italy we spend 1.5% of GDP on defence.", extractor, account, on="2024-08-01", lang="en")
    assert [claim.groups for claim in claims] == [("ITA",)]


def test_a_whole_share_beside_a_stated_one_is_judged_too(extractor: Extractor, account: Account) -> None:
    text = "Italy is at 1.5 percent of GDP and Norway at 3."
    claims = claims_in(text, extractor, account, on="2024-10-23", lang="en")
    assert [(claim.groups, claim.amount.value) for claim in claims] == [
        (("ITA",), Decimal("1.5")),
        (("NOR",), Decimal(3)),
    ]
