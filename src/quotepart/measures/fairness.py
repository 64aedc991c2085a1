"""Who pays more, and who less, than a key of ability to pay would have it: r = e ÷ a.

The keys and their sources stand in ``keys``. Above 1 a member carries more than its share of the means. The pact's own key for
common costs is one more where the pact holds it for everybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quotepart.measures.figures import MemberFigures, figures_of
from quotepart.measures.found import Found, NamedMeasure, falling, found
from quotepart.measures.keys import Key, discounted, equal_sacrifice, progressive, proportional
from quotepart.model.frozen import dataclass
from quotepart.pacts.capabilities import shares_in

if TYPE_CHECKING:
    from quotepart.measures.question import Question

ETAS = {"progressive_half": 0.5, "progressive_full": 1.0}
EPSILON = 2.0
"""The aversion to inequality under which the sacrifice is equal; at 1 the key is proportional."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What the payers spend, have and are, as float64, the figures they come from, and the keys that these allow."""

    spending: Mapping[str, float]
    keys: Mapping[str, Key]
    figures: tuple[MemberFigures, ...]
    notes: tuple[str, ...] = ()


def ability(question: Question) -> Found:
    """Return each member's share under every key of ability to pay, beside its share of the spending, in per cent."""
    means = means_of(question)
    columns = [("spending_share", "percent"), *((name, "percent") for name in means.keys)]
    total = sum(means.spending.values())
    rows = [
        (member, (amount / total * 100, *(key[member] * 100 for key in means.keys.values())))
        for member, amount in falling(means.spending)
    ]
    return found(ABILITY, question, value=None, columns=columns, rows=rows, figures=means.figures, notes=means.notes)


def fairness(question: Question) -> Found:
    """Return each member's fairness ratio r = e ÷ a under every key of ability to pay; 1 is its fair share."""
    means = means_of(question)
    columns = [("spending_share", "percent"), *((name, "times") for name in means.keys)]
    total = sum(means.spending.values())
    rows = [
        (member, (amount / total * 100, *(amount / total / key[member] for key in means.keys.values())))
        for member, amount in falling(means.spending)
    ]
    return found(FAIRNESS, question, value=None, columns=columns, rows=rows, figures=means.figures, notes=means.notes)


def means_of(question: Question) -> Means:
    """Return what the question's payers spend and the keys they could be measured by; none while a figure is missing."""
    spent, sizes = (figures_of(question, name, question.payers) for name in (question.main, question.size))
    people = _people(question)
    figures = tuple(each for each in (spent, sizes, people) if each)
    if any(each.missing for each in (spent, sizes)) or not spent.values:
        return Means(spending={}, keys={}, figures=figures)
    known = people if people and not people.missing else None
    common = _common(question, spent)
    return Means(
        spending=_floats(spent),
        keys={**_keys(spent, sizes, known), **({"common_funding": common} if common else {})},
        figures=tuple(each for each in (spent, sizes, known) if each),
        notes=("common_funding_uncitable",) if common else (),
    )


def _people(question: Question) -> MemberFigures | None:
    people = question.role("people")
    return figures_of(question, people, question.payers) if people else None


def _keys(spent: MemberFigures, sizes: MemberFigures, people: MemberFigures | None) -> dict[str, Key]:
    means = _floats(sizes)
    found = {"proportional": proportional(means)}
    if people is not None:
        heads = _floats(people)
        total = float(spent.total) * sum(means.values()) / float(sizes.total)
        found |= {name: progressive(means, heads, eta=eta) for name, eta in ETAS.items()}
        found["equal_sacrifice"] = equal_sacrifice(means, heads, total=total, epsilon=EPSILON)
        found["scale"] = discounted(means, heads)
    return found


def _common(question: Question, spent: MemberFigures) -> Key | None:
    """The pact's own key of the year over the payers; ``None`` where it lacks one of them or may not be cited."""
    metric = question.account.pact.conventions.common_key
    if not metric:
        return None
    shares = shares_in(
        question.account.pact.folder, metric, question.year, with_uncitable=question.with_uncitable
    )  # fmt: skip
    own = {member: float(shares[member]) for member in spent.values if member in shares}
    return proportional(own) if len(own) == len(spent.values) else None


def _floats(figures: MemberFigures) -> dict[str, float]:
    return {member: float(value) for member, value in figures.values.items()}


SOURCE = "Kravis & Davenport 1963; Hartley & Sandler 1999; Young 1990; United Nations, scale of assessments"
ABILITY = NamedMeasure(
    name="ability", unit="percent", compute=ability, source=SOURCE, options=("with_uncitable",),
    formula="a ∝ Y; Y·(Y/N ÷ mean)^η; equal u(y) − u(y − t); Y less a discount below the mean",
)  # fmt: skip
FAIRNESS = NamedMeasure(
    name="fairness", unit="times", compute=fairness, source=SOURCE, options=("with_uncitable",), formula="r_i = e_i ÷ a_i",
)  # fmt: skip
MEASURES = (ABILITY, FAIRNESS)
"""The measures of this family."""
