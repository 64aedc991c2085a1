"""The words by which somebody is bound, in one language and for one pact: all that pledges are read with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.figures.figures import FiguresGrammar
from quotepart.extraction.figures.meaning import HEADS, OTHER
from quotepart.extraction.figures.scene import SceneGrammar
from quotepart.extraction.figures.ties import HoldersGrammar
from quotepart.extraction.languages.language import Language, Table
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.tokens import Phrasebook, tokenise
from quotepart.extraction.times.periods import PeriodsGrammar
from quotepart.model.entry import PledgeStatus
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Names, Pact

_HEAVY = 2.5  # a topic's words of at least this weight are what a pledge without a number may be about


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What a word of binding says: the status, and whether it binds only to a share that pledges name (``is_weak``).

    One that ``is_of_sums`` binds only to a number right after it: "announced 300 million euros". One that ``is_aside`` holds
    such a word and binds nobody: "press conference".
    """

    status: PledgeStatus
    is_weak: bool = False
    is_of_sums: bool = False
    is_aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Future:
    """A word of what is to come: ``is_whole`` where the deed is in it ("enverra"), ``is_told`` where it only binds reported.

    One that ``is_passive`` tells what will be done, by whomever: "seront envoyés".
    """

    is_whole: bool = False
    is_told: bool = False
    is_passive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaken:
    """The words of what somebody says it will do; ``parties`` bind as a state does, ``selves`` and ``others`` are pronouns."""

    futures: Phrasebook[Future]
    told: frozenset[str]
    unsure: Phrasebook[bool]
    open: Phrasebook[bool]
    parties: Phrasebook[bool]
    selves: frozenset[str]
    others: frozenset[str]
    firm: Phrasebook[bool]
    joins: frozenset[str]
    that: frozenset[str]
    infinitives: tuple[str, ...]
    no_verbs: frozenset[str]
    skipped: frozenset[str]
    days: frozenset[str]
    adjuncts: frozenset[str]
    adverbs: tuple[str, ...]
    heads: frozenset[str]
    attains: frozenset[str]
    addressees: Phrasebook[bool]
    own: frozenset[str]
    vows: tuple[str, ...]
    no_vows: Phrasebook[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shades:
    """The words that turn what a word that binds says.

    ``nots`` deny it, ``merely`` turns that back, ``pending`` leaves it open, ``only`` limits it where none of ``wholly`` denies
    it; ``asserting`` demands nothing before one of ``facts``; after ``wishes`` a deed binds nobody, after ``leads`` a mark is
    still to be reached, what is ``supposed`` after ``supposing`` only would follow, what is ``unwanted`` is refused.
    ``decisions`` are agreed among ``many`` and promised by one, ``deals`` open what many agreed to.
    """

    nots: frozenset[str]
    merely: frozenset[str]
    pending: frozenset[str]
    only: frozenset[str]
    wholly: frozenset[str]
    asserting: Phrasebook[bool]
    facts: frozenset[str]
    wishes: frozenset[str]
    leads: frozenset[str]
    supposing: Phrasebook[bool]
    supposed: tuple[str, ...]
    unwanted: frozenset[str]
    decisions: Phrasebook[bool]
    many: frozenset[str]
    deals: Phrasebook[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgesGrammar:
    """All that pledges are read with, for one language and one pact; made by ``compile_pledges``.

    ``objects`` maps what may be pledged without a number to the metric it is filed under, ``marks`` point back to a number
    named before; ``bare`` are words that bind and name what for in one ("we will defend every inch"); after one of
    ``announcing`` what is ``announced`` is promised, after one of ``vowed`` any deed; ``hosting`` one of ``gatherings`` is no
    deed. ``goes_on`` is what spending or aid is to do, which ``guesses`` only foretell.
    """

    cues: Phrasebook[Cue]
    bare: Phrasebook[Cue]
    announcing: Phrasebook[bool]
    announced: Phrasebook[bool]
    objects: Phrasebook[str]
    marks: Phrasebook[bool]
    idle: Phrasebook[bool]
    hosting: Phrasebook[bool]
    gatherings: frozenset[str]
    deeds: Phrasebook[bool]
    things: Phrasebook[bool]
    undertaken: Undertaken
    shades: Shades
    passives: frozenset[str]
    everybody: frozenset[str]
    openings: frozenset[str]
    further: frozenset[str]
    modals: frozenset[str]
    impersonal: frozenset[str]
    asked: Phrasebook[bool]
    vowed: Phrasebook[bool]
    goes_on: Phrasebook[bool]
    guesses: frozenset[str]
    scene: SceneGrammar
    holders: HoldersGrammar
    periods: PeriodsGrammar
    main: str
    metrics: frozenset[str]
    stops: frozenset[str]
    automaton: AhoCorasick


def compile_pledges(language: Language, pact: Pact, figures: FiguresGrammar) -> PledgesGrammar:
    """Return the grammar made from the language's table ``pledges`` and the pact's words for what may be pledged.

    ``figures`` is the grammar of their figures, whose words for cues, holders and periods are those of pledges too.
    """
    table = language.tables["pledges"]
    bound, main = table["bound"], pact.conventions.main_indicator
    names = pact.names.get(language.code) or Names(lang=language.code)
    cues = _cues(language, table)
    bare = {phrase: Cue(status=status) for status, phrases in table["bare"].items() for phrase in phrases}
    futures, undertaken = _undertaken(table)
    heads = table["announced"]["heads"]
    return PledgesGrammar(
        cues=Phrasebook(cues),
        bare=Phrasebook(bare),
        announcing=Phrasebook.from_lists({True: heads}),
        announced=Phrasebook(dict.fromkeys(_announced(table["announced"]), True)),
        objects=Phrasebook(_objects(bound, names, main)),
        marks=Phrasebook.from_lists({True: bound["marks"]}),
        idle=Phrasebook.from_lists({True: bound["idle"]}),
        hosting=Phrasebook.from_lists({True: bound["hosting"]}),
        gatherings=frozenset(bound["gatherings"]),
        deeds=Phrasebook.from_lists({True: bound["deeds"]}),
        things=Phrasebook.from_lists({True: bound["things"]}),
        undertaken=undertaken,
        shades=_shades(bound),
        passives=frozenset(bound["passives"]),
        everybody=frozenset(bound["everybody"]),
        openings=frozenset(bound["openings"]),
        further=frozenset(bound["further"]),
        modals=frozenset(bound["modals"]),
        impersonal=frozenset(bound["impersonal"]),
        asked=Phrasebook.from_lists({True: bound["asked"]}),
        vowed=Phrasebook.from_lists({True: bound["vowed"]}),
        goes_on=Phrasebook.from_lists({True: bound["goes_on"]}),
        guesses=frozenset(bound["guesses"]),
        scene=figures.scene,
        holders=figures.holders,
        periods=figures.periods,
        main=main,
        metrics=frozenset(names.metrics) - frozenset(language.tables["figures"]["change"]["aside"]) - HEADS,
        stops=frozenset(language.tables["figures"]["clauses"]["stops"]),
        automaton=_automaton([*(word for word, cue in cues.items() if not cue.is_aside), *bare, *heads, *futures]),
    )


def _shades(bound: Table) -> Shades:
    return Shades(
        nots=frozenset(bound["nots"]),
        merely=frozenset(bound["merely"]),
        pending=frozenset(bound["pending"]),
        only=frozenset(bound["only"]),
        wholly=frozenset(bound["wholly"]),
        asserting=Phrasebook.from_lists({True: bound["asserting"]}),
        facts=frozenset(bound["facts"]),
        wishes=frozenset(bound["wishes"]),
        leads=frozenset(bound["leads"]),
        supposing=Phrasebook.from_lists({True: bound["supposing"]}),
        supposed=tuple(bound["supposed"]),
        unwanted=frozenset(bound["unwanted"]),
        many=frozenset(bound["many"]),
        decisions=Phrasebook.from_lists({True: bound["decisions"]}),
        deals=Phrasebook.from_lists({True: bound["deals"]}),
    )


def _cues(language: Language, table: Table) -> dict[str, Cue]:
    """Every word that binds, with what it says; a phrase named again takes its last meaning."""
    weak = {phrase: Cue(status=status, is_weak=True) for status, phrases in table["weak"].items() for phrase in phrases}
    weak |= {phrase: Cue(status="promised", is_weak=True, is_of_sums=True) for phrase in table["bound"]["sums"]}
    strong = {form: Cue(status=status) for status, form in _conjugated(language, table["verbs"])}
    strong |= {phrase: Cue(status=status) for status, phrases in table["status"].items() for phrase in phrases}
    strong |= {phrase: Cue(status="promised", is_aside=True) for phrase in table["bound"]["asides"]}
    return weak | strong


def _announced(rows: Table) -> Iterator[str]:
    """Every phrase for a deed that is announced: "a new package", "l'envoi"."""
    for article, deed in product(rows["articles"], rows["deeds"]):
        yield f"{article} {deed}"


def _conjugated(language: Language, verbs: Mapping[PledgeStatus, Sequence[str]]) -> Iterator[tuple[PledgeStatus, str]]:
    """Every form of the verbs that bind, with the status they say."""
    for status, infinitives in verbs.items():
        for infinitive in infinitives:
            yield from ((status, form) for forms in language.forms(infinitive).values() for form in forms)


def _undertaken(table: Table) -> tuple[list[str], Undertaken]:
    """The words of undertakings, and those of them that a sentence must hold one of."""
    rows: Table = table["undertaken"]
    whole = {stem + ending: Future(is_whole=True) for stem in rows["stems"] for ending in rows["endings"]}
    whole |= {
        stem + ending: Future(is_whole=True, is_told=True) for stem in rows["stems"] for ending in rows["told_endings"]
    }
    for key, is_told in (("passives", False), ("told_passives", True)):
        done = Future(is_whole=True, is_told=is_told, is_passive=True)
        whole |= {f"{head} {participle}": done for head, participle in product(rows[key], rows["participles"])}
    markers = dict.fromkeys(rows["markers"], Future()) | dict.fromkeys(rows["told_markers"], Future(is_told=True))
    undertaken = Undertaken(
        futures=Phrasebook(markers | whole),
        told=frozenset(rows["told"]),
        unsure=Phrasebook.from_lists({True: rows["unsure"]}),
        open=Phrasebook.from_lists({True: rows["open"]}),
        parties=Phrasebook.from_lists({True: rows["parties"]}),
        selves=frozenset(rows["selves"]),
        others=frozenset(rows["others"]),
        firm=Phrasebook.from_lists({True: rows["firm"]}),
        joins=frozenset(rows["joins"]),
        that=frozenset(rows["that"]),
        infinitives=tuple(rows["infinitives"]),
        no_verbs=frozenset(rows["no_verbs"]),
        skipped=frozenset(rows["skipped"]),
        days=frozenset(rows["days"]),
        adjuncts=frozenset(rows["adjuncts"]),
        adverbs=tuple(rows["adverbs"]),
        heads=frozenset(rows["heads"]),
        attains=frozenset(rows["attains"]),
        addressees=Phrasebook.from_lists({True: rows["addressees"]}),
        own=frozenset(rows["own"]),
        vows=tuple(rows["vows"]),
        no_vows=Phrasebook.from_lists({True: rows["no_vows"]}),
    )
    return [*whole, *table["bound"]["deeds"]], undertaken


def _automaton(phrases: Sequence[str]) -> AhoCorasick:
    """What finds the longest word, or stem, of each phrase: a sentence without any of them holds no pledge."""
    telling = {max(tokenise(fold(phrase), 0, len(phrase)).words, key=len) for phrase in phrases}
    return AhoCorasick(sorted(telling), matchkind=MatchKind.LeftmostLongest)


def _objects(bound: Table, names: Names, main: str) -> dict[str, str]:
    """What may be pledged without a number, with the metric that it is filed under."""
    others = [*_heavy(names, bound["topics"]), *bound["others"]]
    return dict.fromkeys(others, OTHER) | dict.fromkeys(bound["objects"], main)


def _heavy(names: Names, topics: Sequence[str]) -> list[str]:
    return [phrase for topic in topics for phrase, weight in names.topics.get(topic, {}).items() if weight >= _HEAVY]
