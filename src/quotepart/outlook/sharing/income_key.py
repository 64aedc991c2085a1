"""By income: everybody adds the same share of its GDP."""

from __future__ import annotations

from quotepart.outlook.sharing.rule import Means, Rule, Shares, in_proportion


def share(means: Means) -> Shares:
    """Return shares in proportion to the size of each economy."""
    return in_proportion(means.sizes)


RULE = Rule(name="income_key", formula="a_i = Y_i ÷ ΣY", source="Kravis & Davenport 1963", share=share)
