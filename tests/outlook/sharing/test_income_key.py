from __future__ import annotations

from outlook.sharing.means import MEANS
from quotepart.outlook.sharing.income_key import RULE


def test_everybody_adds_the_same_share_of_its_gdp() -> None:
    assert RULE.share(MEANS) == {"SYL": 0.5, "BOR": 0.3, "KHE": 0.2}
