"""Whose a figure is: as it was extracted, unless its sentence names somebody else for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from quotepart.checks.claims.actors import is_behind
from quotepart.checks.claims.claim import Actor
from quotepart.checks.claims.cues import Cues
from quotepart.checks.working.register import MEMBERS
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.text.fold import fold
from quotepart.model.entry import Figure
from quotepart.model.pact import Pact

_OWNED, _WITH, _AT, _OPENING = 6, 8, 2, 16
_PARTS = frozenset(",;:")


class HolderFinder:
    """Tells whose the figures of a sentence are, by the names in it and the words between them and the figure."""

    def __init__(self, pact: Pact, lang: str) -> None:
        self.pact, self.lang = pact, lang

    def of(
        self, figure: Figure, others: Sequence[Figure], actors: Sequence[Actor], start: int, cues: Cues
    ) -> tuple[str, ...]:
        """Return whose the figure is: as extracted, unless the sentence names others for it.

        Money does not name its holder ("US dollars"), and the whole pact is no holder where the sentence names a part of it only.
        """
        spans = [each.span for each in (figure, *others)]
        named = [a for a in actors if not any(s.start <= start + a.start and start + a.end <= s.end for s in spans)]
        end = figure.span.end - start
        behind = [a for a in named if a.start >= end and not _PARTS & set(cues.text[end : a.start])]
        doers = [a.id for a in behind if is_behind(a, cues, "by")]
        bears = figure.kind == "share" and figure.who == (self.pact.conventions.whole,)
        if doers and (bears or figure.kind in ("change", "cumulative")):
            return (doers[0],)
        if self._is_total_in_brackets(figure, others, start, cues):
            return (self.pact.conventions.whole,)
        subject = (
            _owner(figure, named, start, cues)
            or self._subject_behind(figure, named, start, cues)
            or self._leader(figure, named, start, cues)
            or self._counted_for(figure, named, start, cues)
        )
        if subject:
            return (subject,)
        left = next((actor.id for actor in named if actor.instead_of), None)
        if left and figure.who == (self.pact.conventions.whole,) and figure.metric != MEMBERS:
            return (left,)
        meant = {actor.instead_of: actor.id for actor in named if actor.instead_of}
        absent = {actor.id for actor in actors} - {actor.id for actor in named}
        whole = self.pact.conventions.whole
        if named and whole not in {actor.id for actor in named}:
            absent.add(whole)
        if figure.who and (figure.metric == MEMBERS or not set(figure.who) <= absent):
            return tuple(meant.get(each, self._state_of(each)) for each in figure.who)
        bearers = [actor for actor in named if actor.kind != "institution"] or named
        before = [actor for actor in bearers if start + actor.end <= figure.span.start]
        after = [actor for actor in bearers if start + actor.start >= figure.span.end]
        is_ours = cues.within(before[-1].end if before else 0, figure.span.start - start).has("we")
        is_home = bool(before) and (" " + cues.text[: before[-1].start]).endswith(self._places)
        return () if is_ours and not is_home else tuple(actor.id for actor in (*before[-1:], *after[:1])[:1])

    def _subject_behind(self, figure: Figure, named: Sequence[Actor], start: int, cues: Cues) -> str:
        """The member named before the figure, where a group is but what it is a part of.

        "X, last of the pact, with"; "X is the pact's lowest spender, at". The first of several, where it is one of those that
        the figure is said of: "X is, with Y, one of the members with".
        """
        if len(figure.who) != 1 or figure.who[0] not in self.pact.groups or figure.metric == MEMBERS:
            return ""
        before = [actor for actor in named if start + actor.end <= figure.span.start]
        members = list(dict.fromkeys(actor.id for actor in before if actor.id in self.pact.members))
        if members and cues.within(before[0].end, figure.span.start - start).has("one_of"):
            return members[0]
        if len(members) != 1 or before[-1].id != figure.who[0]:
            return ""
        place = figure.span.start - start
        close = cues.within(max(0, place - _WITH), place)
        ranked = cues.of("highest", "lowest", "ranked", "spender")
        is_ranked = any(before[0].end <= cue.start <= before[-1].end + _WITH for cue in ranked)
        return members[0] if close.has("having") or is_ranked else ""

    def _leader(self, figure: Figure, named: Sequence[Actor], start: int, cues: Cues) -> str:
        """The member that opens the sentence, or a clause, where the figure's verb follows a comma or an "and": it has no other.

        "X, once a part of Y, spends"; "X joined it before Y, and spent".
        """
        place = figure.span.start - start
        verbs = [cue for cue in cues.within(0, place).of("spends", "met") if cue.end - cue.start > _AT]
        if not verbs or len(figure.who) > 1 or figure.metric == MEMBERS:
            return ""
        opening = (0, *(cue.end for cue in cues.within(0, place).of("turn")))
        leading = [a for a in named if a.end < verbs[-1].start and any(0 <= a.start - end <= _WITH for end in opening)]
        first = leading[-1] if leading else None
        if first is None or first.id not in self.pact.members:
            return ""
        breaks = [at + 1 for at in range(first.end, verbs[-1].start) if cues.text[at] == ","]
        breaks += [cue.end for cue in cues.within(first.end, verbs[-1].start).of("and")]
        opened = max(breaks, default=place)
        is_new = any(actor.start >= opened and actor.end <= place for actor in named)
        is_led = 0 <= verbs[-1].start - opened <= _OPENING and not is_new
        return first.id if is_led and not cues.within(opened, verbs[-1].start).has("whose", "pronoun") else ""

    def _counted_for(self, figure: Figure, named: Sequence[Actor], start: int, cues: Cues) -> str:
        """The member before a figure that is but counted by the pact behind it: "spending of X is put at ten by NATO"."""
        whole, place = self.pact.conventions.whole, figure.span.start - start
        counts = [actor for actor in named if actor.id == whole and is_behind(actor, cues, "by")]
        before = [actor.id for actor in named if actor.end <= place and actor.id in self.pact.members]
        is_source = figure.kind == "level" and figure.who == (whole,) and counts and counts[0].start > place
        return before[-1] if is_source and before else ""

    def _is_total_in_brackets(self, figure: Figure, others: Sequence[Figure], start: int, cues: Cues) -> bool:
        """Whether the figure stands in brackets right behind all members: "of all the 29 members (1,013 billion)"."""
        before = cues.text[: figure.span.start - start].rstrip()
        counts = [each.span.end - start for each in others if each.metric == MEMBERS and each.amount.unit == "count"]
        return before.endswith("(") and any(0 < len(before) - end <= _AT for end in counts)

    def _state_of(self, entity: str) -> str:
        """The state or group that an institution acts for, else the entity itself: an army is its state's."""
        names = self.pact.names.get(self.lang)
        institution = names.institutions.get(entity) if names else None
        return institution.of if institution and institution.of else entity

    @cached_property
    def _places(self) -> tuple[str, ...]:
        """What stands before the name of where somebody is: "here in Borduria we spend"."""
        return tuple(map(fold, language_of(self.lang).tables["figures"]["ties"]["places"]))


def _owner(figure: Figure, named: Sequence[Actor], start: int, cues: Cues) -> str:
    """Who stands right before a possessive that leads the figure, or behind "that of": "X and its 3 %", "that of X of 3 %"."""
    at = figure.span.start - start
    those = [cue.end for cue in cues.within(0, at).of("that_of")]
    of_these = [
        actor.id
        for actor in named
        for end in those
        if 0 <= actor.start - end <= _OWNED and 0 <= at - actor.end <= _OWNED
    ]
    if of_these:
        return of_these[-1]
    own = [cue.start for cue in cues.within(max(0, at - _WITH), at).of("they") if at - cue.end <= _AT]
    return next((actor.id for actor in named for place in own if 0 < place - actor.end <= _OWNED), "")
