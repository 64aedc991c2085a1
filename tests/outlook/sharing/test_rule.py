from __future__ import annotations

from quotepart.outlook.sharing.rule import in_proportion


def test_shares_in_proportion() -> None:
    assert in_proportion({"SYL": 3.0, "BOR": 1.0}) == {"SYL": 0.75, "BOR": 0.25}
