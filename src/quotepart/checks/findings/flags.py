"""Flags: what a reader should know beside a verdict, each computed from the readings and the words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from quotepart.checks.claims.beside import UNREAD
from quotepart.checks.claims.claim import Claim
from quotepart.checks.readings.announcements import is_pledge
from quotepart.checks.readings.judge import Judge, Judged, pool_of
from quotepart.checks.readings.readings import Query
from quotepart.checks.readings.values import is_money
from quotepart.checks.readings.verdict import Vote, do_weights_matter
from quotepart.model.finding import Verdict
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Announcement

_OF_GROUPS = ("level", "change", "added")
_CROSSED = ("level", "ratio", "rank", "share")
_HELD = ("supported", "close", "as_announced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A claim with all that was found on it: its readings then and now, both verdicts, and announcements of the same figure.

    ``leading`` is the weightiest reading with data, then and now; ``is_later`` that the headline rests on the latest edition.
    """

    claim: Claim
    day: date
    then: Sequence[Judged]
    now: Sequence[Judged]
    verdict_then: Verdict
    verdict_now: Verdict
    headline: Verdict
    announced: Sequence[Announcement] = ()
    is_later: bool = False

    @property
    def shown(self) -> Sequence[Judged]:
        """The readings that the headline rests on."""
        return self.now if self.is_later else self.then

    @property
    def leading(self) -> Judged | None:
        """The weightiest reading with data among those that the headline rests on."""
        return leading_of(self.shown)

    @property
    def leading_now(self) -> Judged | None:
        """The weightiest reading with data by the latest edition: of what was announced, where that is the verdict."""
        groups = {each.group for each in self.announced} if self.headline == "as_announced" else set()
        return leading_of([each for each in self.now if each.query.group in groups]) or leading_of(self.now)


def leading_of(readings: Sequence[Judged]) -> Judged | None:
    """Return the weightiest reading with data, ``None`` where none has any."""
    return next((each for each in readings if each.result != "no_data"), None)


def flags_of(case: Case, judge: Judge) -> tuple[str, ...]:
    """Return the flags of a case, in the order in which they are listed."""
    return tuple(name for name, holds in _FLAGS.items() if holds(case, judge))


def _is_estimate(case: Case, judge: Judge) -> bool:
    """The year was not over when it was said, and its value is the producer's estimate."""
    lead = case.leading
    if lead is None or lead.query.end < case.day.year:
        return False
    return any(each.status != "final" for each in judge.inputs(lead) if each.year >= case.day.year)


def _is_rebased(case: Case, judge: Judge) -> bool:
    return case.leading is not None and case.leading.rebased


def _depends_on_prices(case: Case, judge: Judge) -> bool:
    if case.leading is None or case.claim.cues.has("real", "nominal"):
        return False
    results: dict[tuple[object, ...], set[str]] = {}
    for each in case.shown:
        query = each.query
        if each.compared == "no_data" or query.rule not in ("real", "nominal"):
            continue
        alike = (query.group, query.base, query.start, query.end, query.unit, query.frame.membership)
        results.setdefault(alike, set()).add(each.compared)
    return any(len(found) > 1 for found in results.values())


def _depends_on_newcomers(case: Case, judge: Judge) -> bool:
    results: dict[tuple[object, ...], set[str]] = {}
    for each in case.shown:
        if each.compared != "no_data" and each.query.shown_as == "change":
            key = (each.query.group, each.query.unit, each.query.frame.basis)
            results.setdefault(key, set()).add(each.compared)
    return case.leading is not None and any(len(found) > 1 for found in results.values())


def _depends_on_start(case: Case, judge: Judge) -> bool:
    lead = case.leading
    if lead is None or lead.query.variants is None:
        return False
    ask: Callable[..., Judged] = judge.now if case.is_later else judge.then
    further = {} if case.is_later else {"announced": bool(case.announced)}
    results = {ask(variant, case.day, **further).compared for variant in lead.query.variants()}
    return bool(results - {lead.compared, "no_data"})


def _depends_on_weights(case: Case, judge: Judge) -> bool:
    votes = [Vote(weight=each.query.weight, result=each.compared, pool=pool_of(each.query)) for each in case.shown]
    return case.leading is not None and do_weights_matter(votes)


def _depends_on_whole(case: Case, judge: Judge) -> bool:
    """Whether a share is of what is funded in common or of all spending is open, and the two differ or one is unknown."""
    shares = [each for each in case.shown if each.query.shown_as == "share" and case.claim.cues.has("cost_of")]
    return len({each.query.indicator for each in shares}) > 1 and len({each.result for each in shares}) > 1


def _is_other_definition(case: Case, judge: Judge) -> bool:
    lead = case.leading
    return lead is not None and lead.reason == "definition"


def _has_other_currency(case: Case, judge: Judge) -> bool:
    units = {each.unit for each in case.announced} if case.headline == "as_announced" else set()
    if case.leading is not None:
        return "currency" in case.leading.query.flags
    return case.claim.is_money and bool({unit for unit in units if is_money(unit)} - {case.claim.unit})


def _is_not_spent(case: Case, judge: Judge) -> bool:
    return case.headline in ("as_announced", "not_checkable") and any(is_pledge(each) for each in case.announced)


def _is_understated(case: Case, judge: Judge) -> bool:
    lead = case.leading
    stated = case.claim.shape == "figure"
    return stated and lead is not None and lead.is_understated and lead.result == "match"


def _is_revised(case: Case, judge: Judge) -> bool:
    """What held then no longer holds by the latest edition."""
    now = case.leading_now
    return case.headline in _HELD and not case.is_later and now is not None and now.result == "miss"


def _is_cash(case: Case, judge: Judge) -> bool:
    """Only counted over a level in the prices of its own day does the sum fit: inflation counts as an increase."""
    added = [each for each in case.shown if each.query.shown_as == "added"]
    fits = {each.query.frame.basis for each in added if each.compared == "match"}
    real = [each for each in added if each.query.frame.basis == "constant" and each.compared in ("miss", "near")]
    return fits == {"current"} and bool(real) and not case.claim.cues.has("nominal")


def _is_sum_of_years(case: Case, judge: Judge) -> bool:
    """Worded as a yearly amount, it fits as a sum over several years and as nothing else."""
    if not case.claim.cues.has("annual") or not case.claim.is_money:
        return False
    matching = [each for each in case.shown if each.compared == "match"]
    return bool(matching) and all(
        each.query.shown_as == "added" and each.query.end > each.query.start for each in matching
    )


def _depends_on_member(case: Case, judge: Judge) -> bool:
    """Of the whole pact, and without its one member that groups are told apart by: the result is another."""
    lead = case.leading
    whole = judge.account.pact.conventions.whole
    if lead is None or lead.query.fact or lead.query.group != whole or lead.query.shown_as not in _OF_GROUPS:
        return False
    ask = judge.now if case.is_later else judge.then_of
    results = {ask(other, case.day).compared for other in _without_one(lead.query, judge)}
    return bool(results - {lead.compared, "no_data"}) and "match" in {lead.compared, *results}


def _without_one(query: Query, judge: Judge) -> Iterator[Query]:
    """The same reading of the producer's own aggregates that leave out a single member."""
    for group in judge.account.pact.groups.values():
        if len(group.without) == 1 and group.entity and group.id != query.group:
            formulas = tuple(each.replace(f"[{query.group},", f"[{group.id},") for each in query.formulas)
            money = group.id if query.money_of else None
            yield replace(query, group=group.id, formulas=formulas, money_of=money)


def _do_sources_disagree(case: Case, judge: Judge) -> bool:
    """A second producer's series of the same thing, or of what it means by it, gives another result."""
    lead = case.leading
    if lead is None or lead.query.fact or lead.query.shown_as not in _CROSSED:
        return False
    seconds = judge.cross_checks(lead.query, case.day, later=case.is_later)
    return any(
        each.compared not in (lead.compared, "no_data") and "match" in (each.compared, lead.compared)
        for each in seconds
    )


def _has_cause(case: Case, judge: Judge) -> bool:
    return case.claim.cues.has("cause")


def says_more(case: Case) -> bool:
    """Return whether the number holds, and the sentence says more beside it that was not checked."""
    return case.headline in _HELD and case.claim.cues.has(UNREAD)


_FLAGS: dict[str, Callable[[Case, Judge], bool]] = {
    "estimate": _is_estimate,
    "rebased": _is_rebased,
    "real_or_nominal": _depends_on_prices,
    "start_year_sensitive": _depends_on_start,
    "weights_matter": _depends_on_weights,
    "newcomers_in_growth": _depends_on_newcomers,
    "common_budget_or_total": _depends_on_whole,
    "definition_break": _is_other_definition,
    "with_or_without_usa": _depends_on_member,
    "cash_baseline": _is_cash,
    "cumulative_as_annual": _is_sum_of_years,
    "sources_disagree": _do_sources_disagree,
    "currency": _has_other_currency,
    "announced_not_spent": _is_not_spent,
    "understated": _is_understated,
    "revised_since": _is_revised,
    "judged_later": lambda case, judge: case.is_later,
    "cause_not_checked": _has_cause,
    "rest_not_checked": lambda case, judge: says_more(case),
}
