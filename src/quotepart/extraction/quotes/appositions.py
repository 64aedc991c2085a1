"""Who is named right after a description between commas or brackets: "the defence minister, Jan Novak,"."""

from __future__ import annotations

from quotepart.extraction.quotes.frames import Frame
from quotepart.extraction.quotes.nouns import STOPS, Phrase, mention_tokens, person_phrase
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.prepared import Mention

_PARTS, _LONGEST_PART = (
    2,
    24,
)  # further parts of a title behind commas, and the tokens of one: "le chef du port, du quai, X"
_BRACKETED = 7  # tokens up to the end of a bracket
_SEAT = 8  # tokens that say where somebody sits or what he knows of


def _past_seat(frame: Frame, end: int, grammar: SayingGrammar) -> int:
    """After where a described person sits, if only that parts him from his name: "un expert en droit de la mer, X"."""
    if frame.word(end) not in grammar.words["prepositions"]:
        return end
    comma = next((at for at in range(end + 1, min(len(frame), end + _SEAT)) if frame.words[at] in STOPS), end)
    return comma if comma > end and not any(at in frame.mentions for at in range(end, comma)) else end


def _adjectives_before(frame: Frame, at: int, grammar: SayingGrammar) -> int:
    """How many small words behind an article or title describe who is named after them: ", l'amiral syldave Jan Novak"."""
    before = frame.word(at - 1)
    if grammar.heads_last or not (before in grammar.words["determiners"] or before in grammar.titles):
        return 0
    for shift in (1, 2):
        found = frame.mentions.get(at + shift)
        if found and found[0].kind == "person" and all(word.isalpha() for word in frame.words[at : at + shift]):
            return shift
    return 0


def _behind_bracket(frame: Frame, end: int) -> tuple[Mention, int] | None:
    """The person named behind a bracket that opens at a token, and where the name ends: "le colonel (en retraite) Jan Novak"."""
    if frame.word(end) != "(":
        return None
    closing = next((at for at in range(end + 1, end + _BRACKETED) if frame.word(at) == ")"), end)
    found = frame.mentions.get(closing + 1)
    return found if found and found[0].kind == "person" else None


def with_apposition(frame: Frame, phrase: Phrase, end: int, grammar: SayingGrammar) -> Phrase | None:
    """Return the person named right after a phrase between commas or brackets: ", le ministre de la Défense, Jan Novak,"."""
    end = _past_seat(frame, end, grammar)
    for _ in range(_PARTS):
        if (
            frame.word(end) == ","
            and frame.word(end + 1) in grammar.words["possessive_prepositions"]
            and grammar.inverted
        ):
            end = next(
                (at for at in range(end + 2, min(len(frame), end + _LONGEST_PART)) if frame.words[at] == ","), end
            )
    if frame.word(end) not in (",", "(", "–", "—"):
        return None
    named = _behind_bracket(frame, end)
    if named is not None:
        return person_phrase(frame, phrase.start, named[1], [named[0]], grammar)
    start = end + 1
    while start < end + 8 and (
        frame.word(start) in grammar.honorifics
        or frame.word(start) in grammar.titles
        or frame.word(start) in grammar.words["determiners"]
        or (frame.word(start) == "." and start > end + 1)
    ):
        start += 1
    start += _adjectives_before(frame, start, grammar)
    found = frame.mentions.get(start) or frame.mentions.get(end + 1)
    if not found or found[0].kind != "person":
        return None
    closes = frame.word(found[1])
    is_bare = phrase.start == 0 and frame.words[0] in grammar.titles and not grammar.heads_last
    if closes and closes not in STOPS and not is_bare:
        return None
    return person_phrase(frame, phrase.start, found[1], [found[0]], grammar)


def described_by(frame: Frame, phrase: Phrase, grammar: SayingGrammar) -> Phrase | None:
    """Return the person beside whom an indefinite description stands: "Jan Novak, a former head of the fleet, who said"."""
    covered = mention_tokens(frame, phrase.start - 2)
    is_person = bool(covered) and frame.mentions[covered.start][0].kind == "person"
    opens = frame.word(phrase.start) in grammar.words["indefinite_determiners"] or not grammar.heads_last
    if not is_person or phrase.kind != "description" or frame.word(phrase.start - 1) != "," or not opens:
        return None
    return person_phrase(frame, covered.start, phrase.start - 1, [frame.mentions[covered.start][0]], grammar)
