"""By ability to pay: richer members add a larger share of their GDP."""

from __future__ import annotations

from quotepart.measures.keys import progressive
from quotepart.outlook.sharing.rule import Means, Rule, Shares

ETA = 0.5
"""How strongly a share grows with income per head: 0 is in proportion to GDP."""


def share(means: Means) -> Shares:
    """Return shares a ∝ Y · (Y/N ÷ mean)^η."""
    return progressive(means.sizes, means.people, eta=ETA)


RULE = Rule(
    name="ability_to_pay", formula=f"a_i ∝ Y_i · (Y_i/N_i ÷ mean)^{ETA}", source="Hartley & Sandler 1999", share=share,
    needs_people=True,
)  # fmt: skip
