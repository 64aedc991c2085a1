"""Which words a cue reports without marks: where the reported clause begins and where it ends."""

from __future__ import annotations

from quotepart.extraction.quotes.clauses import (
    HARD_STOPS,
    Sentence,
    Tokens,
    clause_end,
    past_adverbials,
)
from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import QUOTED
from quotepart.extraction.quotes.incises import clause_after_as, clause_before_incise, repeats
from quotepart.extraction.quotes.infinitives import gerund_clause, infinitive_clause, is_infinitive
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.saying import base
from quotepart.extraction.quotes.sources import clause_behind_as, clause_beside_source
from quotepart.extraction.quotes.telling import takes_up_report
from quotepart.extraction.quotes.that_clauses import clause_after_that, opens_sentence
from quotepart.extraction.quotes.verbs import has_verb, points

_FEWEST_WORDS = 3
_FEWEST_JOINED = 4
_LEAD = 2  # tokens before a verb or subject that opens its sentence
_CLAUSE_CLASSES = frozenset(
    ("say", "announce", "warn", "threaten", "promise", "demand", "criticise", "reassure", "praise", "refuse")
)
_PLAIN_CLASSES = frozenset(("say", "announce", "warn", "promise"))


def reported_clause(sentence: Sentence, index: int) -> Tokens | None:
    """Return the clause that the cue at ``index`` reports in its sentence, ``None`` when it reports none.

    A clause that holds a quotation in marks is none of its own: the quotation is what is reported.
    """
    cue = sentence.cues[index]
    if cue.is_negated and not sentence.grammar.inverted and cue.cue_class in ("say", "announce"):
        return None
    subject = sentence.subjects[index]
    if subject is not None and (sentence.has(subject.start, "nobodies") or _is_about_noun(sentence, cue, subject)):
        return None
    if cue.shape == "source":
        clause = None if repeats(sentence, index) else clause_beside_source(sentence, index)
    elif (
        cue.shape == "passive"
        or _is_lifeless(sentence, index)
        or cue.cue_class not in _CLAUSE_CLASSES
        or (cue.cue_class == "demand" and cue.shape != "finite" and not _asks_that(sentence, cue))
    ):
        return None
    else:
        clause = (
            clause_after_that(sentence, index)
            or clause_behind_as(sentence, index)
            or _after_colon(sentence, cue)
            or _beside_verb(sentence, index)
            or infinitive_clause(sentence, cue)
            or gerund_clause(sentence, cue)
        )
    if clause is not None and (
        _hands_on(sentence, index, clause) or takes_up_report(sentence.frame, clause[0], sentence.grammar)
    ):
        return None
    clause = _before_main(sentence, index, clause) if clause else None
    clause = _behind_marks(sentence, clause) if clause and sentence.quotes(*clause) else clause
    if clause is None:
        return None
    is_bare = is_infinitive(sentence, clause[0]) or cue.lemma in sentence.grammar.words["accusing"]
    fewest = _FEWEST_WORDS - (is_bare and sentence.word(clause[1]) != ":")
    tied = sum(
        base(sentence.word(at)) != sentence.word(at) for at in range(*clause)
    )  # "won't", "he'll": two words each
    return clause if clause[1] - clause[0] + tied >= fewest else None


def _is_about_noun(sentence: Sentence, cue: Cue, subject: Phrase) -> bool:
    """Whether what is said only tells more of a noun: "the port, which Ms Sporsz said was full", "what all agreed they owe"."""
    groups = ("auxiliaries", "auxiliaries_of_being", "verbs_of_being")
    is_inside = sentence.has(subject.start - 1, "relatives") and any(sentence.has(cue.end, group) for group in groups)
    return sentence.grammar.heads_last and (is_inside or sentence.has(subject.start - 1, "interrogatives"))


def _asks_that(sentence: Sentence, cue: Cue) -> bool:
    """Whether a participle of asking opens a clause: in French by itself, ", suggérant que", ", demandant à"."""
    if cue.shape == "gerund" and sentence.grammar.heads_last:
        return True
    before = sentence.word(cue.start - 1)
    is_set_off = before == "," or sentence.has(cue.start - 1, "participle_leads")
    return cue.shape == "gerund" and is_set_off and bool(sentence.grammar.inverted)


def _is_lifeless(sentence: Sentence, index: int) -> bool:
    """Whether what promises or threatens is no speaker: "les débats promettent d'être longs"."""
    cue, subject = sentence.cues[index], sentence.subjects[index]
    is_thing = subject is not None and subject.kind == "description" and not subject.is_plausible
    is_sign = cue.lemma in sentence.grammar.words["of_things"]
    return is_thing and (is_sign or (bool(sentence.grammar.inverted) and cue.cue_class in ("promise", "threaten")))


def _before_main(sentence: Sentence, index: int, clause: Tokens) -> Tokens:
    """A clause up to the comma where the main clause begins, if its verb opens the sentence: "When X said that A, B laughed"."""
    cue, subject = sentence.cues[index], sentence.subjects[index]
    is_fronted = subject is not None and opens_sentence(sentence, cue, subject)
    is_fronted |= sentence.has(0, "conditions") and subject is not None and subject.start <= _LEAD
    if not is_fronted or clause[0] < cue.end:
        return clause
    commas = (at for at in range(clause[0] + _FEWEST_WORDS, clause[1] - 1) if sentence.word(at) == ",")
    opens = (at for at in commas if _is_subject(sentence, at + 1))
    return clause[0], next(opens, clause[1])


def _is_subject(sentence: Sentence, at: int) -> bool:
    """Whether somebody who can be the subject of a clause stands at a token."""
    found = sentence.frame.mentions.get(at)
    is_named = found is not None and found[0].kind != "adjective" and sentence.word(found[1]) != ","
    return sentence.word(at) in sentence.grammar.pronouns or is_named


def _hands_on(sentence: Sentence, index: int, clause: Tokens) -> bool:
    """Whether a clause only says that somebody else said what is quoted behind it: "recalled that X had told her: …"."""
    inner = sentence.cues[index + 1].end if index + 1 < len(sentence.cues) else -1
    quotes = sentence.word(clause[1]) == ":" and sentence.word(clause[1] + 1) == QUOTED
    return quotes and clause[0] < inner <= clause[1]


def _behind_marks(sentence: Sentence, clause: Tokens) -> Tokens | None:
    """The clause that "and that" joins to one with a quotation in marks, which is reported for itself."""
    start, end = clause
    for at in range(end - _FEWEST_JOINED, start, -1):
        if sentence.has(at, "coordinators") and sentence.has(at + 1, "complementizers"):
            if not sentence.quotes(at + 2, end):
                return at + 2, end
            return None if sentence.quotes(start, at) else (start, at - (sentence.word(at - 1) == ","))
    return None


def stands_apart(sentence: Sentence, index: int, clause: Tokens) -> bool:
    """Return whether a clause of a verb that also governs a quotation stands for itself.

    It does before a colon, behind "and that", before its verb where a colon follows this, behind all words in marks, and
    where the reporter has taken over again before the quotation.
    """
    is_that = sentence.has(clause[0] - 1, "complementizers")
    is_added = is_that and sentence.has(clause[0] - 2, "coordinators")
    cue = sentence.cues[index]
    subject = sentence.subjects[index]
    end = max(cue.end, subject.end if subject is not None and cue.shape == "finite" else 0)
    is_before = clause[1] <= cue.start and sentence.word(past_adverbials(sentence, end)) == ":"
    is_over = (
        is_that
        and sentence.grammar.heads_last
        and sentence.has(clause[1] + (sentence.word(clause[1]) == ","), "coordinators")
    )
    rest = clause[1] + (sentence.word(clause[1]) == ",")
    is_joined = sentence.has(rest, "coordinators") and sentence.has(rest + 1, "complementizers")
    is_over |= is_joined and (is_that or sentence.grammar.heads_last)
    is_behind = is_that and sentence.grammar.inverted and all(token < clause[0] for token in sentence.frame.quotations)
    is_before |= clause[1] <= cue.start and _goes_on_in_marks(sentence, end)
    return is_added or is_before or is_over or bool(is_behind) or sentence.word(clause[1]) == ":"


def _goes_on_in_marks(sentence: Sentence, at: int) -> bool:
    """Whether "and" joins words in marks to what an English incise at its end reported: ", she said, and “…”"."""
    joins = sentence.word(at) == "," and sentence.has(at + 1, "coordinators") and sentence.word(at + 2) == QUOTED
    return joins and sentence.grammar.heads_last


def is_unheard(sentence: Sentence, index: int, clause: Tokens) -> bool:
    """Return whether a clause is nobody's where its speaker is not known: "one" must have been told it, a pronoun says it."""
    cue, subject = sentence.cues[index], sentence.subjects[index]
    is_one = sentence.grammar.pronouns.get(subject.head if subject else "") == "none"
    if is_one and cue.pronoun is not None:
        return cue.cue_class == "demand" or not (cue.shape == "source" or clause[1] <= cue.start < cue.verb)
    is_pronoun = subject is not None and subject.kind == "pronoun"
    return cue.shape != "finite" or cue.is_weak or not is_pronoun or (is_one and cue.cue_class == "demand")


def split_at_that(sentence: Sentence, clause: Tokens) -> list[Tokens]:
    """Return the clauses that "and that" joins in one, each for itself: "a dit que A, et que B" reports two."""
    start, end = clause
    pieces: list[Tokens] = []
    for at in range(start + _FEWEST_JOINED, end - _FEWEST_JOINED):
        if (
            sentence.has(at, "coordinators")
            and sentence.has(at + 1, "complementizers")
            and not points(sentence, at + 1)
        ):
            stop = at - 1 if sentence.word(at - 1) == "," else at
            if stop - start >= _FEWEST_JOINED:
                pieces.append((start, stop))
                start = at + 2
    return [*pieces, (start, end)]


def _after_colon(sentence: Sentence, cue: Cue) -> Tokens | None:
    """The sentence that a colon right after the cue announces: "il prévient : les stocks sont vides"."""
    start = past_adverbials(sentence, cue.end)
    if cue.shape != "finite" or sentence.word(start) != ":" or sentence.word(start + 1) == QUOTED:
        return None
    end = clause_end(sentence, start + 1, cue)
    return (start + 1, end) if end > start + 1 and has_verb(sentence, start + 2, end) else None


def _beside_verb(sentence: Sentence, index: int) -> Tokens | None:
    """The clause before or behind a verb without "that": what has no verb before it is only an adverbial."""
    before, behind = clause_before_incise(sentence, index), _without_that(sentence, index)
    is_clause = before is not None and (behind is None or has_verb(sentence, before[0] + 1, before[1]))
    return before if is_clause else behind or clause_after_as(sentence, index)


def _without_that(sentence: Sentence, index: int) -> Tokens | None:
    """The clause right after a verb that needs no "that": "said the alliance would hold"."""
    cue, subject = sentence.cues[index], sentence.subjects[index]
    is_open = _needs_no_that(cue, sentence) or _opens_with_pronoun(sentence, cue, cue.end)
    if not is_open or cue.shape == "infinitive":
        return None
    if subject is not None and subject.start >= cue.end and not opens_sentence(sentence, cue, subject):
        return None
    start = past_adverbials(sentence, cue.end)
    if start > cue.end and sentence.has(start, "conditions"):
        return None
    if cue.lemma in sentence.grammar.words["addressing"]:
        start = _past_addressee(sentence, start)
    first = sentence.word(start)
    if start > cue.end and sentence.has(start, "conditions"):
        return None
    if first in HARD_STOPS or first in (",", "", QUOTED) or sentence.has(start, "infinitive_markers"):
        return None
    end = clause_end(sentence, start, cue)
    is_clause = _opens_with_pronoun(sentence, cue, start) or has_verb(sentence, start + 1, end)
    return (start, end) if is_clause or _tells_of_others(sentence, cue, start, end) else None


def _tells_of_others(sentence: Sentence, cue: Cue, start: int, end: int) -> bool:
    """Whether "said" with its subject before it goes on with a noun and more, and not with what can be said: "a prayer"."""
    grammar = sentence.grammar
    is_plain = cue.lemma in grammar.words["plainest"] and start == cue.end and cue.shape == "finite"
    opens = (
        sentence.has(start, "before_nouns") or start in sentence.frame.mentions or sentence.word(start)[:1].isdigit()
    )
    said = grammar.words["sayable"].isdisjoint(sentence.frame.words[start : start + _FEWEST_JOINED])
    return is_plain and opens and said and end - start > _FEWEST_JOINED


def _opens_with_pronoun(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether a pronoun that is a subject opens a clause: "said they're glad", "say it weakens the fleet"."""
    grammar, word, following = sentence.grammar, sentence.word(at), sentence.word(at + 1)
    if base(word) not in {*grammar.pronouns, *grammar.words["body_pronouns"]}:
        return False
    may_be_told = word == base(word) and cue.lemma in grammar.words["addressing"]
    verb = sentence.word(at + 2) if grammar.is_adverb(following) else following
    is_verb = verb in grammar.words["finite_hints"] or (verb.endswith("s") and not sentence.has(at + 1, "prepositions"))
    return "'" in word or (is_verb and not may_be_told)


def _needs_no_that(cue: Cue, sentence: Sentence) -> bool:
    listed = sentence.grammar.words["without_that"]
    if cue.lemma in sentence.grammar.words["with_that"]:
        return False
    return cue.lemma in listed or (bool(listed) and cue.cue_class in _PLAIN_CLASSES and not cue.is_weak)


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether a name begins at a token that is not only a title: "leader"."""
    found = sentence.frame.mentions.get(at)
    return found is not None and found[0].kind != "office"


def _past_addressee(sentence: Sentence, at: int) -> int:
    """After the one told: a name, or words up to the pronoun, determiner or name that opens the clause."""
    start = at
    found = sentence.frame.mentions.get(at)
    at = found[1] if found else at + 1 + sentence.has(at, "determiners")
    while (
        at < len(sentence.frame)
        and not _is_named(sentence, at)
        and not sentence.has(at, "determiners")
        and not sentence.has(at, "openers")
        and sentence.word(at) not in sentence.grammar.pronouns
        and not sentence.stops(at)
        and sentence.word(at) not in (",", QUOTED)
        and not sentence.has(at, "infinitive_markers")
    ):
        if sentence.has(at, "finite_hints"):
            return start
        at += 1
    return past_adverbials(sentence, at)
