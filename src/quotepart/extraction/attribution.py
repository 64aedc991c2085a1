"""Who asserts a figure: the speaker of the quote it stands in, the one named for its sentence, or the document itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotepart.extraction.languages.language import Language
from quotepart.extraction.prepared import Mention
from quotepart.extraction.scene import Actor, Scene
from quotepart.extraction.tokens import Phrasebook
from quotepart.model.entry import Quote, Speaker
from quotepart.model.span import Span

_SUBJECT_TO_VERB = 9
_AFTER_QUOTE = 40  # characters after a quotation in which its speaker still says what follows
_WHO_SPEAKS = frozenset(("person", "office"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionGrammar:
    """Words by which a sentence names who says or asks what it holds; made by ``compile_attribution``."""

    verbs: Phrasebook[bool]
    according: Phrasebook[bool]
    articles: frozenset[str]
    pronouns: frozenset[str]


def compile_attribution(language: Language) -> AttributionGrammar:
    """Return the grammar made from the language's table ``figures``."""
    table = language.tables["figures"]
    return AttributionGrammar(
        verbs=Phrasebook.from_lists({True: table["attribution"]["verbs"]}),
        according=Phrasebook.from_lists({True: table["attribution"]["according"]}),
        articles=frozenset(table["ties"]["articles"]),
        pronouns=frozenset(table["attribution"]["pronouns"]),
    )


def quote_around(span: Span, quotes: Sequence[Quote]) -> Quote | None:
    """Return the shortest quote that holds ``span``."""
    holding = [quote for quote in quotes if quote.span.holds(span)]
    return min(holding, key=lambda quote: len(quote.span), default=None)


def find_sayer(
    scene: Scene,
    first: int,
    span: Span,
    quotes: Sequence[Quote],
    grammar: AttributionGrammar,
    before: Sequence[Mention],
) -> tuple[str | None, Speaker | None]:
    """Return the name of who asserts the figure at ``span`` and, where a quote holds it, that quote's speaker.

    ``quotes`` are those that touch the sentence, ``before`` the mentions ahead of it, to which a pronoun may point.
    """
    quote = quote_around(span, quotes)
    if quote is not None and quote.speaker is not None:
        return quote.speaker.name, quote.speaker
    for near in quotes:
        if near.speaker is not None and 0 <= span.start - near.span.end <= _AFTER_QUOTE:
            return near.speaker.name, None
    named = _named_source(scene, first, grammar)
    return (named.name if named else _pronoun_source(scene, first, grammar, before)), None


def _named_source(scene: Scene, first: int, grammar: AttributionGrammar) -> Mention | None:
    words = scene.tokens.words
    for actor in scene.actors:
        before = _words_before(scene, actor, grammar)
        if before and grammar.according.ending_at(before, len(before)) is not None:
            return actor.mention
    for actor in reversed(scene.actors):
        if actor.mention.kind in _WHO_SPEAKS and actor.last <= first:
            until = min(first, actor.last + _SUBJECT_TO_VERB)
            if any(grammar.verbs.at(words, at) for at in range(actor.last, until)):
                return actor.mention
    return None


def _words_before(scene: Scene, actor: Actor, grammar: AttributionGrammar) -> list[str]:
    words = scene.tokens.words[max(0, actor.first - 4) : actor.first]
    while words and words[-1] in grammar.articles:
        words.pop()
    return words


def _pronoun_source(scene: Scene, first: int, grammar: AttributionGrammar, before: Sequence[Mention]) -> str | None:
    """ "Il souhaite que …": the person named last before the sentence."""
    words = scene.tokens.words
    for at in range(min(2, len(words))):
        if words[at] in grammar.pronouns and any(grammar.verbs.at(words, i) for i in range(at, min(first, at + 6))):
            persons = [mention for mention in before if mention.kind in _WHO_SPEAKS]
            return persons[-1].name if persons else None
    return None
