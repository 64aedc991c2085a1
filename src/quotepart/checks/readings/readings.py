"""From words to questions: each plausible way to read a claim, weighted by the wording alone before any value is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal

from quotepart.checks.claims.claim import Claim
from quotepart.checks.working.ledger import Frame
from quotepart.checks.working.measured import Measured
from quotepart.checks.working.register import MEMBERS
from quotepart.model.amount import Amount
from quotepart.model.finding import Input
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact
from quotepart.wording.wording import Wording

_ONE = Decimal(1)
JOINED = "+"
"""What joins the ids of members that are summed for one claim."""

DEPTH = 10
"""How many years a table of the accounts usually covers before its last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to take one part of a claim: its id, its weight and, in the reader's language, the reason for it."""

    id: str
    weight: Decimal = _ONE
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A matter of record that the pact's registers answer: the value, its inputs, and the day it holds for.

    Where not all of its rows are ``citable``, it is no evidence.
    """

    value: Measured
    inputs: tuple[Input, ...]
    as_of: str
    citable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One reading as a question to the accounts: the first of ``formulas`` that an edition can answer is its value.

    ``amount`` is what the claim states under this reading. ``years`` are those the value is about; ``money_of`` says that
    it is money in constant prices of this group, to be said in the price base of the day. ``base`` is the year counted from,
    ``rule`` the rule of counting (real, nominal, effort). ``turn`` is −1 where the words state a fall as a positive number.
    ``scale`` is the size by which revisions are measured where the value itself can be near zero. ``fact`` is set where no
    accounts are needed. Where it ``may_contradict`` not, the words can mean something else, so that only a match counts;
    where it ``may_confirm`` not, the years at hand are but a part of those meant, so that a match shows nothing.
    ``revised_as`` is the formula by which its revisions are learnt and its edition is chosen, where it is not the first.
    ``variants`` gives the same reading counted from the neighbouring base years. ``line`` is the one at which members are
    counted, ``is_below`` where those below it are.
    """

    label: str
    weight: Decimal
    why: tuple[str, ...]
    measure: str
    indicator: str
    group: str
    start: int
    end: int
    unit: str
    formulas: tuple[str, ...]
    amount: Amount
    frame: Frame = field(default_factory=Frame)
    years: tuple[int, ...] = ()
    money_of: str | None = None
    base: int | None = None
    turn: int = 1
    shown_as: str = "level"
    rule: str = ""
    scale: str = ""
    flags: tuple[str, ...] = ()
    fact: Fact | None = None
    may_contradict: bool = True
    may_confirm: bool = True
    revised_as: str = ""
    line: Decimal | None = None
    is_below: bool = False
    variants: Callable[[], tuple[Query, ...]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a claim is read in: the pact with its conventions, the words to print, and the last year published on the day.

    ``find_currencies`` says in which currency each member reports; it is asked only for money in other currencies.
    ``has_series`` tells whether the accounts hold any value of an indicator; ``first_year`` is the first year that they have;
    ``span_of`` gives for any indicator the first year it has and the last that was published on the day.
    """

    pact: Pact
    wording: Wording
    last_year: int | None
    announced_bases: tuple[int, ...] = ()
    find_currencies: Callable[[], Mapping[str, str]] = dict
    has_series: Callable[[str], bool] = bool
    first_year: int | None = None
    span_of: Callable[[str], tuple[int | None, int | None]] = lambda _: (None, None)

    @property
    def lang(self) -> str:
        """The language that reasons and labels are printed in."""
        return self.wording.lang

    @property
    def currencies(self) -> Mapping[str, str]:
        """In which currency each member reports."""
        return self.find_currencies()

    def label(self, key: str, *, measure: str = "", group: str = "", **values: str) -> str:
        """Return the name of a reading in the reader's language."""
        words = {"measure": self.indicator_name(measure), "group": self.entity_name(group)}
        return self.wording.say(f"readings.{key}", **words, **values)

    def entity_name(self, entity: str) -> str:
        """Return what a member or group is called in the reader's language, its id where the pact does not say."""
        if JOINED in entity:
            return " + ".join(map(self.entity_name, entity.split(JOINED)))
        names = self.pact.names.get(self.lang)
        if names is None:
            return entity
        if entity in names.actors:
            return names.actors[entity].name
        return next(iter(names.groups.get(entity, ())), entity)

    def city_name(self, city: str) -> str:
        """Return what a city of the calendar is called in the reader's language, where the pact says."""
        names = self.pact.names.get(self.lang)
        return next((name for name, known in names.cities.items() if known == city), city) if names else city

    def indicator_name(self, indicator: str) -> str:
        """Return what a series is called in the reader's language, its id where the pact does not say."""
        names = self.pact.names.get(self.lang)
        return names.indicators.get(indicator, indicator.replace("_", " ")) if names else indicator

    def options(self, operation: str, when: str, default: Sequence[str] = ()) -> tuple[Option, ...]:
        """Return the ways that the pact's priors give for one part of a claim, the weightiest first.

        Without priors for this wording the first of ``default`` stands alone.
        """
        rows = [each for each in self.pact.priors if (each.operation, each.when) == (operation, when)]
        if not rows:
            return tuple(Option(id=each) for each in default[:1])
        said = (Option(id=each.reading, weight=each.weight, why=each.reason.get(self.lang, "")) for each in rows)
        return tuple(sorted(said, key=lambda option: -option.weight))

    def group_options(self, claim: Claim) -> tuple[Option, ...]:
        """Return whose figures the claim can be about: the groups as worded, or what the pact's priors make of them."""
        group = claim.groups[0] if claim.groups else self.pact.conventions.whole
        if group == self.pact.conventions.whole and _are_some(claim):
            known = [option for option in self.options("group", "allies", (group,)) if self.knows(option.id)]
            return tuple(known)
        known = [option for option in self.options("group", group, (group,)) if self.knows(option.id)]
        return tuple(known)

    def knows(self, entity: str) -> bool:
        """Whether ``entity`` is a member or group of the pact."""
        return entity in self.pact.members or entity in self.pact.groups

    def year_options(self, claim: Claim) -> tuple[Option, ...]:
        """Return the years a level can be about: stated, else the last year published on the day, else the one before.

        What is said to be so now, where the year under way is published, is of that year.
        """
        stated = stated_year(claim)
        is_this = stated == claim.said_on.year and claim.cues.has("within_year")
        if stated is not None and (is_this or not claim.cues.has("relative") or str(stated) in claim.sentence):
            return (Option(id=str(stated)),)
        if stated is not None:
            near = {"said": stated, "year_before": stated - 1, "year_after": stated + 1}
            found = self.options("period", "ago", ("said",))
            return tuple(Option(id=str(near[each.id]), weight=each.weight, why=each.why) for each in found)
        if claim.event_year is not None:
            dated = {"event": claim.event_year, "year_before": claim.event_year - 1}
            found = self.options("period", "event", ("event",))
            return tuple(Option(id=str(dated[each.id]), weight=each.weight, why=each.why) for each in found)
        last = self.last_year or claim.said_on.year
        if claim.is_start:
            return tuple(Option(id=str(last - back), weight=_ONE / 3) for back in (1, 2, 3))
        years = {"last_published": last, "year_before": last - 1, "running": claim.said_on.year}
        if last >= claim.said_on.year and claim.cues.has("present"):
            return (Option(id=str(last)),)
        options = self.options(
            "period", "unsaid" if last >= claim.said_on.year else "unsaid_ahead", ("last_published",)
        )
        return tuple(Option(id=str(years[each.id]), weight=each.weight, why=each.why) for each in options)


def _are_some(claim: Claim) -> bool:
    """Whether words for the members, of whom none are counted and not all are meant, can leave out the one that speaks."""
    counted = claim.metric == MEMBERS or any(each.metric == MEMBERS for each in claim.others)
    return claim.cues.has("allies") and not counted and not claim.cues.has("every", "all")


def stated_year(claim: Claim) -> int | None:
    """Return the year that the claim's words give, ``None`` where they give none or only the moment of speaking."""
    period = claim.period
    if period is None:
        return None
    end = period.end or (period.start if not claim.cues.has("since") else None)
    if end is None or (len(end) > 4 and claim.said_on.isoformat().startswith(end[:7])):
        return None
    return int(end[:4])


def combined(*parts: Sequence[Option]) -> Iterator[tuple[tuple[Option, ...], Decimal]]:
    """Yield every combination of options with the product of their weights.

    >>> [weight for _, weight in combined((Option(id="a"),), (Option(id="b", weight=Decimal("0.5")),))]
    [Decimal('0.5')]
    """
    if not parts:
        yield (), _ONE
        return
    for option in parts[0]:
        for rest, weight in combined(*parts[1:]):
            yield (option, *rest), option.weight * weight


def reasons(options: Iterable[Option]) -> tuple[str, ...]:
    """Return the reasons of the options that give one."""
    return tuple(option.why for option in options if option.why)
