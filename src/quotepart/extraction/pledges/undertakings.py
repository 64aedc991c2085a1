"""What somebody says it will do, or is asked to, without a share of GDP: who is the subject, and which verb follows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from quotepart.extraction.names.strangers import is_stranger
from quotepart.extraction.pledges.words import Cue, Future, PledgesGrammar
from quotepart.extraction.text.prepared import Mention
from quotepart.extraction.text.tokens import Hit, Tokens
from quotepart.model.frozen import dataclass

Party = Literal["bound", "named", "meant", "foreign", "aided", "unsure", "none"]
"""A subject: a party of the pact, a person, a pronoun, a state outside the pact, one that it helps, one after "if", or nobody."""

ABROAD = frozenset(("foreign", "aided"))
"""States outside the pact, whose pledges are none of its own."""

_ZONE = 12  # tokens before a word of binding in which its subject stands
_GAP = 3  # tokens between a word of binding and the verb it leads to
_AWAY = 9  # tokens after a word of binding, with a place or a day between, before which the join to its verb stands
_ASKED = 8  # tokens after a demand in which stands whom it is put to
_SHORT = 5  # letters: a shorter word is no adverb by its ending
_BESIDE = 4  # tokens between a name and the pronoun that means it, or the aside about it
_OPENINGS = {",": ",", ")": "(", "–": "–", "—": "—"}
_MARKS = frozenset("\"“”«»‘'")
_ASIDE = 20  # tokens of an aside between a word that binds, or a subject, and its verb
_HEADLINE = 5  # tokens of a headline before which its verb stands
_HEADS = 4  # tokens between whom a demand is put to and what is demanded


@dataclass(frozen=True, slots=True)
class Cast:
    """The mentions of a document with their beginnings, to be looked up by place."""

    mentions: Sequence[Mention]
    starts: Sequence[int]

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin at or after ``start`` and before ``end``."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def subject_of(tokens: Tokens, first: int, cast: Cast, text: str, grammar: PledgesGrammar) -> Party:
    """Return what the subject of the word at token ``first`` is: the last one named in the clause before it in ``text``."""
    undertaken = grammar.undertaken
    start = zone_of(tokens, first, grammar)
    zone = tokens.words[start:first]
    if undertaken.unsure.find(zone):
        return "unsure"
    if (beyond := _beyond_aside(tokens, first, cast, grammar)) != "none":
        return beyond
    if start and zone and grammar.holders.ands.issuperset(zone):
        return _first_party(tokens, start, cast, grammar)
    if not zone:
        is_relative = start > 0 and tokens.words[start - 1] in undertaken.others
        if is_relative and (party := _last_party(tokens, start, cast, grammar)) != "none":
            return party
        return _foreign_before(tokens, start, cast, grammar) or "none"
    place = tokens.span(start, first)
    mentions = cast.between(place.start, place.end)
    if mentions:
        known = [party for mention in mentions if (party := party_of(mention, grammar)) != "none"]
        if known:
            return "bound" if "bound" in known and known[-1] not in ABROAD else known[-1]
    if not undertaken.selves.isdisjoint(zone[-_GAP:]) or undertaken.parties.find(zone):
        return "bound"
    if abroad := _foreign_before(tokens, start, cast, grammar):
        return abroad
    if not undertaken.others.isdisjoint(zone[-_GAP:]):
        return "meant"
    return "named" if text[tokens.starts[first - 1]].isupper() else "none"


def before_aside(tokens: Tokens, first: int) -> int:
    """Return the token where the aside opens that stands before token ``first``: "Germany, long attached to thrift, will"."""
    opening = _OPENINGS.get(tokens.words[first - 1]) if first else None
    found = (at for at in range(first - 2, max(0, first - _ASIDE), -1) if tokens.words[at] == opening)
    return first if opening is None else next(found, first)


def _beyond_aside(tokens: Tokens, first: int, cast: Cast, grammar: PledgesGrammar) -> Party:
    """The subject that an aside parts from its verb."""
    at = before_aside(tokens, first)
    if at == first:
        return "none"
    if grammar.undertaken.parties.find(tokens.words, max(0, at - _BESIDE), at):
        return "bound"
    party = _last_party(tokens, at, cast, grammar)
    return party if party in ("bound", "named") else "none"


def _last_party(tokens: Tokens, end: int, cast: Cast, grammar: PledgesGrammar) -> Party:
    """What the last one named right before token ``end`` is, whom "who" and "which" mean."""
    place = tokens.span(max(0, end - _BESIDE), end)
    known = [party_of(mention, grammar) for mention in cast.between(place.start, place.end)]
    return next((party for party in reversed(known) if party != "none"), "none")


def _first_party(tokens: Tokens, end: int, cast: Cast, grammar: PledgesGrammar) -> Party:
    """What the first one named before token ``end`` is, who goes on with "and will …"."""
    place = tokens.span(0, end)
    known = [party_of(mention, grammar) for mention in cast.between(place.start, place.end)]
    return next((party for party in known if party != "none"), "none")


def _foreign_before(tokens: Tokens, start: int, cast: Cast, grammar: PledgesGrammar) -> Party | None:
    """The state outside the pact with which a sentence begins, whose verb a comma parts from it."""
    if start == 0 or tokens.words[start - 1] != ",":
        return None
    place = tokens.span(0, start)
    first = next((party_of(each, grammar) for each in cast.between(place.start, place.end)), None)
    return first if first in ABROAD else None


def party_of(mention: Mention, grammar: PledgesGrammar) -> Party:
    """Return whether a mention is a party of the pact, a person, or a state outside the pact."""
    holders = grammar.holders
    if mention.actors:
        is_ours = any(actor in holders.members or actor in holders.groups for actor in mention.actors)
        if is_ours or is_stranger(mention):
            return "bound"
        is_aided = any(not states.isdisjoint(mention.actors) for states in holders.receivers.values())
        return "aided" if is_aided else "foreign"
    return "named" if mention.kind in ("person", "office", "institution") else "none"


def zone_of(tokens: Tokens, first: int, grammar: PledgesGrammar) -> int:
    """Return the first token of the clause in which the word at token ``first`` stands, its subject included."""
    at = first
    while at > max(0, first - _ZONE):
        word = tokens.words[at - 1]
        if word in grammar.stops or (word == "," and at < first):
            break
        at -= 1
    return at


def find_vows(tokens: Tokens, grammar: PledgesGrammar) -> list[Hit[Future]]:
    """Return the verbs by which a speaker vows in its own name, "nous irons", where a language shows them by their ending."""
    words, undertaken = tokens.words, grammar.undertaken
    found = []
    for at, word in enumerate(words):
        if undertaken.vows and word.endswith(undertaken.vows) and undertaken.no_vows.at(words, at) is None:
            before = words[max(0, at - _GAP) : at]
            if not undertaken.selves.isdisjoint(before):
                found.append(Hit(at, at + 1, Future(is_whole=True)))
    return found


def find_announcements(tokens: Tokens, grammar: PledgesGrammar) -> list[Hit[Cue]]:
    """Return the words that announce a deed, a day between them or not: "announced on Monday the deployment of"."""
    words, found = tokens.words, []
    for hit in grammar.announcing.find(words):
        at = hit.last
        while at < min(len(words), hit.last + _GAP) and words[at] in grammar.undertaken.days:
            at += 1
        deed = grammar.announced.at(words, at) if at < len(words) else None
        if deed is not None:
            found.append(Hit(hit.first, deed.last, Cue(status="promised")))
    return found


def past_aside(tokens: Tokens, cue: Hit[Cue], grammar: PledgesGrammar) -> Hit[Cue]:
    """Return a word that binds with the aside that parts it from its verb: "agreed, at a summit in Wales, to spend"."""
    words, opening = tokens.words, cue.last
    while opening < min(len(words), cue.last + _GAP) and words[opening] in grammar.undertaken.days:
        opening += 1
    if opening >= len(words) or words[opening] != ",":
        return cue
    for at in range(opening + 1, min(len(words) - 1, opening + _ASIDE)):
        if words[at] in grammar.stops and words[at] != ",":
            return cue
        if words[at] == ",":
            return Hit(cue.first, at + 1, cue.label) if words[at + 1] in grammar.undertaken.joins else cue
    return cue


def find_headlines(tokens: Tokens, cast: Cast, grammar: PledgesGrammar) -> list[Hit[Future]]:
    """Return the word of the future in a headline that opens with a party of the pact: "Norway to send ten tanks"."""
    words = tokens.words
    for at in range(1, min(len(words), _HEADLINE)):
        if words[at] not in grammar.undertaken.heads:
            continue
        place = tokens.span(0, at)
        opening = [each for each in cast.between(place.start, place.end) if party_of(each, grammar) == "bound"]
        is_subject = bool(opening) and opening[0].span.start == place.start and opening[-1].span.end == place.end
        attains = words[at + 1] in grammar.undertaken.attains if at + 1 < len(words) else False
        return [Hit(at, at + 1 + attains, Future(is_whole=attains))] if is_subject else []
    return []


def deed_after(tokens: Tokens, hit: Hit[Future], grammar: PledgesGrammar) -> Hit[bool] | None:
    """Return the deed that a word of the future leads to: itself, or a verb a few small words on."""
    if hit.label.is_whole:
        return Hit(hit.first, hit.last, True)
    return deed_from(tokens, hit.last, grammar)


def deed_from(tokens: Tokens, at: int, grammar: PledgesGrammar) -> Hit[bool] | None:
    """Return the deed at token ``at`` or a few small words on."""
    for _ in range(_GAP + 1):
        if at >= len(tokens):
            return None
        found = grammar.deeds.at(tokens.words, at)
        if found is not None:
            return found
        word = tokens.words[at]
        if not is_passed_over(word, grammar) and word not in grammar.shades.nots and word not in _MARKS:
            return None
        at += 1
    return None


def is_passed_over(word: str, grammar: PledgesGrammar) -> bool:
    """Whether a word may stand between a word that binds and its verb: an adverb, a pronoun that is its object."""
    return word in grammar.undertaken.skipped or (len(word) > _SHORT and word.endswith(grammar.undertaken.adverbs))


def is_negated(tokens: Tokens, hit: Hit[Future], deed: Hit[bool], grammar: PledgesGrammar) -> bool:
    """Whether the words about a word of the future deny it."""
    last = max(hit.last, deed.first)
    return not grammar.shades.nots.isdisjoint(
        (*tokens.words[max(0, hit.first - 2) : hit.first], *tokens.words[hit.last : last])
    )


def is_told(tokens: Tokens, grammar: PledgesGrammar) -> bool:
    """Whether somebody is said to say something in the sentence."""
    return not grammar.undertaken.told.isdisjoint(tokens.words)


def leads_to_verb(tokens: Tokens, last: int, cast: Cast, grammar: PledgesGrammar) -> bool:
    """Whether an infinitive follows what ends at token ``last``: "agreed to look", "accepté de présenter", and no name.

    A place or a day may stand between: "agreed in Wales to spend".
    """
    words, undertaken = tokens.words, grammar.undertaken
    if words[last - 1] in undertaken.joins:
        return _is_verb(tokens, last, cast, grammar)
    at = last
    while at < min(len(words), last + _GAP) and words[at] in undertaken.days:
        at += 1
    end = min(len(words), at + _AWAY if at < len(words) and words[at] in undertaken.adjuncts else at + 1)
    while at < end:
        if words[at] == "(" and ")" in words[at : at + _AWAY]:
            length = words[at : at + _AWAY].index(")")
            at, end = at + length, min(len(words), end + length)
        elif words[at] in grammar.stops:
            return False
        elif words[at] in undertaken.joins and _is_verb(tokens, at + 1, cast, grammar):
            return True
        at += 1
    return False


def _is_verb(tokens: Tokens, last: int, cast: Cast, grammar: PledgesGrammar) -> bool:
    words, undertaken = tokens.words, grammar.undertaken
    at = last
    while at < min(len(words), last + _GAP) and is_passed_over(words[at], grammar):
        at += 1
    is_word = at < len(words) and words[at][:1].isalpha() and words[at] not in undertaken.no_verbs
    is_name = is_word and bool(cast.between(tokens.starts[at], tokens.ends[at]))
    return is_word and not is_name and words[at].endswith(undertaken.infinitives)


def is_put_abroad(tokens: Tokens, last: int, cast: Cast, grammar: PledgesGrammar) -> bool:
    """Whether a demand that ends at token ``last`` is put to a state outside the pact."""
    end = min(len(tokens), last + _GAP)
    if last >= end:
        return False
    place = tokens.span(last, end)
    return any(party_of(each, grammar) in ABROAD for each in cast.between(place.start, place.end)[:1])


def put_to(tokens: Tokens, last: int, cast: Cast, grammar: PledgesGrammar) -> bool:
    """Whether a demand that ends at token ``last`` is put to a party of the pact, to do something: "urged Berlin to pay"."""
    end = min(len(tokens), last + _ASKED)
    if last >= end:
        return False
    place = tokens.span(last, end)
    mentions = cast.between(place.start, place.end)
    ours = [tokens.at(each.span.end - 1) + 1 for each in mentions if party_of(each, grammar) == "bound"]
    called = grammar.undertaken.addressees.find(tokens.words, last, end)
    ours += [hit.last for hit in called if tokens.words[hit.first - 1] not in grammar.undertaken.own]
    if any(party_of(each, grammar) in ABROAD for each in mentions[:1]):
        return False
    if ours and not grammar.undertaken.that.isdisjoint(tokens.words[last:end]):
        return True
    return any(
        leads_to_verb(tokens, at, cast, grammar)
        for closes in ours
        for at in range(closes, min(closes + _HEADS, len(tokens)))
        if tokens.words[at] in grammar.undertaken.joins
    )
