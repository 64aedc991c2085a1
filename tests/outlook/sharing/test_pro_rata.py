from __future__ import annotations

import pytest

from outlook.sharing.means import MEANS
from quotepart.outlook.sharing.pro_rata import RULE


def test_everybody_raises_what_it_spends_by_the_same_factor() -> None:
    shares = RULE.share(MEANS)
    factors = {
        member: (MEANS.spending[member] + 12 * share) / MEANS.spending[member] for member, share in shares.items()
    }
    assert list(factors.values()) == pytest.approx([3, 3, 3])
