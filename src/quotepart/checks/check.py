"""The way in: the findings on a record, or on one sentence as somebody says it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from quotepart.accounts.account import Account
from quotepart.checks.checker import Checker
from quotepart.checks.claims.beside import marked
from quotepart.checks.claims.caution import UNDATED
from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.gather import Gatherer
from quotepart.checks.claims.speaker import Speakers
from quotepart.checks.findings.links import pointed_back
from quotepart.checks.forced import forced_query, parse_forced
from quotepart.checks.working.register import MEMBERS
from quotepart.errors import UsageError
from quotepart.extraction.languages.find import language_of
from quotepart.model.dates import Dating, day_after
from quotepart.model.document import Document
from quotepart.model.entry import Record
from quotepart.model.finding import Finding
from quotepart.model.pact import Pact

if TYPE_CHECKING:
    from quotepart.extraction.extractor import Extractor

_BY_MEETING = "meeting"


@lru_cache(maxsize=4)
def checker_for(account: Account) -> Checker:
    """Return the checker of an account, which keeps what it has looked up."""
    return Checker(account)


@lru_cache(maxsize=16)
def _gatherer_for(account: Account, lang: str) -> Gatherer:
    return Gatherer(account.pact, lang)


@lru_cache(maxsize=16)
def _gatherer_of(extractor: Extractor, lang: str) -> Gatherer:
    return Gatherer(extractor.pact, lang, extractor.grammars(language_of(lang)).names)


@lru_cache(maxsize=4)
def _speakers_of(account: Account) -> Speakers:
    return Speakers(account.pact)


def check_record(
    record: Record, document: Document, account: Account, *, known_on: date | None = None, language: str | None = None
) -> tuple[Finding, ...]:
    """Return a finding for each figure of ``record`` that asserts something, in text order.

    Figures are judged on what was known on the day the document was published, or on ``known_on``; of an undated document, on
    the day of the newest edition. ``language`` is the reader's, the document's where not given. Demands, targets and
    thresholds assert nothing and have no finding.
    """
    if record.lang not in account.pact.names:
        return ()
    checker = checker_for(account)
    claims = _claims(record, document, account)
    findings = [checker.check(claim, known_on=known_on, language=language) for claim in claims]
    return pointed_back(findings, document.text, record.lang)


def check_claim(
    text: str, extractor: Extractor, account: Account, *, on: date | str, by: str | None = None,
    lang: str | None = None, language: str | None = None, known_on: date | None = None, forced: str | None = None,
) -> tuple[Finding, ...]:  # fmt: skip
    """Return the findings on one sentence said on a day: one for each thing it asserts, at least one.

    ``by`` is who said it, which decides nothing but whom "we" means. ``lang`` is the sentence's language, found from its
    words where not given; ``language`` the reader's. ``forced`` is a reading ``MEASURE,GROUP,FROM..TO,BASIS`` to be used in
    place of those that the words give.

    Raises ``UsageError`` for an empty text or a forced reading that makes no sense.
    """
    claims = claims_in(text, extractor, account, on=on, by=by, lang=lang)
    return _findings(claims, checker_for(account), known_on, language, forced)


def claims_in(
    text: str, extractor: Extractor, account: Account, *, on: date | str, by: str | None = None, lang: str | None = None
) -> tuple[Claim, ...]:
    """Return what one sentence asserts, at least one claim: with the reason, where nothing that accounts could show.

    Raises ``UsageError`` for an empty text.
    """
    if not text.strip():
        raise UsageError("there is no claim to check", hint='give a sentence: quotepart claim "TEXT" --on DATE')
    dating = Dating(date=on if isinstance(on, str) else on.isoformat(), how="given")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document(id="claim", text=text, sha256=sha256, lang=lang, published=dating)
    record = extractor.read_sentence(document)
    if record.lang not in account.pact.names:
        record = replace(record, lang=account.pact.conventions.languages[0])
    gatherer = _gatherer_of(extractor, record.lang)
    stated = tuple(gatherer.claims(record, document, dating))
    found = stated or gatherer.in_words(record, document, dating)
    found = (*found, *gatherer.beside(stated, record, document, dating))
    speakers = _speakers_of(account)
    return tuple(speakers.said_by(_with_holder(claim, account.pact), by) for claim in found)


def _with_holder(claim: Claim, pact: Pact) -> Claim:
    """Leave open whose a figure is where a lone sentence names nobody: there is no text before it that could tell."""
    defaulted = claim.groups == (pact.conventions.whole,) and not claim.actors and claim.metric != MEMBERS
    defaulted = defaulted and claim.fact is None
    return replace(claim, groups=()) if defaulted else claim


def _claims(record: Record, document: Document, account: Account) -> Sequence[Claim]:
    dating = record.published
    gatherer = _gatherer_for(account, record.lang)
    if dating is None:
        newest = account.editions()[0].published
        undated = gatherer.claims(record, document, Dating(date=newest.isoformat(), how="inferred"))
        return [replace(claim, date_is=UNDATED) for claim in undated]
    claims = list(gatherer.claims(record, document, dating))
    day = day_of_meeting(record, dating, account.pact)
    return claims if day is None else [replace(claim, said_on=day, date_is=_BY_MEETING) for claim in claims]


def day_of_meeting(record: Record, dating: Dating, pact: Pact) -> date | None:
    """Return the last day of the first meeting that a document reports within its own month, where no day of its own is known."""
    if dating.precision == "day":
        return None
    reported = {mention.meeting_id for mention in record.meetings if mention.meeting_id}
    ends = (day_after(each.end) - timedelta(days=1) for each in pact.meetings if each.id in reported)
    return min((end for end in ends if dating.earliest <= end <= dating.latest), default=None)


def _findings(
    claims: Sequence[Claim], checker: Checker, known_on: date | None, language: str | None, forced: str | None
) -> tuple[Finding, ...]:
    if forced is None:
        findings = [checker.check(claim, known_on=known_on, language=language) for claim in claims]
        left = [each for each, found in zip(claims, findings, strict=True) if found.reason is None]
        again = marked(claims, left)
        return tuple(
            found if claim is same else checker.check(claim, known_on=known_on, language=language)
            for claim, same, found in zip(again, claims, findings, strict=True)
        )
    asked = parse_forced(forced, checker.account)
    if not claims:
        raise UsageError("the claim states no amount that a forced reading could be compared with")
    claim = claims[0]
    setting = checker.setting(known_on or claim.said_on, language or claim.lang)
    return (checker.check(claim, known_on=known_on, language=language, queries=(forced_query(asked, claim, setting),)),)
