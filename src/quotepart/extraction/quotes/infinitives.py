"""Infinitive and gerund clauses that a verb reports without "that": "a promis de payer", "dit vouloir", "denies passing"."""

from __future__ import annotations

from quotepart.extraction.quotes.clauses import Sentence, Tokens, clause_end, is_adverbial, past_adverbials
from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import QUOTED

_CHARGED = 14  # the most tokens between a verb of accusing and its gerund
_WARNED = 5  # tokens from a verb past who is warned
_ORDERED = 8  # tokens between a verb and the infinitive of what somebody is told to do
_TITLED = 4  # tokens of a title before the name of the one told
_ASIDE = 7  # the most tokens that commas set off right behind a verb
_INSERTED = 16  # tokens of what commas or brackets insert before an infinitive
_INSERTING = {",": ",", "(": ")", "–": "–", "—": "—"}
_LINKING_CLASSES = frozenset(("promise", "threaten", "demand", "refuse", "criticise"))
_ADDRESSING_CLASSES = frozenset(("demand", "criticise"))


def infinitive_clause(sentence: Sentence, cue: Cue) -> Tokens | None:
    """Return the infinitive clause after a promise, threat or demand: "a promis de", "urged allies to"."""
    if cue.shape == "infinitive":
        return None
    if cue.lemma in sentence.grammar.words["ordering"] and not sentence.has(cue.end, "infinitive_markers"):
        return _linked(sentence, cue, _ORDERED)
    if cue.cue_class in ("say", "reassure", "announce"):
        return _bare_infinitive(sentence, cue) or _judged(sentence, cue)
    if _is_boast(sentence, cue):
        return _linked(sentence, cue, 2)
    if cue.cue_class in ("criticise", "refuse") and (bare := _bare_infinitive(sentence, cue)):
        return bare
    links = cue.cue_class in _LINKING_CLASSES and (sentence.grammar.inverted or cue.cue_class != "criticise")
    if not links or (cue.is_weak and cue.cue_class != "demand"):
        return None
    blames = cue.cue_class == "criticise" and cue.lemma not in sentence.grammar.words["accusing"]
    return _linked(sentence, cue, 14 if cue.cue_class in _ADDRESSING_CLASSES and not blames else 2)


def _is_boast(sentence: Sentence, cue: Cue) -> bool:
    """Whether somebody speaks of himself: "s'est vanté de", "se défend d'avoir"."""
    group = sentence.frame.words[cue.start : cue.verb]
    return cue.cue_class in ("praise", "call") and not sentence.grammar.words["reflexives"].isdisjoint(group)


def _linked(sentence: Sentence, cue: Cue, reach: int) -> Tokens | None:
    """The infinitive clause that a marker opens at most ``reach`` tokens behind a verb.

    Adverbials right behind the verb, what commas set off there and what is inserted right before the marker do not count.
    """
    at, left = _past_lead(sentence, cue), reach
    while left > 0 and at < len(sentence.frame) - 1:
        if sentence.word(at) in _INSERTING and (resume := _past_insertion(sentence, at)) is not None:
            at = resume
        if sentence.stops(at) or sentence.word(at) in (",", QUOTED):
            return None
        if cue.cue_class == "refuse" and sentence.has(at + 1, "silences"):
            return None
        if at <= cue.end + 1 and sentence.has(at - 1, "negations") and sentence.has(at + 1, "auxiliaries_of_being"):
            return None
        if _opens_infinitive(sentence, at) and not sentence.has(at - 1, "before_infinitives"):
            return at + 1, clause_end(sentence, at + 1, cue)
        at, left = at + 1, left - 1
    return None


def _opens_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether a marker stands at a token, with its infinitive behind it."""
    return sentence.has(at, "infinitive_markers") and is_infinitive(sentence, at + 1)


def _past_lead(sentence: Sentence, cue: Cue) -> int:
    """The token behind a verb, its adverbials and what commas set off there: "a menacé jeudi, à Klow, de partir"."""
    if _opens_infinitive(sentence, cue.end) or (
        sentence.grammar.heads_last and sentence.has(cue.end, "infinitive_markers")
    ):
        return cue.end
    if _is_bound(sentence, cue) and sentence.word(cue.end) != ",":
        return cue.end
    at = past_adverbials(sentence, cue.end)
    if sentence.grammar.heads_last:
        return _past_tag(sentence, at)
    at = next((to for to in range(cue.end, at) if _opens_infinitive(sentence, to)), at)
    if sentence.word(at) != ",":
        return at
    return next((to + 1 for to in range(at + 2, at + _ASIDE) if sentence.word(to) == ","), at)


def _is_bound(sentence: Sentence, cue: Cue) -> bool:
    """Whether adverbials may not part a French infinitive from its verb: "s'est engagé au sommet à" tells a deed.

    What is promised may stand behind whom it is promised, or a comma: "a promis aux marins de", "a promis, hier, de".
    """
    group = sentence.frame.words[cue.start : cue.verb]
    is_near = "," in sentence.frame.words[cue.end : cue.end + _ASIDE] or sentence.has(cue.end, "datives")
    commits = cue.cue_class == "promise" and not (sentence.grammar.words["reflexives"].isdisjoint(group) and is_near)
    return bool(sentence.grammar.inverted) and (commits or cue.cue_class in _ADDRESSING_CLASSES)


def _past_insertion(sentence: Sentence, at: int) -> int | None:
    """The marker of an infinitive behind what is inserted before it: "appelle la Ligue, qui siège à Klow, | à payer"."""
    closing = _INSERTING[sentence.word(at)]
    ends = (to for to in range(at + 2, min(len(sentence.frame), at + _INSERTED)) if sentence.word(to) == closing)
    opens = next((to + 1 for to in ends if _opens_infinitive(sentence, to + 1)), None)
    return opens if sentence.grammar.inverted else None


def _past_tag(sentence: Sentence, at: int) -> int:
    """After the one told with what commas set off behind the name: "urged Ida Sporsz, R-Klow, to pay"."""
    end = next((end for place, (_, end) in sentence.frame.mentions.items() if at <= place < at + _TITLED), at)
    if end == at or sentence.word(end) != ",":
        return at
    closing = next((place for place in range(end + 2, end + _ASIDE) if sentence.word(place) == ","), end)
    return closing + 1 if sentence.has(closing + 1, "infinitive_markers") else at


def gerund_clause(sentence: Sentence, cue: Cue) -> Tokens | None:
    """Return the gerund after a verb that takes one: "denies passing documents", "accused the allies of not paying"."""
    if cue.lemma in sentence.grammar.words["accusing"] and sentence.grammar.heads_last:
        at = _charge(sentence, cue)
    else:
        takes = cue.shape == "finite" and cue.lemma in sentence.grammar.words["gerund_takers"]
        at = cue.end if takes and _is_gerund(sentence, cue.end) else _matter(sentence, cue)
    if at is None:
        return None
    end = clause_end(sentence, at + 1, cue)
    return at, next((to for to in range(at + 1, end) if _goes_on_telling(sentence, to)), end)


def _goes_on_telling(sentence: Sentence, at: int) -> bool:
    """Whether "and" with a finite verb takes up the subject of the sentence again: "accused Klow of lying and has left"."""
    joins = at + (sentence.word(at) == ",")
    return sentence.has(joins, "coordinators") and sentence.has(joins + 1, "auxiliaries")


def _charge(sentence: Sentence, cue: Cue) -> int | None:
    """Where the gerund begins of which somebody is accused, who stands between it and the verb."""
    for at in range(cue.end + 1, min(cue.end + _CHARGED, len(sentence.frame) - 2)):
        if sentence.stops(at) or sentence.word(at) == QUOTED:
            return None
        start = at + 1
        is_negated = sentence.has(start, "negations")
        if sentence.has(at, "possessive_prepositions") and _is_gerund(sentence, start + is_negated):
            return start
    return None


def _matter(sentence: Sentence, cue: Cue) -> int | None:
    """Where the gerund begins against which an English verb warns: "warned of losing the sea", "warned Klow against leaving"."""
    if cue.lemma not in sentence.grammar.words["matter_takers"] or cue.shape not in ("finite", "gerund"):
        return None
    for at in range(cue.end, min(cue.end + _WARNED, len(sentence.frame) - 2)):
        if sentence.stops(at) or sentence.word(at) == QUOTED:
            return None
        if sentence.has(at, "before_matters"):
            has_object = sentence.has(at + 2, "determiners") or at + 2 in sentence.frame.mentions
            return at + 1 if has_object and _is_gerund(sentence, at + 1) else None  # no "rising costs"
    return None


def _is_gerund(sentence: Sentence, at: int) -> bool:
    ends = sentence.word(at).endswith(sentence.grammar.participle_ending)
    return ends and not sentence.has(at, "participle_exceptions") and at not in sentence.frame.mentions


def _bare_infinitive(sentence: Sentence, cue: Cue) -> Tokens | None:
    """An infinitive right after the verb, without a marker: "dit vouloir", "affirme avoir"."""
    opens = sentence.has(cue.end, "infinitive_markers") and not is_adverbial(sentence, cue.end)
    if not sentence.grammar.inverted or opens:
        return None
    start = past_adverbials(sentence, cue.end)
    at = _past_clitics(sentence, start)
    is_marked = sentence.has(start - 1, "infinitive_markers")
    return (start, clause_end(sentence, at, cue)) if is_infinitive(sentence, at) and not is_marked else None


def _judged(sentence: Sentence, cue: Cue) -> Tokens | None:
    """What somebody finds, with the adjective that says how: "a jugé absurde de fixer un délai", "juge vital que"."""
    if cue.lemma not in sentence.grammar.words["judging"]:
        return None
    at = past_adverbials(sentence, cue.end)
    if not sentence.word(at).isalpha() or sentence.has(at, "determiners") or at in sentence.frame.mentions:
        return None
    opens = sentence.has(at + 1, "infinitive_markers") and is_infinitive(sentence, at + 2)
    if opens or (sentence.has(at + 1, "complementizers") and not sentence.has(at, "before_other_that")):
        return at, clause_end(sentence, at + 1, cue)
    return None


def _past_clitics(sentence: Sentence, at: int) -> int:
    start = at
    while (
        sentence.has(at, "clitics")
        or sentence.has(at, "negations")
        or (at > start and sentence.has(at - 1, "negations") and sentence.grammar.is_adverb(sentence.word(at)))
    ):
        at += 1
    return at


def is_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether an infinitive stands at a token, past the pronouns and negations before it."""
    at = _past_clitics(sentence, at)
    word = sentence.word(at)
    if sentence.has(at - 1, "clitics") and sentence.has(at - 1, "determiners") and word.endswith("re"):
        return False
    if len(word) < 2 or not word.isalpha() or at in sentence.frame.mentions or sentence.has(at, "not_infinitives"):
        return False
    endings = sentence.grammar.infinitive_endings
    is_other = word.endswith("ing") or (word.endswith("s") and not word.endswith(("ss", "us")))
    return bool(endings) and word.endswith(endings) and not is_other
