from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim, claims_in
from quotepart.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("Le Canada n'atteint pas l'objectif.", "2", "less_than"),
        ("Le Canada fait partie des huit pays membres qui n'ont pas atteint la cible de l'Alliance.", "2", "less_than"),
        ("La Pologne respecte l'objectif.", "2", "at_least"),
        ("La Pologne consacre à sa défense le double de l'objectif.", "4", "about"),
    ],
)
def test_the_target_is_the_share_that_words_name_without_a_number(
    text: str, value: str, qualifier: str, extractor: Extractor, account: Account
) -> None:
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert (str(claim.amount.value), claim.amount.qualifier) == (value, qualifier), claim.reason


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("fr", "Ils ne sont que cinq à atteindre les 2 %.", 5),
        ("fr", "Seuls sept respectent l'objectif des 2 %.", 7),
        ("en", "Only seven meet the 2% target.", 7),
    ],
)
def test_a_number_alone_counts_those_who_reach_the_target(
    lang: str, text: str, count: int, extractor: Extractor, account: Account
) -> None:
    (claim,) = claims_in(text, extractor, account, on="2019-08-01", lang=lang)
    assert (claim.metric, claim.amount.value, claim.threshold) == ("members", count, 2), claim.reason


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Poland meets the target.", {"supported"}),
        ("Germany meets the target.", {"not_checkable"}),
        ("Every ally except Germany now meets the target.", {"not_checkable", "supported", "out_of_date"}),
    ],
)
def test_an_unnamed_target_can_be_the_newer_one(
    text: str, verdicts: set[str], extractor: Extractor, account: Account
) -> None:
    findings = check_claim(text, extractor, account, on="2026-08-01", lang="en")
    assert {finding.verdict for finding in findings} <= verdicts


def test_what_a_year_is_held_to_is_the_target_of_that_year(extractor: Extractor, account: Account) -> None:
    text = "In 2014, three countries were already meeting the target."
    (finding,) = check_claim(text, extractor, account, on="2025-09-04", lang="en")
    assert finding.verdict == "supported"
