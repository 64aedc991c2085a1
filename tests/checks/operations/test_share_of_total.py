from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim
from quotepart.checks.claims.claim import Actor
from quotepart.checks.operations.share_of_total import bearer, fits, read
from quotepart.extraction.extractor import Extractor


def share(make, words: str, **more: object):
    return make(words, "66", "percent", kind="share", **{"who": "USA", **more})


@pytest.mark.parametrize(
    ("words", "leading"),
    [
        ("of the military spending", "share_of_allied_spending"),
        ("of the cost of it", "common_funding_share"),
        ("of the common budget", "common_funding_share"),
    ],
)
def test_what_the_share_is_of_is_taken_from_the_words(words: str, leading: str, make, setting) -> None:
    found = sorted(read(share(make, words), setting("2024-08-01")), key=lambda each: -each.weight)
    assert found[0].measure == leading


def test_whoever_is_named_beside_the_whole_bears_it(make, setting) -> None:
    named = share(make, "of spending", who="NATO", actors=(Actor(id="USA", start=0, end=3),))
    assert bearer(named, setting("2024-08-01")) == "USA"
    assert bearer(share(make, "of spending", who="NATO"), setting("2024-08-01")) is None
    assert not fits(share(make, "of spending", who="NATO"), setting("2024-08-01"))


def test_a_fraction_is_compared_in_per_cent(make, setting) -> None:
    third = make("of spending", "0.6667", "fraction", kind="share", who="USA")
    query = read(third, setting("2024-08-01"))[0]
    assert (query.amount.unit, round(query.amount.value)) == ("percent", 67)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Les États-Unis financent 22 % du budget commun de l'Otan.", "supported"),
        ("Les États-Unis financent 70 % du budget de l'Otan.", "depends"),
        ("Les États-Unis financent 90 % du budget de l'Otan.", "contradicted"),
    ],
)
def test_the_budget_of_the_pact_is_the_common_one_first(
    text: str, verdict: str, extractor: Extractor, account: Account
) -> None:
    (finding,) = check_claim(text, extractor, account, on="2018-07-11", lang="fr")
    assert finding.verdict == verdict


def test_a_part_of_ones_own_spending_is_none_of_the_whole(extractor: Extractor, account: Account) -> None:
    for text, value in (
        ("L'Italie consacre plus de la moitié de son enveloppe aux munitions.", None),
        ("La Pologne consacre plus de la moitié de son enveloppe à l'achat d'armement.", "equipment_share"),
    ):
        finding = check_claim(text, extractor, account, on="2024-08-01", lang="fr")[0]
        assert value in {None, *(reading.measure for reading in finding.readings)}
        assert not any(reading.measure == "share_of_allied_spending" for reading in finding.readings)
