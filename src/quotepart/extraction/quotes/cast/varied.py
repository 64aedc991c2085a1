"""Nouns by which a report only varies a name: "the minister", "the forty-year-old", "this man"."""

from __future__ import annotations

from quotepart.extraction.quotes.cast.bodies import speaks_for_another
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared


def varies_name(phrase: Phrase, prepared: Prepared, grammar: SayingGrammar) -> bool:
    """Return whether a description can stand for somebody named before: one definite person, told by no complement.

    "This" may have one: "this man of 47". A title with a capital is that of an office: "the Budget Officer".
    """
    words = phrase.span.cut(prepared.folded).replace("'", "' ").split()
    is_member = " ".join(words[1:]) in grammar.words["varying_phrases"]
    is_person = phrase.head in grammar.titles or phrase.head in grammar.words["epithet_nouns"] or is_member
    is_person = is_person or phrase.head in grammar.words["speaker_nouns"] - grammar.words["nameless_nouns"]
    is_short = phrase.is_demonstrative or is_member or grammar.words["prepositions"].isdisjoint(words[1:])
    is_one = words[0] in grammar.words["definite"] and phrase.head not in grammar.words["institution_nouns"]
    is_of_place = len(words) == 2 and words[1].endswith(tuple(grammar.words["demonym_endings"]))
    capitals = [fold(word) for word in phrase.span.cut(prepared.text).split()[1:] if word[0].isupper()]
    is_proper = any(word not in grammar.nations for word in capitals) if grammar.heads_last else bool(capitals)
    if is_of_place and is_proper:  # "le Bernois"
        return is_one
    speaks_for = speaks_for_another(phrase, prepared, grammar) and not phrase.is_demonstrative
    return is_person and is_short and is_one and not is_proper and not speaks_for


def has_epithet(head: str, grammar: SayingGrammar) -> bool:
    """Return whether a noun is one by which reporters only vary a name: "expert", "61-year-old"."""
    return head in grammar.words["epithet_nouns"] or any(map(head.endswith, grammar.words["age_endings"]))
