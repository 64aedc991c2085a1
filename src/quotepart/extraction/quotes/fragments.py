"""What a quotation is by its own words: a clause, a fragment, or only a name or title in marks."""

from __future__ import annotations

from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.frames import Frame
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.quotations import Quotation
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared

_MANY_WORDS, _FEW_WORDS, _MANY_NAMED = 12, 4, 7
_LINKING = frozenset(("demand", "promise", "threaten", "refuse"))
"""Classes of verbs that report an infinitive clause."""
_BESIDE = 2  # tokens between a verb of asking or calling and the words in marks that it asks for or calls
_BLAMING = frozenset(("criticise", "praise", "call", "warn"))
"""Classes of verbs behind which even short words in marks are somebody's."""
_FAR, _FEWEST = 14, 3  # tokens between a verb and words in marks, and words of these that are too few so far away
_LONGEST_NAME = 8  # words of the name of a thing in marks behind its article
_SENTENCE_ENDS = (".", "!", "?", "…")


def is_topic(phrase: Phrase, grammar: SayingGrammar) -> bool:
    """Return whether what stands before a headline's colon only says what it is about: a thing, or a state by itself."""
    known = grammar.titles.keys() | grammar.words["speaker_nouns"] | grammar.words["epithet_nouns"]
    if phrase.others or grammar.heads_last or phrase.mention is None:
        return (
            phrase.kind == "description" and not phrase.others and phrase.head not in known and not grammar.heads_last
        )
    is_alone = phrase.start == 0 and phrase.span == phrase.mention.span
    return is_alone and phrase.kind == "actor" and phrase.mention.kind in ("member", "state")


def words_of(quotation: Quotation, prepared: Prepared, grammar: SayingGrammar) -> list[str]:
    """The folded words of a quotation."""
    span = quotation.span
    return [word for word in grammar.token.findall(prepared.folded[span.start : span.end]) if word[0].isalnum()]


def word_count(quotation: Quotation, prepared: Prepared) -> int:
    """How many words stand between the marks."""
    return len(quotation.span.cut(prepared.text).split())


def is_clause(
    frame: Frame, token: int, quotation: Quotation, cue: Cue | None, prepared: Prepared, grammar: SayingGrammar
) -> bool:
    """Whether a quotation is a clause or sentence of its own, not a fragment in the reporter's sentence."""
    words = words_of(quotation, prepared, grammar)
    text = quotation.span.cut(prepared.text)
    begins_large = next((char for char in text if char.isalpha()), "a").isupper()
    if frame.word(token - 1) == ":" or (text.endswith(_SENTENCE_ENDS) and begins_large):
        return True
    goes_on = any(earlier < token for earlier in frame.quotations)
    is_long = len(words) >= _FEW_WORDS or not grammar.heads_last or frame.word(token - 1) == ","
    if text.endswith(_SENTENCE_ENDS) and goes_on and is_long and cue is not None and cue.end <= token:
        return True
    if words and (_lacks_subject(words[0], text, grammar) or _hangs_on(frame, token, text, cue, grammar)):
        return False
    opens = token == 0 or all(not word[0].isalnum() for word in frame.words[:token])
    if opens and begins_large:
        return True
    if _has_finite_verb(words, grammar):
        return not (len(words) < 4 and not begins_large)
    is_introduced = frame.word(token - 1) == "," and cue is not None and cue.end < token
    return begins_large and len(words) >= (_FEW_WORDS if is_introduced else _MANY_WORDS)


def _hangs_on(frame: Frame, token: int, text: str, cue: Cue | None, grammar: SayingGrammar) -> bool:
    """Whether words in small letters go on from the reporter's own before them: the word « …, has "… ."""
    before = frame.word(token - 1)
    words = grammar.words
    if not text[0].islower() or not before.isalpha():
        return False
    if cue is not None and cue.shape != "source" and cue.end == token:
        first = next(iter(grammar.token.findall(fold(text))), "")
        groups = ("determiners", "first_persons", "negations", "clitics", "boundaries", "prepositions", "finite_hints")
        return first not in grammar.pronouns and not any(first in words[group] for group in groups)
    return before not in words["complementizers"] | words["coordinators"] | words["boundaries"]


def lacks_subject(quotation: Quotation, prepared: Prepared, grammar: SayingGrammar) -> bool:
    """Return whether a quotation begins with an auxiliary or a negation in small letters, so that it is said of somebody."""
    words = words_of(quotation, prepared, grammar)
    text = quotation.span.cut(prepared.text)
    verbs = grammar.words["auxiliaries"] | grammar.words["auxiliaries_of_being"] | grammar.words["verbs_of_being"]
    return bool(words) and text[0].islower() and words[0] in verbs and bool(grammar.inverted)


def _lacks_subject(first: str, text: str, grammar: SayingGrammar) -> bool:
    """Whether a fragment begins with its verb: "ne cédera pas", "will pay"."""
    is_pronoun = first in grammar.pronouns or first in grammar.words["first_persons"] or first.endswith("'")
    return (text[0].islower() and first in grammar.words["verbs_of_being"] and not is_pronoun) or text[:2] in (
        "n'",
        "n’",
    )


def is_label(frame: Frame, token: int, quotation: Quotation, prepared: Prepared, grammar: SayingGrammar) -> bool:
    """Whether a short fragment after a definite article only names a thing: the « grande flotte »."""
    before = frame.word(token - 1)
    small = grammar.words["indefinite_determiners"] | grammar.words["complementizers"]
    is_definite = before in grammar.words["determiners"] and before not in small
    following = frame.word(token + 1)
    goes_on = grammar.words["prepositions"] | grammar.words["finite_hints"]
    owns = before.endswith(("'s", "s'")) and following.isalpha() and following not in goes_on
    words = words_of(quotation, prepared, grammar)
    is_named = quotation.span.cut(prepared.text)[0].isupper() and bool(grammar.inverted)
    is_definite |= is_named and before in grammar.words["prepositions"] & grammar.words["definite_prepositions"]
    return (
        (is_definite or owns)
        and len(words) <= (_LONGEST_NAME if is_named else 5)
        and not _has_finite_verb(words, grammar)
    )


def _has_finite_verb(words: list[str], grammar: SayingGrammar) -> bool:
    hints = grammar.words["finite_hints"]
    return any(
        word in hints or (len(word) > 4 and word.endswith(grammar.finite_endings)) for word in words[:-1] or words
    )


def is_name_or_title(
    frame: Frame, token: int, quotation: Quotation, prepared: Prepared, grammar: SayingGrammar
) -> bool:
    """Whether what stands in marks is a name, a title or a nickname: announced as one, or all in capitals."""
    before = frame.word(token - 1 - (frame.word(token - 1) == ","))
    is_long = frame.word(token - 1) == "," and word_count(quotation, prepared) >= _MANY_NAMED
    if before in grammar.words["quoted_as"] and frame.word(token - 2) in grammar.words["named_as"]:
        return True
    opening = quotation.span.cut(prepared.text).partition(" ")[0]
    if before in grammar.words["naming"] and not is_long and opening not in grammar.words["indefinite_determiners"]:
        return True
    if frame.word(token + 1) == "," and frame.word(token + 2) in grammar.words["naming"]:
        return True
    folded = [word for word in words_of(quotation, prepared, grammar) if word not in grammar.words["determiners"]]
    if folded[:1] and folded[0] in grammar.words["naming"] and [word.isdigit() for word in folded[1:]] == [True]:
        return True  # "l'article 5"
    words = [word for word in quotation.span.cut(prepared.text).split() if word[0].isalpha()]
    if len(words) == 1 and {token - 1, token + 1} <= frame.capitals and words[0][0].isupper():
        return True
    if len(words) == 1 and grammar.heads_last and words[0][0].isupper() and words[0].isalnum():
        return frame.word(token - 1) in grammar.words["prepositions"]
    if not 0 < len(words) <= 5 or not words[0][0].isupper():
        return False
    is_called = frame.word(token - 1) in grammar.words["definite"] and grammar.heads_last and words[-1][0].isupper()
    if is_called and len(words) > 1:
        return True
    small = grammar.words["determiners"] | grammar.words["prepositions"] | grammar.words["coordinators"]
    return len(words) > 1 and all(word[0].isupper() or word in small for word in words)


def is_in_clause(frame: Frame, token: int, cue: Cue, grammar: SayingGrammar) -> bool:
    """Return whether a quotation stands in a clause that its verb reports: said it was a "fair demand", asked to show "will"."""
    opens = grammar.words["complementizers"] | grammar.words["finite_hints"]
    calls = any(form.cue_class == "call" for form in grammar.forms.get(frame.words[cue.verb], ()))
    if calls and not grammar.words["quoted_as"].isdisjoint(frame.words[cue.end : token]):
        return True
    markers = (at for at in range(cue.end, token - 1) if frame.words[at] in grammar.words["infinitive_markers"])
    endings = grammar.infinitive_endings
    if cue.cue_class in _LINKING and any(frame.words[at + 1].endswith(endings) for at in markers if all(endings)):
        return True
    opens = opens if cue.cue_class == "say" else grammar.words["complementizers"]
    says = not cue.is_weak and cue.cue_class in ("say", "announce")
    return not (opens if says else grammar.words["complementizers"]).isdisjoint(frame.words[cue.end : token])


def only_names(
    frame: Frame, token: int, quotation: Quotation, cue: Cue, gap: int, prepared: Prepared, grammar: SayingGrammar
) -> bool:
    """Return whether words in marks, ``gap`` tokens from a verb that could govern them, only name a thing."""
    is_announced = frame.word(token - 1) in grammar.words["announcing"] and gap > 0
    is_called = token == 1 and frame.word(0) in grammar.words["naming"]  # "Nicknamed “…”, the minister"
    may_name = is_called or gap > 1 or (gap > 0 and cue.lemma in grammar.words["addressing"])
    if is_announced or (may_name and is_name_or_title(frame, token, quotation, prepared, grammar)):
        return True
    is_short = word_count(quotation, prepared) <= _BESIDE
    is_near = gap == 1 + (frame.word(cue.end) in grammar.words["prepositions"] and bool(grammar.inverted))
    is_beside = is_near and token > cue.end and cue.cue_class == "say" and is_short and not cue.is_weak
    calls = is_beside or (cue.cue_class == "demand" and 0 < gap <= _BESIDE)
    if calls or cue.cue_class in _BLAMING or is_in_clause(frame, token, cue, grammar):
        return False
    if token < cue.start and prepared.text[quotation.span.end : quotation.span.end + 1] == ",":
        return False
    is_far = gap > _FAR and word_count(quotation, prepared) < _FEWEST
    return is_far or (gap > 0 and is_label(frame, token, quotation, prepared, grammar))
