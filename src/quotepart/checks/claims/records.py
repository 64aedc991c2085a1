"""What a sentence says of the pact's registers: who joined when, who held which office, which meeting was where and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

import ahocorasick_rs

from quotepart.checks.claims.claim import Actor, Claim, RecordWords
from quotepart.checks.claims.cues import LAYER, YEAR
from quotepart.checks.claims.numerals import number_near
from quotepart.checks.claims.told_time import time_told
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention
from quotepart.extraction.text.whole_words import is_whole, whole_words
from quotepart.model.amount import Amount
from quotepart.model.dates import Period
from quotepart.model.entry import MeetingMention
from quotepart.model.pact import Pact

_BESIDE, _MANY, _FEW, _AT = 14, 8, 4, 2
_LEADERS = (".hos", ".hog")
_IS_SO = Amount(value=Decimal(1), unit="record")


class RecordReader:
    """Reads matters of record from sentences of one language; what it looks for is compiled when first needed."""

    def __init__(self, pact: Pact, lang: str) -> None:
        self.pact, self.lang = pact, lang

    def read(
        self, bare: Claim, mentions: Sequence[Mention], meetings: Sequence[MeetingMention], numbers: Mapping[str, int]
    ) -> tuple[Claim, ...]:
        """Return what ``bare``, a sentence without a figure, says of the registers; nothing where it says nothing of them."""
        if bare.cues.has("forecast", "demand", "promise", "counterfactual"):
            return ()
        said = replace(bare, amount=_IS_SO, kind="level")
        return (
            tuple(self._offices(said, mentions))
            or tuple(self._accessions(said, numbers))
            or tuple(self._meetings(said, meetings))
        )

    def dated(self, claim: Claim) -> Claim:
        """Return a claim dated by somebody's taking office with that year: "when X took office", "since X came to power"."""
        if claim.period is not None or not claim.cues.has("term") or claim.cues.has("i_took"):
            return claim
        named = set(self._people(claim))
        leads = [
            each
            for each in self.pact.holdings
            if each.holder in named and each.office.endswith(_LEADERS) and each.first <= claim.said_on
        ]
        if not leads:
            return claim
        start = max(each.first for each in leads).year
        if claim.cues.has("since"):
            return replace(claim, period=Period(str(start), None))
        return replace(claim, event_year=start) if claim.cues.has("when") else claim

    def _offices(self, claim: Claim, mentions: Sequence[Mention]) -> Iterator[Claim]:
        """Yield each person said to be, or to have been, in an office that the sentence names."""
        offices = [mention.office for mention in mentions if mention.office and mention.kind == "office"]
        people = list(dict.fromkeys(self._people(claim)))
        if claim.cues.has("became"):
            people = people[:1]
        if not offices or len(people) != 1 or not claim.cues.has("is", "was", "became", "since"):
            return
        cues, told = claim.cues, time_told(claim.sentence, self.lang)
        words = RecordWords(
            person=people[0],
            office=offices[0],
            when=told.when,
            is_term=told.is_term,
            is_denied=cues.has("not"),
            is_past=cues.has("was") and not cues.has("is", "since"),
            begins=cues.has("since", "became"),
        )
        yield replace(claim, shape="office", fact=words, groups=(self.pact.conventions.whole,))

    def _people(self, claim: Claim) -> Iterator[str]:
        """Yield the office-holders of the pact that the sentence names in full or by surname, in text order.

        A name has a capital somewhere; one that is a plain word of the language names nobody: "May", "les".
        """
        text = claim.cues.text
        for at, start, end in whole_words(self._holders[0], text):
            if any(map(str.isupper, claim.sentence[start:end])):
                yield self._holders[1][at]

    @cached_property
    def _holders(self) -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
        plain = frozenset(map(fold, language_of(self.lang).tables[LAYER]["plain"]))
        names = {fold(name): each.holder for each in self.pact.holdings for name in (*each.aliases, each.holder)}
        names = {name: holder for name, holder in names.items() if name not in plain}
        longest = ahocorasick_rs.MatchKind.LeftmostLongest
        return ahocorasick_rs.AhoCorasick(list(names) or ["\x00"], matchkind=longest), tuple(names.values())

    def _accessions(self, claim: Claim, numbers: Mapping[str, int]) -> Iterator[Claim]:
        """Yield for each member or state named when it joined, that it is the newest, or that it is, or is not, a member."""
        cues, whole = claim.cues, self.pact.conventions.whole
        named = _subjects(claim, self.pact) or [
            each for actor in claim.actors if actor.id != whole for each in self._members_of(actor, claim)
        ]
        pays = any(cue.end - cue.start > _AT for cue in cues.of("met", "spends"))
        if not named or pays or cues.has("spending_of", "forces") or cues.has("of_gdp", "majority", "all"):
            return
        when = time_told(claim.sentence, self.lang).when
        ordered = self._order(claim, named)
        if ordered is not None:
            yield ordered
            if ordered.fact is None or ordered.fact.is_first or when is None:
                return
            named = named[:1]
        if number_near(claim, cues.of("order"), numbers, _BESIDE) is not None:
            return
        joins = cues.has("joining") or (cues.has("member_of") and cues.has("since"))
        for actor, year in self._with_years(_several(named), named, claim, when):
            said = replace(claim, groups=(actor,))
            if year is not None and joins and actor in self.pact.members:
                start = year.start or ""
                joined = Amount(value=Decimal(start), unit="year") if start.isdigit() else _IS_SO
                fact = RecordWords(when=year, is_denied=cues.has("not"))
                yield replace(said, amount=joined, shape="accession", fact=fact)
            elif cues.has("newest") and cues.has("member_of", "joining") and actor in self.pact.members:
                yield replace(said, shape="membership", fact=RecordWords(is_first=True, is_denied=cues.has("not")))
            elif cues.has("founding") and actor in self.pact.members:
                yield replace(said, shape="membership", fact=RecordWords(begins=True, is_denied=cues.has("not")))
            elif (
                cues.has("member_of")
                and cues.has("is", "was")
                and _is_of_whole(claim, whole)
                and not cues.has("ranked_of", "sole")
            ):
                yield replace(said, shape="membership", fact=RecordWords(when=year, is_denied=cues.has("not")))

    def _members_of(self, actor: Actor, claim: Claim) -> Iterator[Actor]:
        """Yield each member of a small group that is named, in its place: "the three Baltic states"."""
        members = self.pact.members_on(actor.id, claim.said_on) if actor.id in self.pact.groups else ()
        for member in members if len(members) <= _FEW else ():
            yield replace(actor, id=member)

    def _with_years(
        self, actors: Sequence[str], named: Sequence[Actor], claim: Claim, when: Period | None
    ) -> Iterator[tuple[str, Period | None]]:
        """Yield each actor with its own year where the sentence gives several: "X in 1952, Y in 1955", "in 1952 X, in 1955 Y"."""
        years = list(YEAR.finditer(claim.cues.text))
        leads = bool(years) and years[0].start() < named[0].start
        for actor in actors:
            place = next(each for each in named if each.id == actor)
            behind = [year[0] for year in years if year.start() >= place.end]
            before = [year[0] for year in years if year.end() <= place.start]
            own = before[-1:] if leads else behind[:1]
            yield actor, Period(own[0], own[0]) if own and len(years) > 1 else when

    def _order(self, claim: Claim, named: Sequence[Actor]) -> Claim | None:
        """Return that one member joined before another, or as the first since another did; ``None`` where none is said."""
        cues, members = claim.cues, [actor for actor in named if actor.id in self.pact.members]
        if len({actor.id for actor in members}) != 2 or len(named) != len(members):
            return None
        first, second = members[0], members[-1]
        is_first = cues.has("first_to_join") and cues.has("since")
        words = [cue for cue in cues.of("earlier_than", "later_than") if first.end <= cue.start < second.start]
        if not is_first and not (words and cues.has("joining")):
            return None
        is_later = is_first or words[0].kind == "later_than"
        groups = (second.id, first.id) if is_later else (first.id, second.id)
        fact = RecordWords(is_first=is_first, is_denied=cues.has("not"))
        return replace(claim, shape="joining_order", groups=groups, fact=fact)

    def _meetings(self, claim: Claim, meetings: Sequence[MeetingMention]) -> Iterator[Claim]:
        """Yield the meeting that is said to have been somewhere at some time, or to have been the first there."""
        if len(meetings) != 1 or meetings[0].kind not in {each.kind for each in self.pact.meetings}:
            return
        city, when = self._city(claim), time_told(claim.sentence, self.lang).when
        hosts = [a.id for a in claim.actors if a.id in self.pact.members and not city]
        is_first = claim.cues.has("first_time", "first_one")
        if not is_first and (when is None or not (city or hosts) or not claim.cues.has("held")):
            return
        if is_first:
            hosts = [a.id for a in claim.actors if a.id in self.pact.members]
        words = RecordWords(
            kind=meetings[0].kind,
            city=city if not (is_first and hosts) else "",
            country=hosts[-1] if hosts else "",
            when=when,
            is_denied=claim.cues.has("not"),
            is_first=is_first,
        )
        if words.city or words.country:
            yield replace(claim, shape="meeting", fact=words, groups=(self.pact.conventions.whole,))

    def _city(self, claim: Claim) -> str:
        """The last city of the calendar that the sentence names, in its English spelling."""
        text = claim.cues.text
        found = [(text.rfind(name), city) for name, city in self._cities if _stands(text, name)]
        return max(found)[1] if found else ""

    @cached_property
    def _cities(self) -> tuple[tuple[str, str], ...]:
        names = self.pact.names.get(self.lang)
        return tuple((fold(name), city) for name, city in names.cities.items()) if names else ()


def _subjects(claim: Claim, pact: Pact) -> list[Actor]:
    """Who is named besides the pact: those before the word for being a member, where anybody stands there."""
    named = [actor for actor in claim.actors if actor.id != pact.conventions.whole and actor.id not in pact.groups]
    at = min((cue.start for cue in claim.cues.of("member_of")), default=0)
    return [actor for actor in named if actor.end <= at] or named


def _several(actors: Sequence[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.id for actor in actors))[:_MANY]


def _is_of_whole(claim: Claim, whole: str) -> bool:
    return any(actor.id == whole for actor in claim.actors)


def _stands(text: str, name: str) -> bool:
    at = text.rfind(name)
    return at >= 0 and is_whole(text, at, at + len(name))
