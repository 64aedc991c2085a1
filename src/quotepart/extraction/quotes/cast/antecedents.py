"""Whom a pronoun takes up: who agrees with it in number and gender and was spoken of last."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.quotes.nouns import Phrase
from quotepart.model.entry import Speaker
from quotepart.model.frozen import dataclass

_NEAR = 700


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a later pronoun or bare title can mean; ``is_named`` is whether the document names the person."""

    speaker: Speaker
    gender: str | None
    plural: bool
    at: int
    head: str
    is_person: bool
    is_named: bool = False


def differ(one: str | None, other: str | None) -> bool:
    """Return whether two genders are known and not the same."""
    return one is not None and other is not None and one != other


def find_antecedent(
    phrase: Phrase, at: int, spoken: Sequence[Candidate], mentioned: Sequence[Candidate], text: str, paragraph: int
) -> Candidate | None:
    """Return whom a pronoun at character ``at`` of ``text`` means, ``None`` where only a guess would be left.

    ``paragraph`` is where its paragraph begins.

    ``spoken`` are the speakers and subjects so far, ``mentioned`` the persons named so far, both in text order. First comes who
    certainly agrees, in the paragraph if possible, but for the subject of the pronoun's own sentence; then the last person named
    or described nearby whose gender is not known.
    """
    agreeing = [each for each in reversed(spoken) if each.plural == phrase.plural and (each.is_person or phrase.plural)]
    body = _body_in_paragraph(phrase, spoken, mentioned, paragraph)
    if body is not None:
        return body
    if phrase.plural:
        return agreeing[0] if agreeing else None
    if phrase.gender is None:
        return _only_in_sentence(at, agreeing, mentioned, text, paragraph) or (agreeing[0] if agreeing else None)
    certain = [each for each in agreeing if each.gender == phrase.gender]
    unknown = [each for each in agreeing if each.gender is None and at - each.at < _NEAR]
    if certain and certain[0].at >= paragraph:
        sentence = text.rfind(". ", paragraph, at)
        return next((each for each in unknown if each.is_named and each.at > max(sentence, certain[0].at)), certain[0])
    if unknown and unknown[0] is spoken[-1] and _is_alone(unknown[0], mentioned, paragraph):
        return unknown[0]
    beside = [
        each
        for each in reversed(mentioned)
        if each.gender == phrase.gender and paragraph <= each.at < at and not _is_inside(each, unknown)
    ]
    named = [each for each in unknown if each.is_named]
    newer = [each for each in named if not certain or each.at > certain[0].at]
    since = _named_since(phrase, at, newer, certain, mentioned)
    ranked = [
        *beside[:1],
        *since,
        *newer[:1],
        *certain[:1],
        *_named_behind(phrase, unknown, mentioned, paragraph),
        *unknown[:1],
    ]
    return ranked[0] if ranked else _last_named(phrase, mentioned) or _only_one(spoken, mentioned)


def _named_since(
    phrase: Phrase, at: int, newer: Sequence[Candidate], certain: Sequence[Candidate], mentioned: Sequence[Candidate]
) -> list[Candidate]:
    """The last person named of the pronoun's gender, where nobody of it spoke and somebody of whom it is not known did before."""
    last = next((each for each in reversed(mentioned) if each.gender == phrase.gender and each.at < at), None)
    is_since = last is not None and newer and not certain and newer[0].at < last.at and at - last.at < _NEAR
    return [last] if last is not None and is_since else []


def _named_behind(
    phrase: Phrase, unknown: Sequence[Candidate], mentioned: Sequence[Candidate], paragraph: int
) -> list[Candidate]:
    """The last person named since somebody without a name spoke paragraphs before, if nothing in the name disagrees."""
    last = _last_named(phrase, [each for each in mentioned if not _is_inside(each, unknown)])
    spoke = unknown[0].at if unknown and not unknown[0].is_named else paragraph
    return [last] if last is not None and spoke < min(paragraph, last.at) else []


def _only_in_sentence(
    at: int, agreeing: Sequence[Candidate], mentioned: Sequence[Candidate], text: str, paragraph: int
) -> Candidate | None:
    """The one person whom a sentence names before "à ses yeux" in it, where nobody spoke in it yet."""
    opening = max(text.rfind(". ", paragraph, at), paragraph)
    here = {each.speaker.name: each for each in mentioned if opening <= each.at < at}
    spoke = any(each.at >= opening for each in agreeing)
    return next(iter(here.values())) if len(here) == 1 and not spoke else None


def _body_in_paragraph(
    phrase: Phrase, spoken: Sequence[Candidate], mentioned: Sequence[Candidate], paragraph: int
) -> Candidate | None:
    """The institution that alone was the subject in the pronoun's paragraph, where no person came up."""
    here = [each for each in spoken if each.at >= paragraph]
    if phrase.plural or not here or any(each.at >= paragraph for each in mentioned):
        return None
    last = here[-1]
    is_body = not last.is_person and not last.plural and last.gender == phrase.gender is not None
    return last if is_body and not any(each.is_person for each in here) else None


def _is_alone(described: Candidate, mentioned: Sequence[Candidate], paragraph: int) -> bool:
    """Whether somebody described without a name spoke in a paragraph that names nobody."""
    is_description = described.speaker.name.split()[-1][0].islower()
    return is_description and paragraph <= described.at and all(each.at < paragraph for each in mentioned)


def _is_inside(mentioned: Candidate, spoken: Sequence[Candidate]) -> bool:
    """Whether a name only helps to describe a speaker: "an adviser to Mirko Vlasz"."""
    places = [each.speaker.mention for each in spoken if each.speaker.mention]
    return any(place.start <= mentioned.at < place.end for place in places)


def _only_one(spoken: Sequence[Candidate], mentioned: Sequence[Candidate]) -> Candidate | None:
    """The one person who came up at all, whatever gender the given name has elsewhere."""
    everybody = {each.speaker.name: each for each in (*mentioned, *spoken) if each.is_person or each.plural}
    return next(iter(everybody.values())) if len(everybody) == 1 and not any(x.plural for x in spoken) else None


def _last_named(phrase: Phrase, mentioned: Sequence[Candidate]) -> Candidate | None:
    """The last person named before anybody spoke, if nothing in the name disagrees."""
    return next((each for each in reversed(mentioned) if each.gender in (None, phrase.gender)), None)
