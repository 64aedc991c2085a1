from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim, claims_in
from quotepart.checks.claims.cues import cue_grammar, find_cues
from quotepart.checks.claims.lists import paired
from quotepart.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Spain, Belgium and Poland spend 1.28, 1.3 and 4.12 percent of GDP respectively."),
        (
            "fr",
            "L'Espagne, la Belgique et la Pologne consacrent respectivement 1,28, 1,3 et 4,12 % de leur PIB à la défense.",
        ),
    ],
)
def test_respectively_pairs_holders_and_figures_in_order(
    lang: str, text: str, extractor: Extractor, account: Account
) -> None:
    claims = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert [(claim.groups, str(claim.amount.value)) for claim in claims] == [
        (("ESP",), "1.28"),
        (("BEL",), "1.3"),
        (("POL",), "4.12"),
    ]


def test_lists_of_unequal_length_are_left_as_they_are() -> None:
    cues = find_cues("two and three percent respectively", cue_grammar("en"))
    assert paired((), (), cues, 0, ("ESP",)) == []


@pytest.mark.parametrize(
    ("lang", "text", "verdicts"),
    [
        ("en", "Neither Greece nor Canada spends 2 percent of GDP on defence.", ["contradicted", "supported"]),
        ("en", "Neither Italy nor Spain meets the 2 percent target.", ["supported", "supported"]),
        ("fr", "Ni la Pologne ni l'Espagne n'atteignent les 2 %.", ["contradicted", "supported"]),
        ("fr", "Ni l'Italie, ni l'Espagne, ni le Canada n'atteignent 2 % de leur PIB.", ["supported"] * 3),
        ("fr", "Ni l'Italie ni l'Espagne ne respectent l'objectif de l'OTAN.", ["supported"] * 2),
    ],
)
def test_what_is_denied_to_several_is_judged_of_each(
    lang: str, text: str, verdicts: list[str], extractor: Extractor, account: Account
) -> None:
    findings = check_claim(text, extractor, account, on="2024-07-01", lang=lang)
    assert [finding.verdict for finding in findings] == verdicts
