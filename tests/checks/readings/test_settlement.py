from __future__ import annotations

from typing import get_args

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import check_claim
from quotepart.checks.readings.settlement import settle
from quotepart.extraction.extractor import Extractor
from quotepart.model.finding import Reason
from quotepart.wording.wording import find_wording


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_is_said_with_what_would_settle_it(reason: Reason, lang: str, make, setting) -> None:
    assert find_wording(lang).has(f"reasons.{reason}")
    assert "{" not in settle(reason, make("x", "1", "percent"), setting("2024-08-01", lang))


def test_what_would_settle_names_the_source_to_import(extractor: Extractor, account: Account) -> None:
    asked = (
        ("C'est la plus forte hausse des dépenses européennes depuis la guerre froide.", "import sipri"),
        ("L'Allemagne a donné 17 milliards d'euros à l'Ukraine.", "import kiel"),
    )
    for text, source in asked:
        (finding,) = check_claim(text, extractor, account, on="2024-06-18", lang="fr")
        assert finding.verdict == "not_checkable" and source in (finding.settle or "")


@pytest.mark.parametrize(
    ("text", "held", "absent"),
    [
        ("Russia spends 7 percent of GDP on defence.", "import sipri", "register"),
        ("Spain promised to reach 2 percent in 2025.", "quotepart pledges", "import"),
        ("Angela Merkel was German Chancellor in 2015.", "register", "defence expenditure"),
    ],
)
def test_what_would_settle_is_of_the_kind_that_the_words_are_of(text: str, held: str, absent: str, judge) -> None:
    finding = judge(text, "2024-08-01")
    assert finding.verdict == "not_checkable"
    assert held in (finding.settle or "") and absent not in (finding.settle or "")
