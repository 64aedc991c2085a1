"""A claim becomes a finding: read by an operation, judged then and now, decided by the table, explained."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from quotepart.accounts.account import Account
from quotepart.checks.announcements import announced_bases, stating
from quotepart.checks.basis import announcement_label, basis_of, statement, value_of
from quotepart.checks.claims import Claim
from quotepart.checks.decline import reason_before, reason_without, settle
from quotepart.checks.earlier import earlier_match
from quotepart.checks.flags import Case, flags_of
from quotepart.checks.judge import Judge, Judged
from quotepart.checks.operations.find import operation_for
from quotepart.checks.readings import Query, Setting
from quotepart.checks.verdict import decide
from quotepart.model.finding import Finding, Input, Now, Reading, Reason, Verdict
from quotepart.model.observation import Announcement
from quotepart.model.pact import Pact
from quotepart.wording.wording import find_wording

_SHOWN = 5
_MEASURE_ADDED = "added_spending"


class Checker:
    """Judges claims on one account, and keeps what it has looked up from one claim to the next."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.pact: Pact = account.pact
        self.judge = Judge(account)

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
        """Return what claims of ``day`` are read in, printed in ``language``."""
        main = self.pact.conventions.main_indicator
        return Setting(
            pact=self.pact,
            wording=find_wording(language),
            last_year=self.judge.last_year(main, day),
            announced_bases=announced_bases(self.pact, _MEASURE_ADDED, day),
        )

    def _queries(self, claim: Claim, setting: Setting) -> tuple[Query, ...]:
        operation = operation_for(claim, setting)
        queries = operation.read(claim, setting) if operation else ()
        return tuple(sorted(queries, key=lambda query: -query.weight))

    def _judged(self, claim: Claim, setting: Setting, day: date, queries: Sequence[Query]) -> Finding:
        groups = {query.group for query in queries}
        announced = stating(claim, self.pact, groups, {query.measure for query in queries})
        then = [self.judge.then(query, day, announced=bool(announced)) for query in queries]
        now = [self.judge.now(query, day) for query in queries]
        earlier = earlier_match(self.judge, claim, then, day)
        case = self._case(claim, day, then, now, announced, bool(earlier))
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
            assumptions=self._assumptions(claim, setting, case),
            readings=self._readings(case, setting, day),
            flags=flags_of(case, self.judge),
            now=self._now(case, setting),
        )

    def _case(
        self, claim: Claim, day: date, then: Sequence[Judged], now: Sequence[Judged],
        announced: Sequence[Announcement], was_so_earlier: bool,
    ) -> Case:  # fmt: skip
        verdict = decide([each.vote for each in then], announced=bool(announced), was_so_earlier=was_so_earlier)
        latest = decide([each.vote for each in now])
        is_later = verdict == "not_checkable" and latest not in ("not_checkable", "contradicted")
        return Case(
            claim=claim, day=day, then=then, now=now, verdict_then=verdict, verdict_now=latest,
            headline=latest if is_later else verdict, announced=announced, is_later=is_later,
        )  # fmt: skip

    def _declined(self, claim: Claim, setting: Setting, reason: Reason, queries: Sequence[Query]) -> Finding:
        announced = stating(claim, self.pact, {*claim.groups, self.pact.conventions.whole}, ())
        verdict: Verdict = "as_announced" if announced and reason not in ("forecast", "opinion") else "not_checkable"
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
            readings=self._announcements(case, setting),
            flags=flags_of(case, self.judge),
        )

    def _assumptions(self, claim: Claim, setting: Setting, case: Case) -> tuple[str, ...]:
        say = setting.wording.say
        said = [say(f"assumptions.day.{claim.date_is}", date=setting.wording.date(claim.said_on_text or claim.said_on))]
        lead = case.leading or (case.then[0] if case.then else None)
        if lead is None:
            return tuple(said)
        if lead.query.base is not None:
            said.append(say("assumptions.base", year=str(lead.query.base)))
        return (*said, *lead.query.why)

    def _readings(self, case: Case, setting: Setting, day: date) -> tuple[Reading, ...]:
        fits = [each for each in case.shown[_SHOWN:] if each.result == "match"][:1]
        shown = [self._reading(each, setting, case) for each in (*case.shown[:_SHOWN], *fits)]
        return (*shown, *self._announcements(case, setting))

    def _reading(self, judged: Judged, setting: Setting, case: Case) -> Reading:
        query = judged.query
        inputs = self.judge.inputs(judged)
        return Reading(
            label=query.label,
            weight=float(round(query.weight, 4)),
            measure=query.measure,
            group=query.group,
            start=str(query.start),
            end=str(query.end),
            basis=inputs[0].basis if inputs else query.frame.basis,
            known_on=case.day.isoformat(),
            edition=judged.edition.id if judged.edition else None,
            edition_is=judged.edition_is,
            unit=query.unit,
            result=judged.result,
            value=judged.measured.value if judged.measured else None,
            low=judged.judged.low if judged.judged else None,
            high=judged.judged.high if judged.judged else None,
            formula=judged.formula,
            inputs=inputs,
            reason=judged.reason,
            why="; ".join(query.why),
            flags=("rebased",) if judged.rebased else (),
        )

    def _announcements(self, case: Case, setting: Setting) -> tuple[Reading, ...]:
        return tuple(self._announcement(each, setting, case) for each in case.announced)

    def _announcement(self, announced: Announcement, setting: Setting, case: Case) -> Reading:
        end = announced.end_year or announced.announced_on.year
        source = announced.source
        place = f", {source.place}" if source.place else ""
        value = Input(
            member=announced.group, year=end, indicator=announced.measure, value=announced.value, unit=announced.unit,
            basis="current", status="final", edition=announced.id, source=f"{source.publisher}: {source.title}{place}",
        )  # fmt: skip
        return Reading(
            label=announcement_label(announced, setting),
            weight=0.0,
            measure=announced.measure,
            group=announced.group,
            start=str(announced.start_year) if announced.start_year else None,
            end=str(end),
            basis="constant" if announced.price_basis == "real" else "current",
            known_on=case.day.isoformat(),
            edition=announced.id,
            edition_is="announcement",
            unit=announced.unit,
            result="match",
            value=announced.value,
            low=announced.value,
            high=announced.value,
            formula=f"{announced.measure}[{announced.group}, {end}]",
            inputs=(value,),
            why=setting.wording.say("readings.announcement_why", who=announced.person, date=announced.announced_on),
        )

    def _now(self, case: Case, setting: Setting) -> Now | None:
        lead = case.leading_now
        if lead is None:
            return None
        return Now(
            verdict=case.verdict_now,
            edition=lead.edition.id if lead.edition else None,
            value=lead.measured.value if lead.measured else None,
            basis=f"{statement(lead, setting)}.",
        )


def _reason_of(then: Sequence[Judged]) -> Reason:
    return next((each.reason for each in then if each.reason), "no_edition_then")


def id_of(claim: Claim) -> str:
    """Return the id of a finding: twelve digits of the hash of the claim's words, day and place."""
    place = f"{claim.span.start}-{claim.span.end}" if claim.span else ""
    words = "|".join((claim.sentence, claim.text, claim.said_on.isoformat(), place))
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def with_day(claim: Claim, day: date) -> Claim:
    """Return ``claim`` as said on another day."""
    return replace(claim, said_on=day, said_on_text=day.isoformat())


__all__ = ["Checker", "id_of", "value_of", "with_day"]
