from __future__ import annotations

import pytest
from hypothesis import given, settings

from outlook.sharing.means import MEANS, any_means
from quotepart.outlook.sharing.capped import CAP, RULE
from quotepart.outlook.sharing.rule import Means, in_proportion


def test_what_is_cut_is_shared_by_the_others() -> None:
    shares = RULE.share(MEANS)
    assert shares == {"SYL": pytest.approx(0.625), "BOR": pytest.approx(0.1875), "KHE": pytest.approx(0.1875)}


@settings(max_examples=60)
@given(means=any_means())
def test_nobody_bears_more_than_the_cap(means: Means) -> None:
    parts = in_proportion(means.sizes)
    assert all(share <= CAP * parts[member] * (1 + 1e-9) for member, share in RULE.share(means).items())


def test_who_spends_nothing_pays_when_all_others_are_at_their_cap() -> None:
    means = Means(spending={"SYL": 1.0, "BOR": 0.0}, sizes={"SYL": 1.0, "BOR": 1.0})
    assert RULE.share(means) == {"SYL": pytest.approx(0.625), "BOR": pytest.approx(0.375)}
