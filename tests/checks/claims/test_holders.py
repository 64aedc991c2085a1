from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import claims_in
from quotepart.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("La Croatie, entrée dans l'OTAN en 2009, consacre 1,8 % de son PIB à sa défense.", "fr", "HRV"),
        ("Albania joined the alliance with Croatia, in April 2009, and now spends 2 percent of GDP.", "en", "ALB"),
        ("Italian defence spending for 2024 is put at 31 billion euros by NATO.", "en", "ITA"),
        ("Le Canada a critiqué la Belgique, qui consacre 1,3 % de son PIB à sa défense.", "fr", "BEL"),
        ("L'Espagne reste loin derrière la Pologne et ses 4 % du PIB.", "fr", "POL"),
    ],
)
def test_a_figure_is_of_the_subject_of_its_verb(
    text: str, lang: str, who: str, extractor: Extractor, account: Account
) -> None:
    claims = claims_in(text, extractor, account, on="2024-08-01", lang=lang)
    assert (who,) in {claim.groups for claim in claims if claim.metric == "defence_expenditure"}


def test_several_that_lead_a_sentence_keep_what_is_said_of_them(extractor: Extractor, account: Account) -> None:
    text = "Latvia and Croatia, among others, now spend 2 percent of GDP on defence."
    claims = claims_in(text, extractor, account, on="2024-08-01", lang="en")
    assert {claim.groups for claim in claims} == {("LVA",), ("HRV",)}


def test_what_is_said_behind_that_of_is_of_whoever_follows(extractor: Extractor, account: Account) -> None:
    text = "La part de l'Italie est de 9 % du budget commun de l'OTAN, celle de l'Espagne de 6 %."
    claims = claims_in(text, extractor, account, on="2019-12-03", lang="fr")
    assert [claim.groups for claim in claims] == [("ITA",), ("ESP",)]
