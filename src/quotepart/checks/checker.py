"""A claim becomes a finding: read by an operation, judged then and now, decided by the table, explained."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from quotepart.accounts.account import Account
from quotepart.checks.claims.caution import is_unread
from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.understood import is_understood, names_of_holders
from quotepart.checks.findings.basis import basis_of
from quotepart.checks.findings.flags import Case, flags_of
from quotepart.checks.findings.shown import assumptions_of, now_of, readings_of
from quotepart.checks.operations.added import MEASURE as ADDED
from quotepart.checks.operations.find import operation_for
from quotepart.checks.readings.announcements import announced_bases, by_producer, known_by, stating
from quotepart.checks.readings.decline import reason_before, reason_without
from quotepart.checks.readings.earlier import earlier_match
from quotepart.checks.readings.judge import Judge, Judged
from quotepart.checks.readings.readings import Query, Setting
from quotepart.checks.readings.settlement import settle
from quotepart.checks.readings.some_time import is_of_some_time, nearest_in_time
from quotepart.checks.readings.verdict import decide
from quotepart.checks.working.ledger import KEPT
from quotepart.model.dates import Period
from quotepart.model.finding import Finding, Reason, Verdict
from quotepart.model.observation import Announcement
from quotepart.model.pact import Pact
from quotepart.wording.wording import find_wording


class Checker:
    """Judges claims on one account, and keeps what it has looked up from one claim to the next."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.pact: Pact = account.pact
        self.holders = names_of_holders(account.pact)
        self.judge = Judge(account)
        self.announcements = by_producer(account.pact)
        self._settings: dict[tuple[date, str], Setting] = {}

    def check(
        self, claim: Claim, *, known_on: date | None = None, language: str | None = None,
        queries: Sequence[Query] | None = None,
    ) -> Finding:  # fmt: skip
        """Return the finding on ``claim``, judged on what was known on ``known_on`` (the day it was said, by default).

        ``queries`` are readings that the caller forces in place of those that the words give.
        """
        day = known_on or claim.said_on
        setting = self.setting(day, language or claim.lang)
        refused = reason_before(claim, setting) if queries is None else None
        found = tuple(queries) if queries is not None else () if refused else self._queries(claim, setting)
        if refused or not found:
            return self._declined(claim, setting, refused or reason_without(claim, setting), found)
        return self._judged(claim, setting, day, found)

    def setting(self, day: date, language: str) -> Setting:
        """Return what claims of ``day`` are read in, printed in ``language``; kept from claim to claim."""
        if (day, language) not in self._settings:
            if len(self._settings) >= KEPT:
                self._settings.clear()
            self._settings[day, language] = self._setting(day, language)
        return self._settings[day, language]

    def _setting(self, day: date, language: str) -> Setting:
        main = self.pact.conventions.main_indicator
        return Setting(
            pact=self.pact,
            wording=find_wording(language),
            last_year=self.judge.last_year(main, day),
            announced_bases=announced_bases(known_by(self.announcements, day), ADDED),
            find_currencies=lambda: self.judge.currencies,
            has_series=self.judge.has_series,
            first_year=self.judge.first_year(main),
            span_of=lambda indicator: (self.judge.first_year(indicator), self.judge.last_year(indicator, day)),
        )

    def _queries(self, claim: Claim, setting: Setting) -> tuple[Query, ...]:
        operation = operation_for(claim, setting)
        if operation and is_of_some_time(claim):
            queries = nearest_in_time(claim, setting, operation.read)
        else:
            queries = operation.read(claim, setting) if operation else ()
        if operation and (
            is_unread(claim, operation.id, self.pact) or not is_understood(claim, operation.id, self.pact, self.holders)
        ):
            queries = tuple(replace(query, may_contradict=False) for query in queries)
        return _told_apart(tuple(sorted(queries, key=lambda query: -query.weight)), setting)

    def _judged(self, claim: Claim, setting: Setting, day: date, queries: Sequence[Query]) -> Finding:
        groups = {query.group for query in queries}
        measures = {query.measure for query in queries}
        announced = stating(claim, known_by(self.announcements, claim.said_on), groups, measures, self.pact)
        then = [self.judge.then(query, day, announced=bool(announced)) for query in queries]
        now = [self.judge.now(query, day) for query in queries]
        earlier = earlier_match(self.judge, claim, then, day)
        case = self._case(claim, day, then, now, announced, bool(earlier))
        if case.headline == "as_announced" and queries and claim.reason is None:
            case = self._in_announced_years(case, setting)
        reason = _reason_of(then) if case.headline == "not_checkable" else None
        words = earlier.words(setting) if earlier and case.headline == "out_of_date" else ""
        return Finding(
            id=id_of(claim),
            claim=claim.text,
            verdict=case.headline,
            basis=basis_of(case, setting, self.judge, reason, words),
            span=claim.span,
            said_by=claim.said_by,
            said_on=claim.said_on_text or claim.said_on.isoformat(),
            reason=reason,
            settle=settle(reason, claim, setting) if reason else None,
            assumptions=assumptions_of(case, setting),
            readings=readings_of(case, setting, self.judge),
            flags=flags_of(case, self.judge),
            now=now_of(case, setting),
            sentence=claim.sentence,
            stated=claim.amount,
        )

    def _announced(self, claim: Claim, setting: Setting, reason: Reason) -> tuple[Announcement, ...]:
        """What the producer had announced of a declined figure; of a forecast, of the year under way or later."""
        ahead = reason == "forecast"
        measures = {query.measure for query in self._queries(claim, setting)} if ahead else ()
        groups = {*claim.groups, self.pact.conventions.whole}
        found = stating(claim, known_by(self.announcements, claim.said_on), groups, measures, self.pact)
        return tuple(each for each in found if not ahead or (each.end_year or 0) >= claim.said_on.year)

    def _case(
        self, claim: Claim, day: date, then: Sequence[Judged], now: Sequence[Judged],
        announced: Sequence[Announcement], was_so_earlier: bool,
    ) -> Case:  # fmt: skip
        verdict = decide([each.vote for each in then], announced=bool(announced), was_so_earlier=was_so_earlier)
        latest = decide([each.vote for each in now])
        is_open = verdict == "not_checkable" and not any(each.reason == "definition" for each in then)
        is_later = is_open and latest not in ("not_checkable", "contradicted")
        return Case(
            claim=claim, day=day, then=then, now=now, verdict_then=verdict, verdict_now=latest,
            headline=latest if is_later else verdict, announced=announced, is_later=is_later,
        )  # fmt: skip

    def _in_announced_years(self, case: Case, setting: Setting) -> Case:
        """Return a case that only an announcement answers with the readings of the years that were announced."""
        first = case.announced[0]
        end = first.end_year
        if first.measure != ADDED or end is None or case.then[0].query.end == end:
            return case
        stated = case.claim.period
        asked = replace(case.claim, period=Period(stated.start if stated else None, str(end)))
        queries = self._queries(asked, replace(setting, last_year=end))
        if not queries or {query.end for query in queries} != {end}:
            return case
        then = [self.judge.then(query, case.day, announced=True) for query in queries]
        silent = [replace(each, result="no_data") for each in then]
        return replace(case, then=silent, now=[self.judge.now(query, case.day) for query in queries])

    def _declined(self, claim: Claim, setting: Setting, reason: Reason, queries: Sequence[Query]) -> Finding:
        announced = self._announced(claim, setting, reason)
        verdict: Verdict = "as_announced" if announced and reason != "opinion" else "not_checkable"
        case = Case(
            claim=claim, day=claim.said_on, then=(), now=(), verdict_then=verdict, verdict_now="not_checkable",
            headline=verdict, announced=announced,
        )  # fmt: skip
        is_open = verdict == "not_checkable"
        return Finding(
            id=id_of(claim),
            claim=claim.text,
            verdict=verdict,
            basis=basis_of(case, setting, self.judge, reason),
            span=claim.span,
            said_by=claim.said_by,
            said_on=claim.said_on_text or claim.said_on.isoformat(),
            reason=reason if is_open else None,
            settle=settle(reason, claim, setting) if is_open else None,
            readings=readings_of(case, setting, self.judge),
            flags=flags_of(case, self.judge),
            sentence=claim.sentence,
            stated=claim.amount,
        )


def _told_apart(queries: Sequence[Query], setting: Setting) -> tuple[Query, ...]:
    """Return the readings with the group in each label, where groups differ and the label does not name it."""
    if len({query.group for query in queries}) < 2:
        return tuple(queries)
    names = {query.group: setting.entity_name(query.group) for query in queries}
    return tuple(
        query if names[query.group] in query.label else replace(query, label=f"{query.label}, {names[query.group]}")
        for query in queries
    )


def _reason_of(then: Sequence[Judged]) -> Reason:
    return next((each.reason for each in then if each.reason), "no_edition_then")


def id_of(claim: Claim) -> str:
    """Return the id of a finding: twelve digits of the hash of the claim's words, day and place."""
    place = f"{claim.span.start}-{claim.span.end}" if claim.span else ""
    words = "|".join((claim.sentence, claim.text, claim.said_on.isoformat(), place))
    return hashlib.sha256(words.encode()).hexdigest()[:12]
