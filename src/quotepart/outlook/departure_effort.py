"""What it takes of those who stay: to keep the total, or to reach a share of GDP, shared under each rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal

from quotepart.measures.figures import MemberFigures, figures_of
from quotepart.measures.question import Question
from quotepart.model.frozen import dataclass
from quotepart.outlook.departure_losses import Figures, complete_figures
from quotepart.outlook.sharing.find import find_rules
from quotepart.outlook.sharing.rule import Means, Rule

KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """What one member bears of a bill: its ``share`` of it (0 to 1), what it spends ``now``, and the size of its economy."""

    member: str
    share: float
    extra: Decimal
    now: Decimal
    size: Decimal

    @property
    def now_percent(self) -> Decimal:
        """What it spends now, in per cent of its GDP."""
        return self.now / self.size * 100

    @property
    def then_percent(self) -> Decimal:
        """What it would spend, in per cent of its GDP."""
        return (self.now + self.extra) / self.size * 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What those who stay must spend for one goal, in full units of ``unit``, in one year.

    ``goal`` is ``keep`` (the total of before, like for like) or the target's own number; ``total`` is what they would spend
    together, ``now`` what they do, ``size`` their GDP. ``lack`` is what those below the target lack to it one by one, without
    what others spend above it. ``payers`` are by rule; a rule whose figures are missing is left out.
    """

    goal: str
    target: Decimal | None
    total: Decimal
    now: Decimal
    size: Decimal
    unit: str
    year: int
    price_base: int | None = None
    lack: Decimal | None = None
    payers: Mapping[str, tuple[Payer, ...]] = field(default_factory=dict)

    @property
    def bill(self) -> Decimal:
        """What they must add together; nothing where they are there already."""
        return max(Decimal(0), self.total - self.now)

    @property
    def total_percent(self) -> Decimal:
        """What they would spend, in per cent of their GDP."""
        return self.total / self.size * 100

    @property
    def now_percent(self) -> Decimal:
        """What they spend now, in per cent of their GDP."""
        return self.now / self.size * 100

    @property
    def times(self) -> Decimal:
        """What they would spend, in times of what they do."""
        return self.total / self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Payable:
    """Those who stay and pay: what they spend and have; ``people`` where their number is known.

    ``size`` is the GDP of all who stay, those included that have nothing to spend on; ``gone`` is what the leavers spent, in the
    same year and prices.
    """

    gone: Decimal
    size: Decimal
    spent: Mapping[str, Decimal]
    sizes: Mapping[str, Decimal]
    people: Mapping[str, Decimal]
    year: int
    unit: str
    price_base: int | None = None

    @property
    def means(self) -> Means:
        """The same as float64, for the rules."""
        one, other, third = (_floats(each) for each in (self.spent, self.sizes, self.people))
        return Means(spending=one, sizes=other, people=third)

    def rules(self) -> Mapping[str, Rule]:
        """Return the rules that these figures allow."""
        return {name: rule for name, rule in find_rules().items() if self.people or not rule.needs_people}


def payable(question: Question, leavers: Sequence[str]) -> Payable | None:
    """Return those who stay with their figures of one year in one price basis; ``None`` where no year has them all."""
    size = complete_figures(question, "size", question.size) if question.size else None
    if size is None:
        return None
    spent = figures_of(size.question, question.main, question.members)
    payers = [member for member in spent.values if member not in leavers and size.figures.values.get(member)]
    if spent.missing or not payers or not any(spent.values[member] for member in payers):
        return None
    return Payable(
        gone=sum((value for member, value in spent.values.items() if member in leavers), Decimal(0)),
        size=sum((value for member, value in size.figures.values.items() if member not in leavers), Decimal(0)),
        spent={member: spent.values[member] for member in payers},
        sizes={member: size.figures.values[member] for member in payers},
        people=_people(size, payers),
        year=size.question.year,
        unit=question.account.pact.indicators[question.main].unit,
        price_base=size.price_base,
    )


def efforts_of(those: Payable, targets: Iterable[Decimal]) -> tuple[Effort, ...]:
    """Return what it takes to keep the total, and to reach each target, in per cent of GDP."""
    now, size = sum(those.spent.values(), Decimal(0)), those.size
    goals = [(KEEP, None, now + those.gone), *((f"{each:f}", each, each / 100 * size) for each in targets)]
    return tuple(_effort(those, goal, target, total, now, size) for goal, target, total in goals)


def shared(those: Payable, bill: Decimal, rule: Rule) -> tuple[Payer, ...]:
    """Return what each bears of a bill under a rule, the largest first."""
    shares = rule.share(those.means)
    ranked = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        Payer(
            member=member,
            share=share,
            extra=Decimal(share) * bill,
            now=those.spent[member],
            size=those.sizes[member],
        )
        for member, share in ranked
    )


def _effort(those: Payable, goal: str, target: Decimal | None, total: Decimal, now: Decimal, size: Decimal) -> Effort:
    bill = max(Decimal(0), total - now)
    lacks = (
        [max(Decimal(0), target / 100 * those.sizes[member] - spent) for member, spent in those.spent.items()]
        if target is not None
        else []
    )
    return Effort(
        goal=goal,
        target=target,
        total=total,
        now=now,
        size=size,
        unit=those.unit,
        year=those.year,
        price_base=those.price_base,
        lack=sum(lacks, Decimal(0)) if target is not None else None,
        payers={name: shared(those, bill, rule) for name, rule in those.rules().items()},
    )


def _people(size: Figures, payers: Sequence[str]) -> dict[str, Decimal]:
    role = size.question.role("people")
    found: MemberFigures | None = figures_of(size.question, role, payers) if role else None
    return dict(found.values) if found and not found.missing else {}


def _floats(amounts: Mapping[str, Decimal]) -> dict[str, float]:
    return {member: float(amount) for member, amount in amounts.items()}
