from __future__ import annotations

import pytest

from quotepart.accounts.account import Account
from quotepart.checks.check import claims_in
from quotepart.checks.metrics import MetricFinder
from quotepart.extraction.extractor import Extractor
from quotepart.model.pact import Pact


@pytest.mark.parametrize(
    ("lang", "text", "metric"),
    [
        ("en", "The United States accounts for two thirds of the alliance's military spending.", "defence_expenditure"),
        ("en", "Two-thirds of allies meet the spending target.", "members"),
        ("en", "The United States spends 30 percent of its defence budget on major equipment.", "equipment_share"),
        ("fr", "Les alliés ont ajouté 41 milliards de dollars à leurs investissements.", "defence_expenditure"),
        ("en", "Turkey has the second-largest army in NATO.", "personnel"),
        ("en", "Russia spends more than Germany.", "other"),
    ],
)
def test_the_words_tell_what_is_measured(
    lang: str, text: str, metric: str, extractor: Extractor, account: Account
) -> None:
    assert claims_in(text, extractor, account, on="2024-08-01", lang=lang)[0].metric == metric


def test_per_cent_said_right_before_a_product_is_of_it(make, nato_pact: Pact) -> None:
    words = "4.2 percent of a much larger GDP"
    claim = make(words, "4.2", "percent", start=0, end=11)
    assert MetricFinder(nato_pact, "en").is_share_of_product(claim)
    assert not MetricFinder(nato_pact, "en").is_share_of_product(
        make("4.2 percent of it", "4.2", "percent", start=0, end=11)
    )


def test_a_word_of_a_metric_is_a_whole_word(extractor: Extractor, account: Account) -> None:
    text = "La Belgique n'a toujours pas atteint l'objectif."
    (claim,) = claims_in(text, extractor, account, on="2024-08-01", lang="fr")
    assert claim.metric == "defence_expenditure"
