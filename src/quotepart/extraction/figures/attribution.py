"""Who asserts a figure: the speaker of the quote it stands in, the one named for its sentence, or the document itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from quotepart.extraction.figures.scene import Actor, Scene
from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.prepared import Mention
from quotepart.extraction.text.tokens import Phrasebook
from quotepart.model.entry import Quote, Speaker
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

_SUBJECT_TO_VERB = 12
_AFTER_QUOTE = 60  # characters after a quotation in which its speaker still says what follows
_SMALL = 3  # letters of a word that is no part of a name
_SOURCE = 10  # tokens of the longest source
_NORM = 4  # tokens behind "according to" among which the noun of a norm stands: "NATO's agreed definition"
_NAMED = 8  # tokens from a comma to the verb that says who said what stands before it
_ASKED = 4  # tokens between a number, that it is asked for, and by whom
_OPENING = 9  # tokens in which a sentence has come to its subject
_BODIES = frozenset(("group", "institution"))
_WHO_SPEAKS = frozenset(("person", "office"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionGrammar:
    """Words by which a sentence names who says or asks what it holds; made by ``compile_attribution``."""

    verbs: Phrasebook[bool]
    according: Phrasebook[bool]
    articles: frozenset[str]
    pronouns: Mapping[str, str]
    pointing: Phrasebook[bool]
    inverted: frozenset[str]
    sources: frozenset[str]
    papers: frozenset[str]
    sourced: Phrasebook[bool]
    possessives: frozenset[str]
    norms: frozenset[str]
    ends: frozenset[str]
    likened: frozenset[str]
    hearers: frozenset[str]
    agents: frozenset[str]
    parting: frozenset[str]
    publishing: frozenset[str]


def compile_attribution(language: Language) -> AttributionGrammar:
    """Return the grammar made from the language's table ``figures``."""
    table = language.tables["figures"]
    return AttributionGrammar(
        verbs=Phrasebook.from_lists({True: table["attribution"]["verbs"]}),
        according=Phrasebook.from_lists(
            {True: table["attribution"]["according"], False: table["attribution"]["for_persons"]}
        ),
        articles=frozenset(table["ties"]["articles"]),
        pronouns=table["attribution"]["pronouns"],
        pointing=Phrasebook.from_lists({True: table["attribution"]["pointing"]}),
        inverted=frozenset(table["attribution"]["inverted"]),
        sources=frozenset(table["attribution"]["sources"]),
        papers=frozenset(table["attribution"]["papers"]),
        possessives=frozenset(table["attribution"]["possessives"]),
        norms=frozenset(table["attribution"]["norms"]),
        ends=frozenset(table["attribution"]["ends"]),
        likened=frozenset(table["attribution"]["likened"]),
        hearers=frozenset(table["attribution"]["hearers"]),
        agents=frozenset(table["ties"]["agents"]),
        parting=frozenset(table["attribution"]["parting"]),
        publishing=frozenset(table["attribution"]["publishing"]),
        sourced=Phrasebook.from_lists({True: table["ties"]["sources"]}),
    )


def quote_around(span: Span, quotes: Sequence[Quote]) -> Quote | None:
    """Return the shortest quote that holds ``span``."""
    holding = [quote for quote in quotes if quote.span.holds(span)]
    return min(holding, key=lambda quote: len(quote.span), default=None)


class Voices:
    """What a scene tells of who speaks whatever the figure: looked up once, since a sentence may hold many figures."""

    def __init__(self, scene: Scene, grammar: AttributionGrammar, text: str) -> None:
        self.scene, self.grammar, self.text = scene, grammar, text

    def written(self, first: int, last: int) -> str:
        """The tokens ``first`` up to ``last`` as the document has them, on one line."""
        return " ".join(self.scene.tokens.span(first, last).cut(self.text).split())

    @cached_property
    def according(self) -> Mention | None:
        """The actor behind "according to"."""
        for actor in self.scene.actors:
            before = _words_before(self.scene, actor, self.grammar)
            hit = self.grammar.according.ending_at(before, len(before)) if before else None
            speaks = actor.mention.kind in _WHO_SPEAKS
            if hit is not None and (speaks or (hit.label and not self._goes_on(actor))):
                return actor.mention
        return None

    @cached_property
    def source(self) -> str | None:
        """What stands behind "according to" where that is no name: "the latest figures", or the body these are of."""
        words, grammar = self.scene.tokens.words, self.grammar
        for hit in grammar.sourced.find(words):
            if words[hit.last : hit.last + 1] and words[hit.last] in grammar.possessives:
                continue
            if not grammar.norms.isdisjoint(words[hit.last : hit.last + _NORM]):
                continue
            first = hit.last + (words[hit.last : hit.last + 1] != [] and words[hit.last] in grammar.articles)
            last = next(
                (at for at in range(first, len(words)) if not words[at][0].isalnum() and words[at] != "'"), first
            )
            if first < last <= first + _SOURCE and grammar.pointing.at(words, hit.first) is None:
                bodies = [actor for actor in self.scene.actors if first <= actor.first < last and self._is_body(actor)]
                named = next((each.mention.name for each in bodies if not self._is_place(each)), None)
                return named or self.written(self._publisher(first, last), last)
        return None

    @cached_property
    def behind(self) -> tuple[int, str] | None:
        """Who a sentence says behind a comma that it is from, and at which token: ", a déclaré lundi l'institut"."""
        words, grammar = self.scene.tokens.words, self.grammar
        for comma in (at for at, word in enumerate(words) if word == ","):
            hits = (grammar.verbs.at(words, at) for at in range(comma + 1, min(comma + _NAMED, len(words))))
            verb = next((hit for hit in hits if hit is not None), None)
            if verb is None or "," in words[comma + 1 : verb.first] or words[comma + 1] in grammar.likened:
                continue
            is_inverted = verb.first <= comma + 2 and words[comma + 1] not in grammar.articles
            name = self._named(verb.last, len(words)) if is_inverted else self._named(comma + 1, verb.first)
            if name is not None:
                return comma, name
        return None

    def _named(self, first: int, last: int) -> str | None:
        """The actor, or else the words behind an article, in the tokens before a mark; nothing where neither stands first."""
        words, grammar = self.scene.tokens.words, self.grammar
        end = next((at for at in range(first, last) if not words[at][0].isalnum() and words[at] != "'"), last)
        end = next((at for at in range(first, end) if words[at] in grammar.ends), end)
        start = next((at for at in range(first, min(first + 2, end)) if words[at] in grammar.articles), None)
        inside = [each for each in self.scene.actors if first <= each.first < end]
        named = [each for each in inside if each.mention.kind in _WHO_SPEAKS | _BODIES]
        if named and named[0] is inside[0] and named[0].first <= (first if start is None else start) + 1:
            return next((each for each in named if each.mention.kind == "person"), named[0]).mention.name
        if inside and inside[-1].mention.kind == "person" and inside[-1].last == end:
            return inside[-1].mention.name
        if inside and inside[0].mention.kind == "member":
            return None
        if start is None or not start + 1 < end <= start + _SOURCE:
            return None
        speaks = self._is_name(start + 1, end) or not (grammar.sources | grammar.papers).isdisjoint(words[start:end])
        return self.written(start, end) if speaks else None

    def _is_name(self, first: int, last: int) -> bool:
        """Whether the first and the last word of some tokens are written with capitals."""
        starts = self.scene.tokens.starts
        return self.text[starts[first]].isupper() and self.text[starts[last - 1]].isupper()

    def _publisher(self, first: int, last: int) -> int:
        """Where the name of who publishes figures begins: "figures from the Klow Library"; else ``first``."""
        words, grammar = self.scene.tokens.words, self.grammar
        if (grammar.papers | grammar.sources).isdisjoint(words[first : first + 3]):
            return first
        tie = next((at for at in range(first, last - 1) if words[at] in grammar.publishing), first)
        start = tie + 1 + (words[tie + 1] in grammar.articles)
        return start if tie > first and start < last and self._is_name(start, last) else first

    def _goes_on(self, actor: Actor) -> bool:
        """Whether a name goes on in the next word: "the Klow Research Institute"."""
        scene, at = self.scene, actor.last
        is_tied = at < len(scene.tokens) and scene.tokens.gap(at - 1) == " "
        return is_tied and len(scene.tokens.words[at]) > _SMALL and self.text[scene.tokens.starts[at]].isupper()

    def _is_place(self, actor: Actor) -> bool:
        """Whether a body's name only says where: "tables released before the summit in Klow"."""
        return actor.first > 0 and self.scene.tokens.words[actor.first - 1] in self.grammar.ends

    def _is_body(self, actor: Actor) -> bool:
        """Whether an actor is a body by itself and no part of a longer name: "the Klow Library"."""
        after = self.scene.tokens.words[actor.last : actor.last + 1]
        return actor.mention.kind in _BODIES and not (after and after[0][0].isalpha() and len(after[0]) > _SMALL)

    @cached_property
    def pronoun(self) -> str | None:
        """The pronoun beside a verb of saying, or in words that point back: "rappelle-t-elle", ", she said", "selon lui"."""
        words, grammar = self.scene.tokens.words, self.grammar
        for at, word in enumerate(words):
            if at > 1 and word in grammar.pronouns:
                if words[at - 1] in grammar.parting and at + 1 < len(words) and grammar.verbs.at(words, at + 1):
                    return word
                verb = at - 2 if words[at - 1] in grammar.inverted else at - 1
                is_inverted = verb < at - 1 or self.scene.tokens.gap(at - 1) == "-"
                if words[verb] in grammar.pronouns or (is_inverted and grammar.verbs.at(words, verb) is not None):
                    return word
        pointed = grammar.pointing.find(words)
        return words[pointed[0].last - 1] if pointed else None


def find_sayer(
    voices: Voices, first: int, span: Span, quotes: Sequence[Quote], before: Sequence[Mention], spoke: str | None
) -> tuple[str | None, Speaker | None]:
    """Return the name of who asserts the figure at ``span`` and, where a quote holds it, that quote's speaker.

    ``quotes`` are those that touch the sentence, ``before`` the mentions ahead of it, to which a pronoun may point,
    ``spoke`` the name of who was quoted last.
    """
    quote = quote_around(span, quotes)
    if quote is not None and quote.speaker is not None:
        return quote.speaker.name, quote.speaker
    for near in quotes:
        if near.speaker is not None and 0 <= span.start - near.span.end <= _AFTER_QUOTE:
            return near.speaker.name, None
    scene, grammar = voices.scene, voices.grammar
    named = voices.according or _subject_named(scene, first, grammar)
    if named is not None:
        return _person_meant(named, before).name, None
    told = voices.source or _pronoun_source(voices, first, quotes, before, spoke) or _thing_source(voices, first)
    if told is None and voices.behind is not None and first < voices.behind[0]:
        told = voices.behind[1]
    return told or _asked_by(voices, scene.tokens.at(span.end)), None


def _asked_by(voices: Voices, last: int) -> str | None:
    """The person by whom a number that ends before a token is asked for: "the 5 % demanded by the premier"."""
    scene, words = voices.scene, voices.scene.tokens.words
    asked = (cue.last for cue in scene.cues("asking") if last <= cue.first <= last + _ASKED)
    ties = [
        at for end in asked for at in range(end, min(end + _ASKED, len(words))) if words[at] in voices.grammar.agents
    ]
    near = [each for each in scene.actors if each.mention.kind in _WHO_SPEAKS]
    named = [each for each in near if any(0 < each.first - at <= _ASKED for at in ties)]
    titled = [each for each in near if named and 0 <= each.first - named[0].last <= 1]  # "U.S. President Ida Sporsz"
    persons = (each.mention.name for each in (*named, *titled) if each.mention.kind == "person")
    return next(persons, named[0].mention.name if named else None)


def _person_meant(named: Mention, before: Sequence[Mention]) -> Mention:
    """The person named before whom a bare title means: "the general regretted that …"."""
    if named.kind != "office" or named.actors or named.person_id:
        return named
    return next((mention for mention in reversed(before) if mention.kind == "person"), named)


def _subject_named(scene: Scene, first: int, grammar: AttributionGrammar) -> Mention | None:
    """The person named last before the figure with a verb of saying behind the name."""
    words = scene.tokens.words
    for actor in reversed(scene.actors):
        if actor.mention.kind in _WHO_SPEAKS and actor.last <= first and not _is_hearer(scene, actor, grammar):
            until = min(first, actor.last + _SUBJECT_TO_VERB)
            if any(grammar.verbs.at(words, at) for at in range(actor.last, until)):
                return actor.mention
    return None


def _is_hearer(scene: Scene, actor: Actor, grammar: AttributionGrammar) -> bool:
    """Whether something is said or written to who is named: "in a letter to the premier, Ida Sporsz, …"."""
    title = [each.first for each in scene.actors if each.mention.kind == "office" and 0 <= actor.first - each.last <= 1]
    at = min([actor.first, *title])
    words = scene.tokens.words
    while at and words[at - 1] in grammar.articles:
        at -= 1
    return at > 0 and words[at - 1] in grammar.hearers


def _words_before(scene: Scene, actor: Actor, grammar: AttributionGrammar) -> list[str]:
    words = scene.tokens.words[max(0, actor.first - 4) : actor.first]
    while words and words[-1] in grammar.articles:
        words.pop()
    return words


def _pronoun_source(
    voices: Voices, first: int, quotes: Sequence[Quote], before: Sequence[Mention], spoke: str | None
) -> str | None:
    """ "Il souhaite que …", "rappelle-t-elle", "selon lui": who is quoted there or was before, or the person named last."""
    pronoun = _opening_pronoun(voices.scene.tokens.words, first, voices.grammar) or voices.pronoun
    if pronoun is None:
        return None
    quoted = next((quote.speaker.name for quote in reversed(quotes) if quote.speaker is not None), None)
    if quoted is not None:
        return quoted
    gender = voices.grammar.pronouns.get(pronoun)
    persons = [each for each in before if each.kind in _WHO_SPEAKS and (not each.gender or each.gender == gender)]
    named = [each for each in persons if each.kind == "person"] or [each for each in persons if each.actors]
    return next((each.name for each in named if each.name == spoke), named[-1].name) if named else None


def _opening_pronoun(words: Sequence[str], first: int, grammar: AttributionGrammar) -> str | None:
    """The pronoun before a verb of saying at the start, or behind what opens the sentence: "In May, he said …"."""
    for at in (at for at in range(min(first, len(words))) if words[at] in grammar.pronouns):
        if at > 1 and words[at - 1] != ",":
            continue
        until = at + 6 if at < _OPENING else at + 2
        if any(grammar.verbs.at(words, i) for i in range(at, min(first, until))):
            return words[at]
    return None


def _thing_source(voices: Voices, first: int) -> str | None:
    """ "The opposition demands …": what speaks at the start of a sentence without being a person, or the body it is of."""
    scene, grammar = voices.scene, voices.grammar
    words, limit = scene.tokens.words, min(first, 16)
    for at in range(min(_OPENING, limit)):
        opens = at < 4 or "," in words[at - 2 : at]
        if not (opens and words[at] in grammar.sources | grammar.papers):
            continue
        verb = max((i for i in range(at + 1, min(limit, at + 8)) if grammar.verbs.at(words, i)), default=None)
        if verb is not None:
            start = _phrase_start(words, at, grammar)
            bodies = (each for each in scene.actors if start <= each.first < verb and each.mention.kind in _BODIES)
            named = next((each.mention.name for each in bodies), None)
            of = next(
                (each.last for each in scene.actors if each.first == at + 1 and each.mention.kind == "adjective"),
                at + 1,
            )
            return named or (voices.written(start, of) if words[at] in grammar.sources else None)
    return None


def _phrase_start(words: Sequence[str], at: int, grammar: AttributionGrammar) -> int:
    """Where the phrase of a noun begins behind its article: "the minority cabinet"."""
    start = at
    while start and words[start - 1].isalpha() and words[start - 1] not in grammar.articles:
        start -= 1
    return start if not start or words[start - 1] in grammar.articles else at
