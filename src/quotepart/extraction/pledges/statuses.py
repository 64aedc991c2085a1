"""Whether a word that binds says that somebody is, or as the words about it turn it: denied, counted, turned down."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.figures.meaning import MEMBERS
from quotepart.extraction.pledges.words import Cue, PledgesGrammar
from quotepart.extraction.text.tokens import Hit, Tokens
from quotepart.model.entry import Figure, PledgeStatus

_NEAR = 3  # tokens before a word that binds in which a word may deny it
_DENIED = 12  # tokens before a refusal in which a word may deny it
_AFTER = 12  # tokens after a share in which it is turned down
_OPENING = 12  # tokens before a word that binds in which a clause names the deal under which it stands
_SUBJECT = 60  # characters before a word that binds in which so many members are its subject


def status_of(cue: Hit[Cue], tokens: Tokens, figures: Sequence[Figure], grammar: PledgesGrammar) -> PledgeStatus | None:
    """Return the status as the words about ``cue`` turn it: not reached says nothing, not promised is refused."""
    words, status, nots = tokens.words, cue.label.status, grammar.shades.nots
    if status == "refused" and is_only(words, cue.first, cue.last, grammar):
        return "promised"
    before = words[max(0, cue.first - _NEAR) : cue.first]
    if cue.label.is_aside or (status == "reached" and before and before[-1] in grammar.shades.leads):
        return None
    if status == "demanded" and _is_assertion(cue, words, grammar):
        return None
    if status == "promised" and _is_wish_of_others(cue, tokens, figures, grammar):
        return "demanded"
    if status == "refused" and nots.isdisjoint(words[cue.first : cue.last]):
        return status if nots.isdisjoint(words[max(0, cue.first - _DENIED) : cue.first]) else None
    if status not in ("promised", "agreed", "reached"):
        return status
    near = before if status == "reached" else (*before, *words[cue.last : cue.last + 2])
    if nots.isdisjoint(near) or not grammar.shades.merely.isdisjoint(near):
        return status
    is_open = status == "reached" or cue.label.is_weak or not grammar.shades.pending.isdisjoint(near)
    return None if is_open else "refused"


def settled(
    status: PledgeStatus, cue: Hit[Cue], who: Sequence[str], tokens: Tokens, grammar: PledgesGrammar
) -> PledgeStatus:
    """Return the status as whom it binds turns it: a state that decides for itself promises, "under the deal" all agreed."""
    is_named = not grammar.shades.many.isdisjoint(tokens.words[max(0, cue.first - _OPENING) : cue.first])
    is_of_many = is_named or not who or any(party in grammar.holders.groups for party in who)
    if status == "agreed" and not is_of_many and grammar.shades.decisions.at(tokens.words, cue.first) is not None:
        return "promised"
    is_under_deal = bool(grammar.shades.deals.find(tokens.words, max(0, cue.first - _OPENING), cue.first))
    return "agreed" if status == "promised" and is_of_many and is_under_deal else status


def is_only(words: Sequence[str], first: int, last: int, grammar: PledgesGrammar) -> bool:
    """Return whether a denial about tokens ``first`` to ``last`` only limits what is said: "n'enverra que"."""
    is_denied = not grammar.shades.nots.isdisjoint(words[max(0, first - 1) : last])
    near = words[max(0, first - 1) : last + _NEAR]
    is_whole = not grammar.shades.wholly.isdisjoint(near)
    return is_denied and not is_whole and not grammar.shades.only.isdisjoint(words[last : last + _NEAR])


def _is_assertion(cue: Hit[Cue], words: Sequence[str], grammar: PledgesGrammar) -> bool:
    """Whether a word that may demand only says what is so: "insisted that the pledge is kept", not "must be kept"."""
    if grammar.shades.asserting.at(words, cue.first) is None:
        return False
    verbs = (
        word for word in words[cue.last : cue.last + _DENIED] if word in grammar.shades.facts or word in grammar.modals
    )
    return next(verbs, None) in grammar.shades.facts


def _is_wish_of_others(cue: Hit[Cue], tokens: Tokens, figures: Sequence[Figure], grammar: PledgesGrammar) -> bool:
    """Whether a word of wishing is about what others do: "veut que", "veut 5 %"."""
    words = tokens.words
    if words[cue.last - 1] not in grammar.shades.wishes:
        return False
    if not grammar.undertaken.that.isdisjoint(words[cue.last : cue.last + 3]):
        return True
    return any(tokens.at(figure.span.start) == cue.last for figure in figures)


def is_of_a_count(cue: Hit[Cue], tokens: Tokens, figures: Sequence[Figure]) -> bool:
    """Return whether so many members are the subject: "23 alliés devraient …" foretells, "nine of them meet it" counts them."""
    start, end = tokens.starts[cue.first], tokens.ends[cue.last - 1]
    counts = [figure.span for figure in figures if figure.metric == MEMBERS]
    if cue.label.status == "demanded" and any(0 <= span.start - end <= 3 for span in counts):
        return True
    is_told = cue.label.is_weak or cue.label.status == "reached"
    return is_told and any(0 <= start - span.end < _SUBJECT for span in counts)


def turned_down(status: PledgeStatus, aimed: Figure, tokens: Tokens, grammar: PledgesGrammar) -> PledgeStatus:
    """Return ``refused`` where what would be promised is called impossible: "committing to 5% would be unreasonable"."""
    last = tokens.at(aimed.span.end - 1) + 1
    is_bad = not grammar.shades.unwanted.isdisjoint(tokens.words[last : last + _AFTER])
    return "refused" if is_bad and status in ("promised", "agreed") else status
