"""A sentence with its cues and their subjects, and where a reported clause in it is over."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import QUOTED, Frame, past_dateline
from quotepart.extraction.quotes.lookalikes import absolute_opening
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.model.frozen import dataclass

Tokens = tuple[int, int]
"""A clause: its first token and the token after its last."""
HARD_STOPS = frozenset((".", ";", "!", "?", "…", "–", "—", ")", ":"))
"""Signs that no clause and no adverbial reaches across."""
_FRONT = 3
_PAIR = 2  # dashes around an insertion
_SET_OFF = 25  # the most tokens between two dashes
_LONGEST = 120
_YEAR = 4  # digits of a year
_AMOUNTS = frozenset("0123456789$€£")  # how a token begins that opens an amount


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its cues and, in the same order, their subjects; ``named`` are tokens of marks that only name a thing."""

    frame: Frame
    cues: Sequence[Cue]
    subjects: Sequence[Phrase | None]
    grammar: SayingGrammar
    named: frozenset[int] = frozenset()

    def word(self, at: int) -> str:
        """The token at a place, empty outside the sentence."""
        return self.frame.word(at)

    def stops(self, at: int) -> bool:
        """Whether a clause ends at a sign; a full stop inside the sentence only shortens a word: "Mr.", "Aug. 6"."""
        word = self.frame.word(at)
        is_shortened = (
            word == "." and self.grammar.heads_last and at + 1 < len(self.frame) and self.frame.word(at + 1) != QUOTED
        )
        return word in HARD_STOPS and not is_shortened

    def quotes(self, start: int, end: int) -> bool:
        """Whether somebody's words in marks stand between two tokens."""
        return any(start <= token < end for token in self.frame.quotations.keys() - self.named)

    def has(self, at: int, group: str) -> bool:
        """Whether the token at a place is in the named set of the language's table."""
        return self.frame.word(at) in self.grammar.words[group]


def clause_end(sentence: Sentence, start: int, cue: Cue) -> int:
    """Return where a clause of ``cue`` that begins at ``start`` is over: at the next cue, or where the reporter takes over."""
    frame = sentence.frame
    nexts = {
        other.start: (other, subject)
        for other, subject in zip(sentence.cues, sentence.subjects, strict=True)
        if other.start > start
    }
    resume = start
    for at in range(start, min(len(frame), start + _LONGEST)):
        word = frame.words[at]
        resume = max(resume, _past_parenthesis(sentence, at))
        if at < resume:
            continue
        if word in (";", "!", "?", "…", "–", "—") or (word == "." and at + 1 >= len(frame) - 1):
            return at
        if word == ":" and (at + 1 == len(frame) or frame.starts[at + 1] > frame.ends[at]):
            return at
        if word == "-" and _is_dash(frame, at):
            return at
        if at in nexts and is_set_off(sentence, nexts[at][0]):
            resume = nexts[at][0].end + 2
            continue
        if at in nexts and (end := _before_cue(sentence, start, cue, *nexts[at])) is not None:
            return end
        is_opening = sentence.has(start, "prepositions") and not _shows_verb(sentence, start, at)
        if at > start + 1 and not is_opening and hands_back(sentence, at, cue):
            return at - 1 if frame.words[at - 1] == "," else at
    return min(len(frame), start + _LONGEST)


def _parts_words(frame: Frame, at: int) -> bool:
    """Whether a dash stands at a token, however it is written."""
    return frame.words[at] in ("–", "—") or (frame.words[at] == "-" and _is_dash(frame, at))


def _is_dash(frame: Frame, at: int) -> bool:
    """Whether a hyphen stands behind a space and before one or a comma, as a dash does."""
    is_apart = 0 < at < len(frame) - 1 and frame.starts[at] > frame.ends[at - 1]
    return is_apart and (frame.words[at + 1] in (",", ";") or frame.starts[at + 1] > frame.ends[at])


def _past_parenthesis(sentence: Sentence, at: int) -> int:
    """The token after what dashes or brackets set off from token ``at`` on, such as a subordinate clause; ``at`` if none do."""
    frame, words = sentence.frame, sentence.frame.words
    if words[at] == "(":
        return next((to for to in range(at + 2, min(len(words) - 1, at + _SET_OFF)) if words[to] == ")"), at)
    if not _parts_words(frame, at):
        return at
    places = (to for to in range(at + 2, min(len(words) - 1, at + _SET_OFF)) if words[to] == words[at])
    closing = next((to for to in places if words[at] != "-" or _is_dash(frame, to)), at - 1)
    opens = sentence.has(at + 1, "relatives") or sentence.has(at + 1, "boundaries") or sentence.grammar.inverted
    on = ("finite_hints", "infinitive_markers", "prepositions")
    goes_on = closing > at and any(sentence.has(closing + 1, group) for group in on)
    return closing + 1 if opens or goes_on else at


def sentence_opening(sentence: Sentence, upto: int) -> int:
    """Return where the clause that ends before token ``upto`` begins: at the sentence's first word that is no conjunction."""
    start = past_dateline(sentence.frame)
    dashes = [at for at in range(start, upto) if _parts_words(sentence.frame, at)]
    set_off = dashes if len(dashes) == _PAIR and dashes[0] > start + 1 else []
    for at in range(upto - 1, start - 1, -1):
        is_sign = sentence.frame.words[at] in (";", ":", ".", "–", "—") and at not in set_off
        if is_sign and at + 2 < upto and not (_is_inside_word(sentence, at) or _adds_figure(sentence, at)):
            start = at + 1
            break
    while start < upto and (sentence.has(start, "coordinators") or sentence.word(start) == ","):
        start += 1
    return start


def _adds_figure(sentence: Sentence, at: int) -> bool:
    """Whether a dash only joins a participle to the clause before it: "spent 3 % — totaling 80 billion"."""
    is_dash = sentence.word(at) in ("–", "—") and sentence.grammar.heads_last
    return is_dash and opens_participle(sentence, at + 1)


def _is_inside_word(sentence: Sentence, at: int) -> bool:
    """Whether a sign touches digits on both sides, or ends an initial or an abbreviated title: "130.000", "U.S.", "Gen."."""
    frame, before = sentence.frame, sentence.word(at - 1)
    if frame.words[at] == "." and before.isalpha() and (len(before) == 1 or before in sentence.grammar.honorifics):
        return True
    is_between = frame.word(at - 1)[-1:].isdigit() and frame.word(at + 1)[:1].isdigit()
    return is_between and frame.starts[at + 1] == frame.ends[at]


def is_adverbial(sentence: Sentence, at: int) -> bool:
    """Whether a token begins a prepositional adverbial: "on Tuesday", "dans un communiqué", "to reporters"."""
    if sentence.has(at, "hedges") and sentence.word(at + 1)[:1] in _AMOUNTS:
        return False
    if sentence.has(at, "infinitive_markers"):
        is_noun = any(sentence.has(at + 1, group) for group in ("determiners", "not_infinitives", "speaker_nouns"))
        is_name = at + 1 in sentence.frame.mentions or at + 1 in sentence.frame.capitals
        return sentence.has(at, "datives") and (is_noun or is_name)
    return sentence.has(at, "prepositions") or sentence.has(at, "datives")


def past_adverbials(sentence: Sentence, at: int) -> int:
    """Return the first token from ``at`` on that belongs to no adverb and no prepositional adverbial."""
    while at < len(sentence.frame):
        if is_adverbial(sentence, at):
            at = _past_object(sentence, at + 1)
        elif (past := past_aside(sentence, at)) > at:
            at = past
        elif sentence.grammar.is_adverb(sentence.word(at)) and at not in sentence.frame.mentions:
            at += 1
        elif _is_year_of_date(sentence, at):
            at += 2
        elif (day := _past_day_of_month(sentence, at)) > at:
            at = day
        else:
            break
    return at


def _past_day_of_month(sentence: Sentence, at: int) -> int:
    """The token after a month and a day that stand before "that" or end a clause: "reported July 12 that", "said Nov. 19."."""
    if at not in sentence.frame.capitals or at in sentence.frame.mentions:
        return at
    day = at + 1 + (sentence.word(at + 1) == ".")
    closes = sentence.has(day + 1, "complementizers") or sentence.word(day + 1) in ("", ".", ",")
    return day + 1 if sentence.word(day).isdigit() and closes else at


def _is_year_of_date(sentence: Sentence, at: int) -> bool:
    """Whether a comma and a year go on from the day before them: "on July 12, 2024"."""
    year = sentence.word(at + 1)
    return sentence.word(at) == "," and sentence.word(at - 1).isdigit() and year.isdigit() and len(year) == _YEAR


def past_aside(sentence: Sentence, at: int) -> int:
    """Return the token after words for a time or a person without a preposition: "ce mercredi", "elle aussi"."""
    frame, grammar = sentence.frame, sentence.grammar
    is_that = sentence.has(at, "complementizers")  # in English the same word points and opens a clause
    if sentence.has(at, "demonstratives") and sentence.has(at + 1, "adverbs") and not is_that:
        return at + 2 + 2 * sentence.word(at + 2).isdigit()
    if sentence.word(at) in grammar.pronouns and sentence.has(at + 1, "adverbs") and grammar.inverted:
        return at + 2
    if sentence.has(at, "definite") and sentence.word(at + 1)[:1].isdigit() and grammar.inverted:
        end = at + 3 + sentence.word(at + 3).isdigit()  # "a annoncé le 13 juin 2016 que"
        return end if sentence.has(end, "complementizers") or sentence.word(end) == "," else at
    fitting = (words for words in grammar.asides.get(frame.word(at), ()) if frame.words[at : at + len(words)] == words)
    return at + len(next(fitting, ()))


def _past_object(sentence: Sentence, at: int) -> int:
    """After the object of a preposition: its determiner, its noun and what follows up to the next opening."""
    frame = sentence.frame
    while at < len(frame) and (sentence.has(at, "determiners") or sentence.has(at, "possessive_prepositions")):
        at += 1
    found = frame.mentions.get(at)
    at = found[1] if found else at + 1
    while at < len(frame) and at not in frame.mentions and not _closes_object(sentence, at):
        at += 1
        while at < len(frame) and sentence.has(at, "determiners") and sentence.has(at - 1, "possessive_prepositions"):
            at += 1
    return at


def _closes_object(sentence: Sentence, at: int) -> bool:
    """Whether a token can't belong to the object of a preposition before it."""
    word = sentence.word(at)
    if sentence.stops(at) or word in (",", QUOTED) or word in sentence.grammar.pronouns or is_adverbial(sentence, at):
        return True
    if sentence.has(at, "infinitive_markers"):
        return not _is_of_noun(sentence, at)
    if sentence.grammar.inverted and word.endswith(sentence.grammar.infinitive_endings):
        return sentence.has(at, "auxiliaries") or sentence.has(at, "auxiliaries_of_being")
    if sentence.has(at, "finite_hints") and not (sentence.grammar.heads_last and at in sentence.frame.capitals):
        return True
    return any(sentence.has(at, group) for group in ("determiners", "complementizers", "conditions"))


def _is_of_noun(sentence: Sentence, at: int) -> bool:
    """Whether "de" joins a noun to the noun before it and opens no infinitive."""
    return sentence.has(at, "possessive_prepositions") and (
        sentence.has(at + 1, "determiners")
        or at + 1 in sentence.frame.mentions
        or not sentence.word(at + 1).endswith(sentence.grammar.infinitive_endings or ("",))
    )


def _before_cue(sentence: Sentence, start: int, cue: Cue, other: Cue, subject: Phrase | None) -> int | None:
    """Where a clause ends before another cue beside it; ``None`` when that cue is a part of the clause."""
    words, grammar = sentence.frame.words, sentence.grammar
    opening = absolute_opening(sentence.frame, other.verb, grammar) if other.shape == "gerund" else None
    if opening is not None and opening > start:
        return opening - (words[opening - 1] in (",", "–", "—"))
    if grammar.heads_last and sentence.has(other.start - 1, "relatives") and words[other.start - 2] == ",":
        return other.start - 2
    if other.shape == "source":
        return other.start - 1 if words[other.start - 1] == "," else other.start
    if subject is not None and start < subject.start < other.start and words[subject.start - 1] == ",":
        is_fronted = cue.shape != "finite" and cue.start <= _FRONT and sentence.word(subject.end) != ","
        return subject.start - 1 if is_fronted or _closes(sentence, other, subject) else None
    joined = subject.start - 1 if subject is not None and grammar.heads_last else start
    openers = grammar.words["coordinators"] | grammar.words["handing_back"]
    if start < joined < other.start and words[joined] in openers and other.cue_class != "think":
        return joined - (words[joined - 1] == ",")
    if other.cue_class == "think" and (subject is None or subject.start >= start):
        return None
    if subject is not None and start + 1 < subject.start < other.start and other.shape == "finite":
        is_set_against = sentence.has(subject.start - 1, "contrasts") and words[subject.start - 2] == ","
        if is_set_against and grammar.inverted:
            return subject.start - 2
    place = other.start
    while place > start and grammar.is_adverb(words[place - 1]):
        place -= 1
    adverbs_end = place
    light = grammar.words["coordinators"] | grammar.words["participle_leads"] | {","}
    while place > start and words[place - 1] in light:
        place -= 1
    if words[place:adverbs_end] == (",",) and not _shows_verb(sentence, start, place):
        return None
    if set(words[place:adverbs_end]) <= grammar.words["joiners"] and _is_of_clause(sentence, cue, other):
        return None
    return place if start < place < adverbs_end else None


def is_set_off(sentence: Sentence, cue: Cue) -> bool:
    """Return whether commas set off a source that only takes up who speaks already: ", selon lui,"."""
    is_pronoun = sentence.word(cue.end) in sentence.grammar.object_pronouns and sentence.word(cue.end + 1) == ","
    return cue.shape == "source" and is_pronoun and sentence.word(cue.start - 1) == ","


def _is_of_clause(sentence: Sentence, cue: Cue, other: Cue) -> bool:
    """Whether a verb without an ending goes on from one in a clause, as none in the past does: "said … to keep and state"."""
    forms = sentence.grammar.forms.get(sentence.word(other.verb), ())
    is_bare = other.start == other.verb and all(form.plural or form.shape == "infinitive" for form in forms)
    thinks = other.cue_class == "think" and sentence.word(other.verb).endswith("s")
    return thinks or (is_bare and sentence.word(cue.verb).endswith(sentence.grammar.past_ending))


def _shows_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a verb stands between two tokens for certain, or an infinitive opens them; a verb in no list goes unseen."""
    if sentence.grammar.infinitive_endings and sentence.word(start).endswith(sentence.grammar.infinitive_endings):
        return True
    groups = ("finite_hints", "auxiliaries", "auxiliaries_of_being", "verbs_of_being", "reflexives")
    return any(
        sentence.word(at) in sentence.grammar.forms or any(sentence.has(at, group) for group in groups)
        for at in range(start, end)
    )


def _closes(sentence: Sentence, cue: Cue, subject: Phrase) -> bool:
    """Whether a verb of saying with its subject before it closes the sentence: ", the agency reported"."""
    if cue.cue_class not in ("say", "announce") or sentence.grammar.inverted or subject.end > cue.start:
        return False
    after = past_adverbials(sentence, cue.end)
    if subject.kind == "pronoun" and after > cue.end and is_adverbial(sentence, cue.end):
        return True
    return sentence.word(after) in ("", ".") or (sentence.word(after) == "," and sentence.has(after + 1, "contrasts"))


def hands_back(sentence: Sentence, at: int, cue: Cue | None = None) -> bool:
    """Whether the reporter's own words begin at a token: a participle after a comma, or one of the known ends of a clause."""
    grammar, words = sentence.grammar, sentence.frame.words
    if cue is not None and (_joins_verb if grammar.heads_last else _joins_participle)(sentence, at, cue):
        return True
    if words[at - 1] != ",":
        if " ".join(words[at : at + 3]).startswith(grammar.settings):
            return True
        return any(not is_weak and words[at : at + len(source)] == source for source, is_weak in grammar.sources)
    after_adverb = at + (grammar.is_adverb(words[at]) and at + 1 < len(words))
    if opens_participle(sentence, at) or opens_participle(sentence, after_adverb):
        return True
    ahead = " ".join(words[at : at + 4]).replace("' ", "'") + " "
    return ahead.startswith(grammar.clause_ends)


def opens_participle(sentence: Sentence, at: int) -> bool:
    """Return whether a participle that tells of the reporter's own stands at a token: ", saluant", ", se disant"."""
    grammar, words = sentence.grammar, sentence.frame.words
    word = sentence.word(at + 1 if sentence.has(at, "reflexives") and at + 1 < len(words) else at)
    return (
        word.endswith(grammar.participle_ending)
        and len(word) > 5
        and word not in grammar.words["participle_exceptions"]
        and words[at + 1 : at + 2] != (",",)
    )


def _joins_participle(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether "and" behind a comma joins a participle to that of ``cue``, whose auxiliary it shares: ", et souligné"."""
    verb = at + 1 + sentence.grammar.is_adverb(sentence.word(at + 1))
    group = sentence.frame.words[cue.start : cue.verb]
    is_compound = cue.shape == "finite" and not sentence.grammar.words["auxiliaries"].isdisjoint(group)
    if not is_compound or not sentence.has(at, "coordinators") or sentence.word(at - 1) != ",":
        return False
    return any(form.shape == "participle" for form in sentence.grammar.forms.get(sentence.word(verb), ()))


def _joins_verb(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether "and" joins a verb to that of ``cue``: ", and appeared", or with its auxiliary, "has said … and has called"."""
    if not sentence.has(at, "coordinators"):
        return False
    verb = sentence.word(at + 1 + sentence.grammar.is_adverb(sentence.word(at + 1)))
    first = sentence.word(cue.start)
    if first in sentence.grammar.words["auxiliaries"] and cue.end - cue.start > 1:
        return verb == first
    is_past = verb.endswith(sentence.grammar.past_ending) and cue.shape in ("finite", "gerund")
    return sentence.word(at - 1) == "," and is_past and sentence.word(cue.verb).endswith(("d", "ing"))
