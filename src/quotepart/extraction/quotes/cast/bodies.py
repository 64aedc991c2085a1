"""What a description means that names nobody: an institution, one in particular, or no speaker at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotepart.extraction.quotes.cast.antecedents import Candidate
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.entry import Speaker

_NEAR = 500


def is_definite_body(phrase: Phrase, prepared: Prepared, grammar: SayingGrammar) -> bool:
    """Return whether a phrase means one institution in particular: "the central bank"."""
    first = phrase.span.cut(prepared.folded).replace("'", "' ").split()[0]
    return phrase.head in grammar.words["institution_nouns"] and first in grammar.words["definite"]


def is_sentence(text: str, grammar: SayingGrammar) -> bool:
    """Return whether words taken for a description hold a verb, so that they are a clause and describe nobody."""
    words, known = [*fold(text).replace("'", "' ").split(), *fold(text).split()], grammar.words
    verbs = known["auxiliaries"] | known["auxiliaries_of_being"] | known["verbs_of_being"] | known["self_words"]
    if grammar.heads_last:
        verbs |= known["finite_hints"] - known["noun_like"] - known["verbal_nouns"]
    return not known["relatives"].intersection(words) and not verbs.isdisjoint(words)


def is_body(phrase: Phrase, prepared: Prepared, grammar: SayingGrammar) -> bool:
    """Return whether a description means no person: an institution, or a name that only looks like a description."""
    known = phrase.head in grammar.titles or phrase.head in grammar.words["speaker_nouns"]
    written = prepared.text[phrase.span.start : phrase.span.end]
    is_name = not known and any(word[:1].isupper() for word in written.replace("’", "'").replace("'", " ").split()[1:])
    words = grammar.words
    return phrase.head in words["institution_nouns"] or phrase.head in words["determiners"] or is_name


def is_proper_body(candidate: Candidate, grammar: SayingGrammar) -> bool:
    """Return whether a body is called by a name, not only described."""
    first, *rest = candidate.speaker.name.replace("’", "'").replace("'", " ").split()
    return fold(first) not in grammar.words["indefinite_determiners"] and any(word[0].isupper() for word in rest)


def body_beside(focus: Sequence[Candidate], at: int) -> Candidate | None:
    """Return the institution that spoke or was a subject last, for "it said" at character ``at``, unless a person did since."""
    last = focus[-1] if focus else None
    return last if last is not None and at - last.at < _NEAR and not last.is_person and not last.plural else None


def paper_before(
    phrase: Phrase,
    at: int,
    focus: Sequence[Candidate],
    persons: Sequence[Candidate],
    prepared: Prepared,
    papers: frozenset[str],
) -> Candidate | None:
    """Return the paper that spoke last, for "précise-t-il" at character ``at``, unless a person came up beside it or since.

    ``persons`` are those named before, ``papers`` the nouns that mean one.
    """
    last = focus[-1] if focus else None
    if last is None or last.head not in papers or last.gender != phrase.gender or at - last.at > _NEAR:
        return None
    opening = prepared.text.rfind("\n", 0, last.at) + 1
    is_alone = all(each.at < opening for each in (*persons, *focus) if each.is_person)
    return last if is_alone and last.plural == phrase.plural else None


def last_body(phrase: Phrase, focus: Sequence[Candidate], grammar: SayingGrammar) -> Candidate | None:
    """Return the group or institution spoken of last, for "the organisation"."""
    bodies = [each for each in focus if not each.is_person and not each.plural]
    if phrase.head in grammar.words["private_nouns"]:
        named = [each for each in bodies if not each.speaker.members and is_proper_body(each, grammar)]
        if named:
            return named[-1]
    known = [each for each in bodies if each.speaker.members and phrase.head in grammar.words["body_nouns"]]
    return known[-1] if known else None


def speaks_for_another(phrase: Phrase, prepared: Prepared, grammar: SayingGrammar) -> bool:
    """Return whether a title is a delegate's, and not that of an office of its own: "conseillère fédérale"."""
    is_own = not grammar.words["own_offices"].isdisjoint(phrase.span.cut(prepared.folded).split())
    return phrase.head in grammar.words["delegates"] and not is_own


def as_described(phrase: Phrase, at: int, prepared: Prepared, grammar: SayingGrammar) -> Candidate | None:
    """Return the speaker that a phrase describes and does not name, called as it is written; ``None`` for no speaker at all."""
    mention = phrase.mention
    if phrase.is_demonstrative and phrase.kind == "description" and not phrase.is_plausible:
        return None
    text = " ".join(phrase.span.cut(prepared.text).split())
    if (
        text.endswith(("'s", "’s"))
        or len(text.rstrip("'’")) == 1
        or (text.isupper() and text.count(" ") > 1 and phrase.kind == "description")
        or (phrase.kind in ("description", "actor") and is_sentence(text, grammar))
    ):
        return None
    is_named = phrase.kind == "actor" or (phrase.kind == "office" and not phrase.is_indefinite)
    name = _without_article(text, grammar) if is_named else text
    members = mention.actors if mention else ()
    office = mention.office if mention else None
    speaker = Speaker(name=name, mention=phrase.span, office=office, members=members)
    is_person = phrase.kind in ("description", "office") and not is_body(phrase, prepared, grammar)
    return Candidate(speaker, phrase.gender, phrase.plural, at, phrase.head, is_person)


def _without_article(text: str, grammar: SayingGrammar) -> str:
    """A description without the article that opens it."""
    first, _, rest = text.partition(" ")
    if rest and fold(first) in grammar.words["definite"]:
        return rest
    match = re.match(r"(?i)l['’](?=\w)", text)
    return text[match.end() :] if match else text
