"""A departure in the reader's words: the sentences that answer, what is not known, how sure the rest is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property

from quotepart.accounts.account import Account
from quotepart.dossier.charts.revisions import lag_words
from quotepart.dossier.gather import names_in
from quotepart.dossier.labels import Names
from quotepart.model.frozen import dataclass
from quotepart.outlook.departure import Departure
from quotepart.outlook.departure_effort import KEEP
from quotepart.outlook.departure_lines import CapabilityLoss, Counted, Span
from quotepart.outlook.departure_losses import Loss
from quotepart.outlook.sharing.find import find_rules
from quotepart.wording.wording import Wording

MOST_NAMED = 6
"""Up to so many members are named one by one."""

_BAND_YEARS = Decimal(2)
"""How much later an edition is by which it is told how far figures have moved; the nearest class of lags that is held answers."""


@dataclass(frozen=True)
class Telling:
    """What every part of a departure's page shares: the departure, the account it was read from, and the reader's words."""

    departure: Departure
    account: Account
    wording: Wording

    @cached_property
    def names(self) -> Names:
        """What calls ids by the names of the pact."""
        known = names_in(self.account.pact, self.wording)
        return lambda id: known.get(id, id)

    def say(self, key: str, **values: str | int | Decimal | date) -> str:
        """Return a phrase of the departure."""
        return self.wording.say(f"depart.{key}", **values)

    def listed(self, members: Iterable[str]) -> str:
        """Return members by name in a sentence; of many only the number is told."""
        found = list(members)
        return self.wording.listing(map(self.names, found)) if len(found) <= MOST_NAMED else self.counted(len(found))

    def counted(self, members: int) -> str:
        """Return how many members."""
        return self.wording.say("depart.count", count=members)

    @property
    def leavers(self) -> str:
        """Those who leave, by name; many of them by the name of their group, where they are one."""
        leavers = self.departure.leavers
        group = self._group_of(set(leavers)) if len(leavers) > MOST_NAMED else None
        return self.names(group) if group else self.listed(leavers)

    def _group_of(self, members: set[str]) -> str | None:
        """Return the group whose members these are, ``None`` where they are none."""
        look, year, edition = self.account.members, self.departure.year, self.departure.edition
        return next(
            (each for each in self.account.pact.groups if set(look(each, year, edition=edition)) == members), None
        )

    @property
    def year(self) -> str:
        """The year of the departure's figures, with the mark of an estimate."""
        money = self.departure.loss("money")
        mark = self.say("estimate_mark") if money and money.status != "final" else ""
        return f"{self.departure.year}{mark}"

    def line_name(self, loss: CapabilityLoss) -> str:
        """Return a line of capability by name."""
        return loss.line.name.get(self.wording.lang, loss.line.id)

    def span(self, span: Span) -> str:
        """Return how many, from and to."""
        low, high = (self.wording.count(each) for each in span)
        return low if low == high else f"{low}–{high}"

    def percent_of_gdp(self, value: Decimal) -> str:
        """Return a share of GDP with two decimals."""
        return self.wording.amount(value, self.account.pact.indicators[self.share].unit, 2)

    @property
    def share(self) -> str:
        """The pact's indicator of effort."""
        return self.account.pact.conventions.share_indicator


def title_of(telling: Telling) -> str:
    """Return the headline of the page."""
    return telling.say("title", members=telling.leavers)


def scope_of(telling: Telling) -> str:
    """Return what the numbers are about, which always stands beside them."""
    return telling.say(f"scope.{telling.departure.scope}")


def answer_of(telling: Telling) -> tuple[str, ...]:
    """Return the answer in a few sentences."""
    if telling.departure.scope != "whole_budget":
        return tuple(_of_line(telling, loss) for loss in telling.departure.lines) or (telling.say("theatre_none"),)
    return (_goes(telling), *_takes(telling), *_in_short(telling))


def _goes(telling: Telling) -> str:
    known = [loss for loss in telling.departure.losses if loss.share_percent]
    parts = [telling.say(f"part_of.{each.kind}", share=share_words(each, telling)) for each in known]
    return telling.say("goes", parts=telling.wording.listing(parts)) if parts else telling.say("goes_nothing")


def _takes(telling: Telling) -> tuple[str, ...]:
    departure, wording = telling.departure, telling.wording
    keep = departure.effort(KEEP)
    if keep is None:
        return ()
    if not keep.bill:
        return (telling.say("keep_same"),)
    now = wording.percent(keep.now_percent, 2)
    first = telling.say(
        "keep", count=len(departure.stayers), times=wording.number(keep.times, 1), now=now,
        then=telling.percent_of_gdp(keep.total_percent),
    )  # fmt: skip
    highest = max(
        (each for each in departure.efforts if each.target is not None), key=lambda each: each.total, default=None
    )
    if highest is None or highest.target is None:
        return (first,)
    target = wording.amount(highest.target, telling.account.pact.indicators[telling.share].unit)
    gap = keep.total - highest.total
    if gap <= 0:
        return (first, telling.say("past", target=target))
    return (first, telling.say("short_of", target=target, gap=wording.money(gap, keep.unit)))


def _in_short(telling: Telling) -> Iterable[str]:
    """Return in a sentence each what is not known and how sure the rest is; the page says more of both."""
    lines = telling.departure.lines
    lacking = sum(1 for loss in lines if not loss.gone)
    if lines:
        yield telling.say("short.unknown", count=lacking, lines=len(lines))
    money = telling.departure.loss("money")
    if money and money.gone is not None:
        yield telling.say("short.sure", status=_status(telling, money))


def _of_line(telling: Telling, loss: CapabilityLoss) -> str:
    name = telling.line_name(loss)
    if loss.gone_span is None:
        return telling.say("capability_none", name=name)
    count, time = telling.span(loss.gone_span), _times(loss.gone)
    if telling.departure.scope == "theatre":
        return telling.say("theatre_only", name=name, count=count, time=time)
    return telling.say("capability_only", name=name, count=count, time=time, left=telling.span(loss.left_span))


def share_words(loss: Loss, telling: Telling) -> str:
    """Return what goes in per cent of the whole, with one decimal; a dash where it is not known."""
    share = loss.share_percent
    return "–" if share is None else telling.wording.percent(share, 1)


def _times(counted: Iterable[Counted]) -> str:
    times = sorted({each.time for each in counted})
    return times[0] if len(times) == 1 else f"{times[0]} – {times[-1]}" if times else ""


def time_words(counted: Iterable[Counted]) -> str:
    """Return the years of counts: ``2025``, ``2019–2026``."""
    years = sorted({each.time[:4] for each in counted})
    return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}" if years else ""


def unknown_of(telling: Telling) -> tuple[str, ...]:
    """Return what is not known, sentence by sentence."""
    departure, wording = telling.departure, telling.wording
    told: list[str] = []
    for loss in departure.losses:
        if loss.gone is None:
            what = wording.say(f"depart.kind.{loss.kind}")
            told.append(telling.say("unknown.missing", what=what, members=telling.listed(loss.missing)))
    lacking = [telling.line_name(loss) for loss in departure.lines if not loss.gone]
    partly = [telling.line_name(loss) for loss in departure.lines if loss.gone and loss.silent_leavers]
    for key, lines in (("lines", lacking), ("partly", partly)):
        told += [telling.say(f"unknown.{key}", lines=", ".join(lines))] if lines else []
    split = dict.fromkeys(fleet for loss in departure.lines for fleet in loss.split)
    if split:
        told.append(telling.say("unknown.split", fleets=", ".join(split)))
    without = [rule for rule in find_rules() if departure.efforts and rule not in departure.efforts[0].payers]
    if without:
        told.append(telling.say("unknown.rules", rules=", ".join(telling.say(f"rule.{rule}") for rule in without)))
    if departure.scope != "capability":
        told.append(telling.say("unknown.theatre"))
    if not departure.replacements:
        told.append(telling.say("unknown.prices"))
    return (*told, telling.say("unknown.force"), telling.say("unknown.will"))


def sure_of(telling: Telling) -> tuple[str, ...]:
    """Return how sure what is told is, sentence by sentence."""
    departure = telling.departure
    return (
        *_official(telling),
        *([telling.say("sure.lines")] if departure.lines else []),
        *([telling.say("sure.estimates")] if departure.estimates else []),
        *([telling.say("sure.scenarios")] if departure.replacements else []),
    )


def _official(telling: Telling) -> Iterable[str]:
    money = telling.departure.loss("money")
    if money is None or money.gone is None:
        return
    editions = dict.fromkeys(edition for loss in telling.departure.losses for edition in loss.editions)
    yield telling.say("sure.official", editions=" · ".join(telling.names(each) for each in editions))
    yield _status(telling, money)
    for loss in telling.departure.losses:
        what = telling.wording.say(f"depart.kind.{loss.kind}")
        if loss.gone is not None and loss.year != money.year:
            yield telling.say("sure.older", what=what, year=str(loss.year))
        if loss.price_base:
            yield telling.say("sure.constant", what=what, base=str(loss.price_base))
    departure = telling.departure
    if departure.efforts:
        idle = [member for member in departure.stayers if member not in departure.payers]
        if idle:
            yield telling.say("sure.idle", members=telling.listed(idle))
        yield telling.say("sure.nominal")


def _status(telling: Telling, money: Loss) -> str:
    if money.status == "final":
        return telling.say("sure.final")
    measure = telling.account.pact.conventions.main_indicator
    band = telling.account.revision_band(measure, telling.departure.group, _BAND_YEARS, age=0)
    if band is None:
        return telling.say("sure.estimate_plain", year=str(money.year))
    size, when = telling.wording.percent(band.p90 * 100, 1), lag_words(band, telling.wording)
    return telling.say("sure.estimate", year=str(money.year), band=size, count=band.count, when=when)


def sources_of(telling: Telling) -> tuple[str, ...]:
    """Return the sources of every number told, each once."""
    departure, known = telling.departure, telling.account.pact.sources
    cited = [
        *(source for loss in departure.lines for each in (*loss.gone, *loss.left) for source in each.sources),
        *(source for each in departure.estimates for source in each.source.split("; ")),
    ]
    titles = [known[each] for each in dict.fromkeys(cited) if each in known]
    editions = dict.fromkeys(edition for loss in departure.losses for edition in loss.editions)
    official = [telling.account.edition(each) for each in editions]
    return (
        *(f"{each.sources[0].publisher}, {telling.names(each.id)}" for each in official if each.sources),
        *(f"{each.publisher}: {each.title}" if each.publisher else each.title for each in titles),
    )
