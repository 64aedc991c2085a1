"""Words that are a verb of saying in one sentence and a noun in another: "she claims", "her claim"."""

from __future__ import annotations

from quotepart.extraction.quotes.frames import QUOTED, Frame
from quotepart.extraction.quotes.saying import SayingGrammar, base

_SHORT_VERB = 3
_INSERTED = 14  # tokens of an insertion between a verb and its "that"
_SPEAKING = frozenset(("person", "member", "state", "institution", "group"))
_CALLED = 12  # tokens from a participle past its agent to the words in marks
_QUOTING = 4  # tokens from a participle to past the words in marks that it takes
_ABSOLUTE = 10  # tokens between "with" and the participle of who stands behind it


def can_be_verb(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether a form that is a noun too can be a verb here: not after an article, preposition or adjective."""
    place = at - 1
    while grammar.heads_last and place > 0 and grammar.is_adverb(frame.words[place]):
        place -= 1
    if place < at - 1 and frame.word(place) in grammar.words["prepositions"]:
        place -= 1
    skipped = not grammar.heads_last and frame.word(at + 2) in grammar.words["complementizers"]
    before, after = frame.word(place), frame.word(at + 1 + (skipped and grammar.is_adverb(frame.word(at + 1))))
    is_object = before in grammar.words["clitics"] and before not in grammar.words["female_determiners"]
    if is_object and frame.word(at - 2) in grammar.words["inverting"]:
        return True
    if before in grammar.words["determiners"] or before in grammar.words["prepositions"]:
        return False
    if grammar.heads_last and "-" in before and frame.word(at - 2) in grammar.words["determiners"]:
        return False
    if frame.words[at] in grammar.words["adjective_like"] and after in grammar.words["prepositions"]:
        return before in grammar.pronouns or before in grammar.words["relatives"]
    opens = grammar.words["determiners"] | grammar.words["complementizers"] | grammar.pronouns.keys() | {QUOTED}
    if grammar.heads_last and not _agrees(frame, at, grammar):
        return False
    if grammar.heads_last and before[:1].isalpha() and (after in opens or at + 1 in frame.mentions):
        is_past = frame.words[at].endswith(grammar.past_ending)
        return before not in grammar.words["coordinators"] or (is_past and after in grammar.words["complementizers"])
    if grammar.heads_last and after in grammar.words["infinitive_markers"] and _is_bare(at, frame, grammar):
        return before.endswith("s") or before in grammar.words["plurals"]
    links = after in grammar.words["infinitive_markers"] or _is_set_before_that(frame, at, grammar)
    links = links and before in grammar.words["coordinators"]
    if links and (not grammar.heads_last or frame.words[at].endswith(grammar.past_ending)):
        return True
    if before == "," and after in grammar.words["complementizers"] and grammar.heads_last:
        return not all(grammar.has("weak", form.lemma) for form in grammar.forms[frame.words[at]])
    if before in grammar.pronouns or before in grammar.words["relatives"] or before in ("", ",", QUOTED):
        return True
    if not grammar.heads_last and len(after) > _SHORT_VERB and after.endswith(grammar.infinitive_endings):
        return after not in grammar.words["not_infinitives"]
    if after in grammar.words["complementizers"] and (before in grammar.words["coordinators"] or before == ")"):
        return True
    if any(end == place + 1 and mention.kind != "adjective" for mention, end in frame.mentions.values()):
        return True
    if (
        grammar.heads_last
        and (before in grammar.words["speaker_nouns"] or place in frame.capitals)
        and after in ("", ".", ",")
    ):
        return frame.words[at].endswith(grammar.past_ending)
    known = before in grammar.words["speaker_nouns"] or before in grammar.words["clitics"]
    known = known or (before in grammar.titles and not grammar.heads_last)
    says_of = before.endswith("s") and _is_bare(at, frame, grammar) and after[:1].isalpha() and place == 0
    return known and (not grammar.heads_last or says_of)


def _is_set_before_that(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether commas set off what parts an English verb from its "that": "and claimed, without a plan, that"."""
    if frame.word(at + 1) != "," or not grammar.heads_last:
        return False
    closing = next((place for place in range(at + 3, at + _INSERTED) if frame.word(place) == ","), at)
    return frame.word(closing + 1) in grammar.words["complementizers"]


def _agrees(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Whether the word before a verb that could be a noun can be its subject: no owner, and a plural before a bare form."""
    before = frame.word(at - 1)
    if before.endswith(("'s", "s'")):
        return False
    is_bare = _is_bare(at, frame, grammar)
    many = grammar.words["plurals"] - grammar.words["relatives"]
    if before in many and frame.words[at].endswith("s") and not is_bare:  # "denied media reports that"
        return False
    is_subject = before.endswith("s") or before in grammar.pronouns or before in grammar.words["relatives"]
    return (
        not is_bare
        or is_subject
        or not before.isalpha()
        or before in grammar.words["adverbs"] | grammar.words["plurals"]
    )


def _is_bare(at: int, frame: Frame, grammar: SayingGrammar) -> bool:
    """Whether a form is that of a plural or an infinitive: "promise"."""
    word = frame.words[at]
    return any(form.plural for form in grammar.forms[word]) and not word.endswith("ed")


def is_passive(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Return whether a form that could be finite is a participle here: "was told", "urged by"."""
    place = at - 1
    while place >= 0 and grammar.is_adverb(frame.words[place]):
        place -= 1
    before, words = frame.word(place), grammar.words
    if before in words["auxiliaries"] or before in words["auxiliaries_of_being"] or before in words["passive"]:
        return True
    is_hearsay = frame.word(at + 1) in words["infinitive_markers"] and frame.word(at + 2) in words["after_hearsay"]
    after = at + 1 + (frame.word(at + 1) in words["prepositions"] - words["agents"])
    while before == "," and grammar.heads_last and after < len(frame) and grammar.is_adverb(frame.words[after]):
        after += 1
    has_agent = frame.word(after) in words["agents"] and frame.word(after + 1) not in words["means"]
    opens = words["asked_about"] if before else words["asked_about"] | words["prepositions"]
    if before in ("", ",") and frame.word(at + 1) in opens and frame.words[at].endswith(grammar.past_ending):
        return True
    return has_agent or (is_hearsay and before in ("", ","))


def is_noun(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Return whether what looks like an infinitive is a noun: "un conseiller"."""
    before = frame.word(at - 1)
    is_determined = before in grammar.words["determiners"] and before not in grammar.words["clitics"]
    return is_determined or frame.words[at] in grammar.titles


def opens_with_participle(frame: Frame, grammar: SayingGrammar) -> bool:
    """Return whether a sentence begins with a participle and its preposition: "Réunis à Klow, les ministres"."""
    first = frame.word(0)
    is_noun = 0 in frame.mentions or first in grammar.titles or first in grammar.words["speaker_nouns"]
    endings = grammar.words["participle_endings"]
    return (
        not is_noun
        and frame.word(1) in grammar.words["prepositions"]
        and any(first.endswith(ending) for ending in endings)
    )


def absolute_opening(frame: Frame, at: int, grammar: SayingGrammar) -> int | None:
    """Return where "with" stands before a person or a known noun and the participle at a token: ", with Ms Sporsz warning".

    In French a comma is enough before a person: ", Mme Sporsz accusant".
    """
    if grammar.inverted:
        return _comma_before_name(frame, at, grammar)
    known = grammar.titles.keys() | grammar.words["speaker_nouns"] | grammar.words["absolute_subjects"]
    is_named = any(end == at and mention.kind in _SPEAKING for mention, end in frame.mentions.values())
    if not is_named and frame.word(at - 1) not in known:
        return None
    for place in range(at - 2, max(-1, at - _ABSOLUTE), -1):
        if frame.words[place] in grammar.words["absolute"] and frame.word(place - 1) in ("", ",", "–", "—"):
            return place
    return None


def _comma_before_name(frame: Frame, at: int, grammar: SayingGrammar) -> int | None:
    """The comma before a person with titles who stands right before a token."""
    name = (start for start, (mention, end) in frame.mentions.items() if end == at and mention.kind == "person")
    place = next(name, 0) - 1
    while place > 0 and (frame.words[place] in grammar.titles or frame.words[place] in grammar.honorifics):
        place -= 1
    place -= frame.word(place) in grammar.words["determiners"]
    return place if place > 0 and frame.words[place] == "," else None


def is_owned(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Return whether an owner stands right before a form, so that it qualifies a noun: "the crew's repeated claims"."""
    before = frame.word(at - 1)
    return grammar.heads_last and before.endswith(("'s", "s'")) and base(before) not in grammar.pronouns


def calls_by_agent(frame: Frame, at: int, reach: int, grammar: SayingGrammar) -> bool:
    """Return whether a passive verb names its agent at most ``reach`` tokens on, or calls something: "est décrit comme « … »"."""
    ahead = frame.words[at + 1 : at + 1 + reach]
    names = any(grammar.has("calling", form.lemma) for form in grammar.forms.get(frame.words[at], ()))
    has_agent = any(word in grammar.words["agents"] for word in ahead)
    return QUOTED in frame.words and (has_agent or (names and QUOTED in ahead))


def is_quoted_by(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Return whether a participle stands by words and their agent: "jugé « fou » par X", "qualifié par X de « fou »"."""
    if frame.word(at + 1) in grammar.words["agents"] and calls_by_agent(frame, at, _CALLED, grammar):
        ahead = frame.words[at + 2 : at + _CALLED]
        return QUOTED in ahead and ahead[ahead.index(QUOTED) - 1] in grammar.words["called_as"]
    token = next((place for place in range(at + 1, at + _QUOTING) if frame.word(place) == QUOTED), None)
    return (
        token is not None
        and frame.word(token + 1) in grammar.words["agents"]
        and grammar.words["finite_hints"].isdisjoint(frame.words[at + 1 : token])
    )


def is_impersonal(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Return whether nobody is the subject of a form: "il convient de"."""
    is_pronoun = grammar.pronouns.get(frame.word(at - 1)) == "male"
    return frame.words[at] in grammar.words["impersonal"] and is_pronoun and bool(grammar.inverted)


def shares_auxiliary(frame: Frame, at: int, grammar: SayingGrammar) -> bool:
    """Return whether a participle goes on from one before it: "a reconnu un retard et promis de le combler"."""
    words = grammar.words
    opens = words["complementizers"] | words["infinitive_markers"] | words["determiners"] | {QUOTED}
    if frame.word(at - 1) not in words["coordinators"] or frame.word(at + 1) not in opens or grammar.heads_last:
        return False
    earlier = range(max(0, at - 40), at - 1)
    return any(
        frame.words[place] in words["auxiliaries"] and frame.words[place + 1] in grammar.forms for place in earlier
    )


def is_small(word: str, grammar: SayingGrammar) -> bool:
    """Return whether a word is one of the small ones, and no verb."""
    groups = ("prepositions", "determiners", "coordinators", "complementizers", "relatives", "boundaries", "adverbs")
    return any(word in grammar.words[group] for group in groups) or len(word) < 3


def split_inverted(word: str, grammar: SayingGrammar) -> tuple[str, str | None]:
    """Return a verb and the pronoun that a hyphen ties to it: "dit-il" gives "dit" and "il"."""
    for ending in grammar.inverted if "-" in word else ():
        if word.endswith(ending):
            return word[: -len(ending)], ending.rsplit("-", 1)[1]
    return word, None
