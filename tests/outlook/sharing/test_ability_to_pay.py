from __future__ import annotations

from dataclasses import replace

import pytest

from outlook.sharing.means import MEANS
from quotepart.outlook.sharing.ability_to_pay import RULE


def test_the_richer_pay_more_than_their_share() -> None:
    shares = RULE.share(MEANS)
    assert shares["SYL"] > 0.5
    assert shares["KHE"] < 0.2


def test_equal_incomes_pay_by_size() -> None:
    equal = replace(MEANS, people=MEANS.sizes)
    assert RULE.share(equal) == {"SYL": pytest.approx(0.5), "BOR": pytest.approx(0.3), "KHE": pytest.approx(0.2)}
