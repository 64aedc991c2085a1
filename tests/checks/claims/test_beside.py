from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim
from quotepart.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("lang", "text", "verdicts"),
    [
        ("en", "The UK, at 2.33 percent, ranks second.", ["supported", "contradicted"]),
        ("en", "Estonia, at 3.43 percent of GDP, ranks second.", ["supported", "supported"]),
        ("en", "Britain spends 2.33 percent of GDP, the most in Europe.", ["supported", "contradicted"]),
        (
            "fr",
            "L'Espagne consacre 1,28 % de son PIB à la défense, le taux le plus bas de l'OTAN.",
            ["supported", "supported"],
        ),
        ("en", "Hungary's defence spending is at 2.1 percent, above Italy's 1.5.", ["supported", "supported"]),
        (
            "fr",
            "L'Italie consacre 1,49 % de son PIB à la défense, soit plus que l'Espagne et la Grèce.",
            ["supported", "supported", "contradicted"],
        ),
        ("en", "Italy, at 1.49 percent, is above the NATO average.", ["supported", "contradicted"]),
        ("en", "Germany spends 2.12 percent of GDP, its highest since 2014.", ["supported", "supported"]),
    ],
)
def test_what_stands_beside_a_number_is_judged_for_itself(
    lang: str, text: str, verdicts: list[str], extractor: Extractor, account: Account
) -> None:
    findings = check_claim(text, extractor, account, on="2024-07-01", lang=lang)
    assert [finding.verdict for finding in findings] == verdicts


@pytest.mark.parametrize(
    ("lang", "text", "is_marked"),
    [
        ("en", "For the first time, 23 allies meet the 2 percent target.", True),
        ("en", "23 allies meet the 2 percent target.", False),
        ("en", "Estonia, at 3.43 percent of GDP, ranks second.", False),
        ("en", "Most allies spend more than 1.9 percent of GDP.", False),
    ],
)
def test_a_number_beside_unread_words_says_that_only_it_was_checked(
    lang: str, text: str, is_marked: bool, extractor: Extractor, account: Account
) -> None:
    first = check_claim(text, extractor, account, on="2024-07-01", lang=lang)[0]
    assert ("rest_not_checked" in first.flags) is is_marked
    assert ("Only the number was checked" in first.basis) is is_marked


@pytest.mark.parametrize(
    ("lang", "text", "verdicts"),
    [
        (
            "en",
            "Germany is at 2.12 and Poland is at 4.12, three times as much.",
            ["contradicted", "supported", "supported"],
        ),
        (
            "fr",
            "L'Allemagne est à 2,12 % et la Pologne à 4,12 %, soit deux fois plus.",
            ["supported", "supported", "supported"],
        ),
        (
            "fr",
            "L'Allemagne est à 2,12 % et la Pologne à 4,12 %, soit quatre fois plus.",
            ["supported", "supported", "contradicted"],
        ),
    ],
)
def test_a_multiple_beside_two_shares_is_one_of_shares(
    lang: str, text: str, verdicts: list[str], extractor: Extractor, account: Account
) -> None:
    findings = check_claim(text, extractor, account, on="2024-07-01", lang=lang)
    assert [finding.verdict for finding in findings] == verdicts
