"""The words a meeting hangs on: a noun of meeting, or those who meet with their verb or their place."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotepart.extraction.meetings.words import PEERS, OccasionGrammar
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.text.whole_words import whole_words
from quotepart.extraction.times.clues import says
from quotepart.extraction.times.times import Time
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

JOINED = 30  # characters between a noun of meeting and those who meet ("réunion à Bruxelles des ministres")
BEFORE = 45  # characters before a noun in which its people or city may stand
BEFORE_PEOPLE = 60
AFTER = 110  # characters after a noun in which they may stand
HITS_AHEAD = 12
BESIDE = 30  # characters between a place and its time
LEAD = 6  # characters of a preposition between a verb and its place
_ACTOR_REACH = 30
_ACTORS = ("person", "office", "member", "state")
_HEAD = 600  # characters before the report in which its page may name its meeting


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the layer: ``role`` is head, people, minister, meet, one, city or seat."""

    start: int
    end: int
    role: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its words of meeting and its expressions of time."""

    prepared: Prepared
    grammar: OccasionGrammar
    number: int
    span: Span
    hits: Sequence[Hit]
    times: Sequence[Time]


def find_anchors(sentence: Sentence) -> list[Hit]:
    """Return the words each meeting of a sentence hangs on; where nothing names one, a verb with its place, or a dated place."""
    return list(_nouns_and_people(sentence)) or list(_bare_verbs(sentence)) or list(_dated_places(sentence))


def find_hits(prepared: Prepared, grammar: OccasionGrammar) -> Iterator[Hit]:
    """Yield the words of meeting outside the furniture."""
    furniture = iter(prepared.furniture)
    apart = next(furniture, None)
    for hit in _words_of_meeting(prepared, grammar, len(prepared.folded)):
        while apart and apart.end <= hit.start:
            apart = next(furniture, None)
        if not (apart and apart.start <= hit.start):
            yield hit


def find_hits_in_head(prepared: Prepared, grammar: OccasionGrammar) -> Iterator[Hit]:
    """Yield the words of meeting in what precedes the report: "Doorstep at the meeting of defence ministers"."""
    first = prepared.furniture[0] if prepared.furniture else None
    if first is not None and not prepared.folded[: first.start].strip():
        yield from _words_of_meeting(prepared, grammar, min(first.end, _HEAD))


def _words_of_meeting(prepared: Prepared, grammar: OccasionGrammar, end: int) -> Iterator[Hit]:
    folded, text = prepared.folded, prepared.text
    for pattern, start, stop in whole_words(grammar.automaton, folded[:end].replace("\n", " ")):
        role, value = grammar.meanings[pattern]
        if role == "city" and text[start:stop].islower() and folded[start:stop] not in grammar.capitals:
            continue
        yield Hit(start, stop, role, value)


def _nouns_and_people(sentence: Sentence) -> Iterator[Hit]:
    """The words each meeting of a sentence hangs on: a noun of meeting, or those who meet with their verb or place."""
    meeting: Hit | None = None
    for index, hit in enumerate(sentence.hits):
        if hit.role == "head" and not _is_other_word(sentence.prepared.folded, hit, sentence.grammar):
            if meeting and (hit.start < meeting.end or _is_again(hit, meeting)):
                continue
            meeting = _with_name(hit, sentence.hits[index + 1 : index + 2])
            yield meeting
        elif hit.role == "people" and hit.value != PEERS and not (meeting and hit.start - meeting.end <= JOINED):
            if _do_meet(hit, sentence.hits[index + 1 : index + 1 + HITS_AHEAD]) or _are_gathered(sentence, index):
                yield hit
                meeting = hit
        elif hit.role == "one" and actor_after(sentence.prepared, hit):
            yield hit


def _is_again(head: Hit, meeting: Hit) -> bool:
    """Whether a noun of any meeting, close after another, means the same one."""
    return head.value in ("any", "pact") and head.start - meeting.end <= AFTER


def _with_name(head: Hit, later: Sequence[Hit]) -> Hit:
    """A noun of meeting with the name that follows it, as in "a meeting of the contact group"."""
    for name in later:
        if head.value == "any" and name.value == "other" and name.start - head.end <= BEFORE_PEOPLE:
            return Hit(head.start, name.end, "head", "other")
    return head


def _do_meet(people: Hit, later: Sequence[Hit]) -> bool:
    """Whether those who are named meet, and no noun of their own meeting follows: a verb of meeting or a place comes first."""
    meets = False
    for hit in later:
        if hit.role == "head" and hit.value in (people.value, "summit"):
            return meets and hit.value != people.value
        if hit.role in ("city", "seat"):
            return True
        meets |= hit.role in ("meet", "one")
    return meets


def _are_gathered(sentence: Sentence, index: int) -> bool:
    """Whether those who meet follow the verb and place, "Réunis à Vilnius, les dirigeants", the place alone, or a day."""
    people = sentence.hits[index]
    before = [hit.role for hit in sentence.hits[max(0, index - 2) : index] if people.start - hit.end <= BEFORE_PEOPLE]
    is_dated = any(t.day and t.month and 0 <= people.start - t.span.end <= BEFORE for t in sentence.times)
    is_there = before == ["city"] and sentence.hits[index - 1].start - sentence.span.start <= LEAD
    is_there = is_there and people.value != "summit" and all(hit.role != "head" for hit in sentence.hits[index + 1 :])
    return before == ["meet", "city"] or is_dated or is_there


def _bare_verbs(sentence: Sentence) -> Iterator[Hit]:
    """A verb of meeting with its place right after it, in a sentence that says neither who nor what: "NATO meets in Riga"."""
    for verb, place in itertools.pairwise(sentence.hits):
        if verb.role == "meet" and place.role in ("city", "seat") and place.start - verb.end <= JOINED:
            yield verb


def _dated_places(sentence: Sentence) -> Iterator[Hit]:
    """A city of the calendar with its month or year beside it, where members decide: "allies agreed in Wales in 2014"."""
    folded, grammar = sentence.prepared.folded, sentence.grammar
    dated = [time for time in sentence.times if time.weekday is None]
    if not (dated and says(folded[sentence.span.start : sentence.span.end], grammar.deciding)):
        return
    for hit in sentence.hits:
        is_led = folded[max(sentence.span.start, hit.start - 14) : hit.start].rstrip().endswith(grammar.leads)
        is_dated = any(-BESIDE <= time.span.start - hit.end <= BESIDE for time in dated)
        if hit.role == "city" and hit.value and is_led and is_dated:
            yield hit


def actor_after(prepared: Prepared, hit: Hit) -> Span | None:
    """Return where the person, office or state is named right after a word, with the name that follows an office."""
    at = bisect_left(prepared.mentions, hit.end, key=lambda mention: mention.span.start)
    near = prepared.mentions[at : at + 2]
    if not near or near[0].span.start - hit.end > _ACTOR_REACH or near[0].kind not in _ACTORS:
        return None
    is_named = len(near) > 1 and near[1].kind == "person" and 0 <= near[1].span.start - near[0].span.end <= 1
    return Span(near[0].span.start, near[1].span.end) if is_named else near[0].span


def _is_other_word(folded: str, head: Hit, grammar: OccasionGrammar) -> bool:
    after = folded[head.end : head.end + 30].lstrip()
    before = folded[max(0, head.start - 20) : head.end]
    return after.startswith(grammar.never_after) or any(
        before.endswith(word) and not before[: -len(word)][-1:].isalnum() for word in grammar.never_before
    )
