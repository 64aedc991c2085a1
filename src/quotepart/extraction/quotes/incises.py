"""The clause beside a verb of saying that commas set off: "The fleet will stay, Ms Sporsz said", "La flotte, dit X, reste"."""

from __future__ import annotations

from quotepart.extraction.quotes.clauses import (
    Sentence,
    Tokens,
    is_adverbial,
    opens_participle,
    past_adverbials,
    sentence_opening,
)
from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import opens_lightly, past_dateline
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.sources import plain_end
from quotepart.extraction.quotes.that_clauses import clause_after_that
from quotepart.extraction.quotes.verbs import has_verb, points

_FEWEST_WORDS = 3
_SHORT_START = 6
_LONGEST_TOLD = 4  # tokens of those who are told something: "told a press conference"


def clause_before_incise(sentence: Sentence, index: int) -> Tokens | None:
    """Return the clause before ", a déclaré X" or ", X said": the sentence up to that comma."""
    cue, subject = sentence.cues[index], sentence.subjects[index]
    is_after = subject is not None and subject.start >= cue.end and subject.is_plausible
    is_set_off = sentence.grammar.heads_last and _is_set_off(sentence, cue, subject)
    is_clear = cue.cue_class == "say" or _is_reflexive(sentence, cue)
    is_light = cue.is_weak and not ((is_after or is_set_off) and is_clear)
    if cue.shape != "finite" or (cue.pronoun is None and (is_light or _acts(sentence, cue))):
        return None
    if subject is not None and _comments(sentence, cue, subject):
        return None
    if sentence.grammar.heads_last and sentence.has(cue.start - 1, "relatives"):
        return None
    if subject is not None and subject.start < cue.start:
        told = _past_told(sentence, cue)
        follows = sentence.word(told)
        ends_there = (
            follows in ("", ".", ",", ":", ";")
            or sentence.word(past_adverbials(sentence, told)) in ("", ".", ",")
            or sentence.has(cue.end, "phrase_ends")
            or sentence.has(told, "phrase_ends")
            or sentence.grammar.is_adverb(follows)
        )
        if sentence.grammar.inverted or not ends_there:
            return None
        comma = subject.start - 1
        opening = sentence_opening(sentence, comma)
        if follows == ":" and not has_verb(sentence, opening + 1, comma):
            return None
    elif cue.pronoun is None and (subject is None or _says_of_himself(sentence, cue, subject)):
        return None
    else:
        comma = cue.start - 1
    if sentence.word(comma) != "," or (cue.pronoun and _is_told(sentence, index)) or repeats(sentence, index):
        return None
    start = sentence_opening(sentence, comma)
    if sentence.grammar.heads_last and sentence.has(comma - 1, "coordinators"):
        return None
    rest = _after_incise(sentence, start, comma, max(cue.end, subject.end if subject is not None else 0))
    if rest is not None:
        return rest
    is_asked = sentence.has(start + 1, "asked_about") and sentence.word(start).endswith(sentence.grammar.past_ending)
    opens = range(past_dateline(sentence.frame), start + 1)
    is_adverbial = is_asked or sentence.has(start, "prepositions") or past_adverbials(sentence, start) >= comma
    is_adverbial |= any(_opens_adverbial(sentence, at) for at in opens if at > start - 2)
    is_adverbial &= not _has_result(sentence, start, comma)
    if is_adverbial and "," not in sentence.frame.words[start:comma]:
        return None
    return (start, comma) if comma - start >= _FEWEST_WORDS else None


def _comments(sentence: Sentence, cue: Cue, subject: Phrase) -> bool:
    """Whether a noun for what the sentence tells takes on the verb: "Klow will pay more, a move Ms Sporsz praised"."""
    is_parted = sentence.frame.starts[subject.start] < subject.span.start
    opens = sentence.has(subject.start, "indefinite_determiners") and sentence.grammar.heads_last
    return opens and is_parted and cue.cue_class not in ("say", "announce")


def _opens_adverbial(sentence: Sentence, at: int) -> bool:
    """Whether a token opens a subordinate clause; "That is more than planned" is none."""
    is_light = sentence.has(at, "coordinators") and not sentence.has(
        at, "conditions"
    )  # "But the fleet will stay, X said"
    return sentence.has(at, "boundaries") and not is_light and not points(sentence, at)


def _has_result(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a condition goes on to what follows from it without a comma: "If pay is raised it would cost more"."""
    verbs = [at for at in range(start + 1, end) if sentence.has(at, "finite_hints")]
    is_condition = sentence.has(start, "conditions") and sentence.grammar.heads_last
    return is_condition and any(
        at > verbs[0] + 1 and sentence.has(at, "verbs_of_being") and not sentence.has(at - 1, "coordinators")
        for at in verbs
    )


def clause_after_as(sentence: Sentence, index: int) -> Tokens | None:
    """Return the clause behind "Comme l'a dit X," at the head of a sentence."""
    cue, subject, frame = sentence.cues[index], sentence.subjects[index], sentence.frame
    is_as = sentence.has(cue.start - 1, "inverting") and not sentence.has(cue.start - 1, "complementizers")
    if not is_as or subject is None or not subject.is_plausible or not sentence.has(cue.start, "definite"):
        return None
    opens = opens_lightly(frame, cue.start - 1, sentence.grammar) and sentence.word(subject.end) == ","
    return (subject.end + 1, plain_end(sentence, subject.end + 1)) if opens else None


def repeats(sentence: Sentence, index: int) -> bool:
    """Return whether a cue stands behind what is itself somebody's report: "Klow has said that …, according to X", ", X said"."""
    cue, grammar = sentence.cues[index], sentence.grammar
    others = range(len(sentence.cues)) if _is_outlet(sentence, index) else range(index)
    return grammar.heads_last and any(_reports(sentence, place) for place in others if sentence.cues[place] is not cue)


def _is_outlet(sentence: Sentence, index: int) -> bool:
    """Whether a source at the head of a sentence only passes on what somebody told: "According to Klow Radio, X said"."""
    cue, subject = sentence.cues[index], sentence.subjects[index]
    if cue.shape != "source" or subject is None or subject.kind == "person":
        return False
    is_body = subject.mention is not None and subject.mention.kind == "institution"
    return is_body or subject.head in sentence.grammar.words["outlets"]


def _reports(sentence: Sentence, index: int) -> bool:
    """Whether a verb reports a clause, or opens with its person what an incise closes: "X said Klow would pay, …"."""
    cue, subject = sentence.cues[index], sentence.subjects[index]
    if cue.shape != "finite" or cue.is_weak:
        return False
    is_persons = subject is not None and subject.kind == "person" and subject.end == cue.start
    opens = is_persons and subject is not None and subject.start == past_dateline(sentence.frame)
    return opens or clause_after_that(sentence, index) is not None


def _is_set_off(sentence: Sentence, cue: Cue, subject: Phrase | None) -> bool:
    """Whether a verb with its subject right before it stands between commas or closes the sentence: ", Ms Sporsz observed,"."""
    is_passed_on = bool(sentence.frame.quotations) or len(sentence.cues) > 1
    is_agency = is_passed_on and cue.lemma in sentence.grammar.words["of_agencies"]
    if subject is None or not subject.is_plausible or is_agency or sentence.word(subject.start - 1) != ",":
        return False
    start = past_adverbials(sentence, sentence_opening(sentence, subject.start - 1))
    is_clause = sentence.word(cue.end) == "," or has_verb(sentence, start + 1, subject.start - 1)
    return (
        is_clause and subject.end == cue.start and sentence.word(past_adverbials(sentence, cue.end)) in (",", ".", "")
    )


def _is_told(sentence: Sentence, index: int) -> bool:
    """Whether an incise stands inside a clause that an earlier verb reports: "a précisé que la mer, a-t-il dit, monte"."""
    earlier = [place for place, other in enumerate(sentence.cues[:index]) if other.shape == "finite"]
    is_inside = sentence.word(sentence.cues[index].end) == ","
    return is_inside and any(clause_after_that(sentence, place) is not None for place in earlier)


def _says_of_himself(sentence: Sentence, cue: Cue, subject: Phrase) -> bool:
    """Whether what follows a reflexive verb is no subject of it: "s'est dit prêt à"."""
    return _is_reflexive(sentence, cue) and subject.start > past_adverbials(sentence, cue.end)


def _is_reflexive(sentence: Sentence, cue: Cue) -> bool:
    return not sentence.grammar.words["reflexives"].isdisjoint(sentence.frame.words[cue.start : cue.verb])


def _acts(sentence: Sentence, cue: Cue) -> bool:
    """Whether an infinitive hangs on the verb, which then says nothing of the words before it: "declined to say more"."""
    return sentence.has(cue.end, "infinitive_markers") and not is_adverbial(sentence, cue.end)


def _after_incise(sentence: Sentence, start: int, comma: int, end: int) -> Tokens | None:
    """The rest of a clause whose subject alone stands before the incise: "La flotte, dit X, est à quai"."""
    is_open = sentence.has(end + 1, "verbs_of_being") or sentence.has(comma - 1, "auxiliaries_of_being")
    if sentence.word(end) != "," or (has_verb(sentence, start + 1, comma) and not is_open):
        return None
    if opens_participle(sentence, end + 1):
        return None
    if sentence.has(end + 1, "relatives") or (comma - start > _SHORT_START and sentence.has(end + 1, "coordinators")):
        return None
    stop = plain_end(sentence, end + 1)
    longer = stop - end - 1 > comma - start or has_verb(sentence, end + 1, stop)
    if not longer or stop <= end + _FEWEST_WORDS:
        return None
    return (start, stop) if sentence.grammar.inverted else (end + 1, stop)


def _past_told(sentence: Sentence, cue: Cue) -> int:
    """The token after a cue and the one told, where its verb takes one: "he told reporters"."""
    if cue.lemma not in sentence.grammar.words["addressing"]:
        return cue.end
    found = sentence.frame.mentions.get(cue.end)
    if found:
        return found[1]
    end = cue.end + 1 + sentence.has(cue.end, "determiners")
    while end < cue.end + _LONGEST_TOLD and sentence.word(end).isalpha() and not _ends_phrase(sentence, end):
        end += 1
    return end


def _ends_phrase(sentence: Sentence, at: int) -> bool:
    return any(sentence.has(at, words) for words in ("phrase_ends", "prepositions", "boundaries", "complementizers"))
