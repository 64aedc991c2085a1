"""Pro rata: everybody raises what it spends now by the same factor."""

from __future__ import annotations

from quotepart.outlook.sharing.rule import Means, Rule, Shares, in_proportion


def share(means: Means) -> Shares:
    """Return shares in proportion to what each spends now: who spends much already bears most of the rest."""
    return in_proportion(means.spending)


RULE = Rule(name="pro_rata", formula="a_i = E_i ÷ ΣE", source="Sandler & Forbes 1980", share=share)
