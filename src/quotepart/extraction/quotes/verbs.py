"""Whether words hold a finite verb, and so can be a clause."""

from __future__ import annotations

from quotepart.extraction.quotes.clauses import Sentence
from quotepart.extraction.quotes.saying import base


def has_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether a stretch shows a finite verb: one of the common ones, or a past tense by its ending."""
    hints = sentence.grammar.words["finite_hints"]
    if sentence.has(start - 1, "noun_like") and sentence.has(start, "determiners"):
        return False
    opens_relative = sentence.has(start - 1, "determiners") and sentence.has(start + 1, "complementizers")
    wanted = 1 + opens_relative
    for at in range(start, end):
        word = sentence.word(at)
        if at in sentence.frame.capitals and sentence.word(at + 1).isdigit():
            continue
        is_pronoun = word in sentence.grammar.pronouns or sentence.has(at, "first_persons")
        if sentence.has(at - 1, "infinitive_markers") or _is_noun_here(sentence, at):
            continue
        if sentence.has(at, "conditions") and sentence.word(at - 1) != ",":
            return False
        wanted += sentence.grammar.heads_last and sentence.has(at, "relatives")
        is_verb = (word in hints and not is_pronoun) or (
            sentence.has(at, "bare_verbs") and _follows_plural(sentence, at)
        )
        if is_verb or (word.endswith("ed") and len(word) > 4):
            wanted -= not any(sentence.has(at - 1, group) for group in ("auxiliaries", "auxiliaries_of_being"))
            if not wanted:
                return True
        if opens_relative and at == start + 1:
            continue
        if sentence.has(at, "complementizers") or (word == "," and sentence.has(at + 1, "coordinators")):
            return False
    return False


def points(sentence: Sentence, at: int) -> bool:
    """Return whether "that" is the subject of a clause and opens none: "That is more than planned", "and that has to end"."""
    groups = ("auxiliaries", "auxiliaries_of_being", "verbs_of_being")
    is_both = sentence.has(at, "complementizers") and sentence.has(at, "demonstratives")
    return is_both and any(sentence.has(at + 1, group) for group in groups)


def _is_noun_here(sentence: Sentence, at: int) -> bool:
    """Whether what could be a verb stands behind an article or an owner, or tells by whom something was done."""
    before = sentence.word(at - 1)
    is_owned = before.endswith(("'s", "s'")) and base(before) not in sentence.grammar.pronouns
    is_pronoun = sentence.word(at) in sentence.grammar.pronouns
    is_done = sentence.has(at + 1, "agents") and not sentence.has(at, "simple_pasts")
    is_other = is_owned or sentence.has(at - 1, "before_nouns") or is_done
    return is_other and not is_pronoun


def _follows_plural(sentence: Sentence, at: int) -> bool:
    """Whether a plural or a pronoun stands right before a token, so that a verb without an ending is finite there."""
    before = sentence.word(at - 1 - sentence.grammar.is_adverb(sentence.word(at - 1)))
    return before in sentence.grammar.pronouns or (
        len(before) > 3 and before.endswith("s") and not before.endswith("'s")
    )
