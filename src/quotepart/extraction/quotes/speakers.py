"""Who said each quotation: the cue that governs it, that cue's subject, and whom this means in the document."""

from __future__ import annotations

from dataclasses import replace

from quotepart.extraction.languages.language import Language
from quotepart.extraction.quotes import owners
from quotepart.extraction.quotes.acts import choose_acts, put_to
from quotepart.extraction.quotes.cast.cast import Cast
from quotepart.extraction.quotes.cast.newest import find_newest
from quotepart.extraction.quotes.clauses import Sentence, past_adverbials
from quotepart.extraction.quotes.confidence import rate_confidence
from quotepart.extraction.quotes.cues import Cue, find_cues
from quotepart.extraction.quotes.findings import Finding, hear_elsewhere, name_who_goes_on, outermost
from quotepart.extraction.quotes.fragments import (
    is_clause,
    is_label,
    is_name_or_title,
    is_topic,
    lacks_subject,
    only_names,
    word_count,
)
from quotepart.extraction.quotes.frames import QUOTED, Frame, Stretch, cut, find_stretches
from quotepart.extraction.quotes.governing import govern
from quotepart.extraction.quotes.inner import find_inner_cue
from quotepart.extraction.quotes.listing import find_listed, is_item
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.participles import main_subject, subject_behind
from quotepart.extraction.quotes.phrases import (
    announcing_phrase,
    first_phrase,
    last_person_phrase,
    signature,
    subject_after,
    subject_of_marks,
)
from quotepart.extraction.quotes.quotations import Quotation, find_quotations
from quotepart.extraction.quotes.reported import is_unheard, reported_clause, split_at_that, stands_apart
from quotepart.extraction.quotes.saying import SayingGrammar, compile_saying
from quotepart.extraction.quotes.subjects import before_pronoun, find_subjects, goes_on_telling, named_before
from quotepart.extraction.quotes.telling import asked_person, spoken_of
from quotepart.extraction.quotes.unmarked.announced import find_announced
from quotepart.extraction.quotes.unmarked.blocks import find_blocks
from quotepart.extraction.quotes.unmarked.heard import hear_blocks
from quotepart.extraction.quotes.unmarked.left_out import find_left_out
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.entry import Act, Quote, QuoteKind, Speaker
from quotepart.model.pact import Pact
from quotepart.model.span import Span

_BARE, _LABELLED = 14, 2  # tokens of a sentence with hardly more than a cue, and of a label before the words it is for
_FEWEST = 3  # words of a quotation that is a paragraph by itself and no heading
_FEW = 4  # words of a quotation that may only name something
_NEAR = 160  # characters between words in marks and the sentence that takes them up
_GUESS = 0.3  # how sure it is that words in marks without a speaker are somebody's
_NEVER = -9  # a paragraph that nothing is near
_UNHEARD = 0.0  # how sure it is that words in marks are somebody's before they are heard elsewhere


def compile_quotes(language: Language, pact: Pact) -> SayingGrammar:
    """Return the grammar of reported speech in ``language``, knowing who holds the offices of ``pact``."""
    names = pact.names.get(language.code)
    return compile_saying(language, pact.holdings, names.actors if names else None)


def find_quotes(prepared: Prepared, grammar: SayingGrammar) -> tuple[Quote, ...]:
    """Return everything that the document reports somebody to have said, in text order."""
    findings = sorted(_Reader(prepared, grammar).read(), key=lambda each: each.span)
    acts = choose_acts(findings, prepared, grammar)
    return tuple(_as_quote(finding, act, prepared) for finding, act in zip(findings, acts, strict=True))


def _as_quote(finding: Finding, act: Act, prepared: Prepared) -> Quote:
    return Quote(
        span=finding.span,
        kind=finding.kind,
        speaker=finding.speaker,
        cue=finding.cue_text,
        act=act,
        towards=put_to(act, finding, prepared),
        confidence=rate_confidence(finding.confidence, finding.kind, finding.speaker, finding.cue, len(finding.span)),
    )


class _Reader:
    """One pass over a document's sentences, remembering who spoke."""

    def __init__(self, prepared: Prepared, grammar: SayingGrammar) -> None:
        self._prepared = prepared
        self._grammar = grammar
        self._matching = prepared.folded.replace("\n", " ")
        self._starts = [mention.span.start for mention in prepared.mentions]
        self._cast = Cast(prepared, grammar)
        self._last: tuple[Speaker | None, int] = (None, _NEVER)
        self._voice: tuple[Speaker, int] | None = None
        self._announced: tuple[Speaker | None, Cue | None, str | None] | None = None
        self._asked: int | None = None
        self._lister: Speaker | None = None
        self._before: Frame | None = None
        self._spoken_until = 0
        self._waiting: list[tuple[int, Frame]] = []
        self._found: list[Finding] = []
        self._loose: list[Span] = []

    def read(self) -> list[Finding]:
        """Return all findings of the document, none inside another."""
        prepared = self._prepared
        blocks = find_blocks(prepared, self._grammar)
        self._found += hear_blocks(blocks, self._cast, self._grammar)
        left_out = find_left_out(prepared.furniture, blocks)
        quotations = [
            each for each in find_quotations(prepared.text, prepared.paragraphs) if not left_out.covers(each.outer)
        ]
        self._cast.set_apart([each.outer for each in quotations])
        for stretch in find_stretches(prepared, quotations):
            if left_out.covers(stretch.span):
                continue
            for frame in cut(prepared, self._matching, stretch, self._grammar, self._starts):
                self._sentence(frame)
        loose = [Finding(span, "mixed", None, None, None, _UNHEARD) for span in self._loose]
        named = name_who_goes_on(self._found, self._grammar.words["continuing"])
        heard = hear_elsewhere(named + loose, prepared)
        return outermost([each for each in heard if each.confidence > _UNHEARD])

    def _sentence(self, frame: Frame) -> None:
        if self._is_spoken(frame):
            return
        cues = find_cues(frame, self._grammar)
        subjects = find_subjects(frame, cues, self._grammar)
        listed = list(find_listed(frame, cues, self._grammar)) if self._lister else []
        for index in listed:
            subjects[index] = None
        speakers = self._resolve(frame, cues, subjects)
        for index in listed:
            speakers[index] = self._lister
        governed = govern(frame, cues, subjects, self._grammar)
        self._answer(frame, cues, speakers)
        self._attribute(frame, speakers)
        self._asked = None
        bound, named = self._bind_quotations(frame, cues, speakers, governed)
        sentence = Sentence(frame, cues, subjects, self._grammar, named)
        for index, speaker in enumerate(speakers):
            self._report(sentence, index, speaker, is_bound=index in bound)
        self._announce(frame, cues, speakers)

    def _is_spoken(self, frame: Frame) -> bool:
        """Whether a sentence belongs to words that are kept already; keeps a paragraph that the line before it announces."""
        spoken = find_announced(self._prepared, frame, self._announced, self._grammar)
        if spoken is not None:
            self._found.append(spoken)
            self._last, self._spoken_until = (spoken.speaker, frame.paragraph), spoken.span.end
        return frame.span.end <= self._spoken_until

    def _answer(self, frame: Frame, cues: list[Cue], speakers: list[Speaker | None]) -> None:
        """Give a question or exclamation that ended its sentence to the cue alone in the next: "What?" Ms Vlasz shot back."""
        is_asked = self._asked == frame.paragraph and bool(self._found)
        if not is_asked or len(cues) != 1 or not speakers[0] or cues[0].shape != "finite":
            return
        end = past_adverbials(Sentence(frame, cues, [None], self._grammar), cues[0].end)
        if frame.quotations or len(frame) > _BARE or frame.word(end) not in ("", ".", ","):
            return
        cue_text = self._cue_text(frame, cues[0])
        self._found[-1] = replace(self._found[-1], speaker=speakers[0], cue=cues[0], cue_text=cue_text, confidence=0.9)
        self._last = (speakers[0], frame.paragraph)

    def _attribute(self, frame: Frame, speakers: list[Speaker | None]) -> None:
        """Give a quotation without a speaker to the agent of the next sentence: "La formule, lâchée par X, …"."""
        if owners.takes_up(frame, self._grammar) and self._loose and frame.span.start - self._loose[-1].end < _NEAR:
            self._found.append(Finding(self._loose.pop(), "mixed", None, None, None, _GUESS))
        last = self._found[-1] if self._found else None
        if last is None or last.speaker is not None or self._spoken_until > frame.span.start:
            return
        if owners.takes_up(frame, self._grammar):
            speaker = next(iter(each for each in speakers if each), None)
            self._found[-1] = replace(last, speaker=speaker, confidence=0.9 if speaker else last.confidence)
            self._last = (speaker, frame.paragraph)
            return
        if self._last[1] != frame.paragraph or frame.quotations:
            return
        person = subject_behind(frame, self._grammar) if self._asked == frame.paragraph else None
        if person is not None and person.kind == "person" and not person.others:
            self._last = (self._cast.note(person, frame.span.start), frame.paragraph)
            self._found[-1] = replace(last, speaker=self._last[0], confidence=0.5)
            return
        agent = owners.agent_of_words(frame, self._grammar)
        speaker = (
            self._cast.note(subject_after(frame, agent + 1, self._grammar), frame.starts[agent]) if agent else None
        )
        if speaker is not None:
            self._found[-1] = replace(last, speaker=speaker, confidence=0.7)
            self._last = (speaker, frame.paragraph)

    def _resolve(self, frame: Frame, cues: list[Cue], subjects: list[Phrase | None]) -> list[Speaker | None]:
        speakers: list[Speaker | None] = []
        known: dict[Span, Speaker | None] = {}
        for cue, subject in zip(cues, subjects, strict=True):
            if subject is not None and subject.head in self._grammar.anaphors and self._before is not None:
                subject = last_person_phrase(self._before, self._grammar, subject.gender) or subject
            if subject is None:
                goes_on = cue.start == 1 and frame.word(0) in self._grammar.words["coordinators"]
                is_near = frame.paragraph - self._last[1] <= goes_on_telling(frame, cue, self._grammar)
                is_open = (goes_on or cue.shape != "finite") and is_near
                speakers.append(self._last[0] if is_open else None)
            elif subject.span in known:
                speakers.append(known[subject.span])
            else:
                position = named_before(frame, cue, subject, self._grammar)
                limit = before_pronoun(frame, cue, subject, self._grammar, is_first=not speakers)
                if limit:
                    self._cast.note_subject(first_phrase(frame, limit, self._grammar), frame.span.start)
                speaker = self._cast.note(subject, position) or self._cast.note(subject, subject.span.start)
                speaker = self._voiced(frame, cue, speaker)
                known[subject.span] = speaker
                speakers.append(speaker)
            self._cast.note_asked(asked_person(frame, cue, subject, self._grammar), frame.starts[cue.start])
        self._before = frame
        self._cast.note_subject(spoken_of(frame, self._grammar, is_silent=not any(speakers)), frame.span.start)
        return speakers

    def _voiced(self, frame: Frame, cue: Cue, speaker: Speaker | None) -> Speaker | None:
        """Who speaks where "one" does: in a paragraph always those of the place that it named, "au palais, on assure"."""
        if self._grammar.pronouns.get(cue.pronoun or frame.word(cue.start - 1)) != "none":
            return speaker
        if speaker is not None:
            self._voice = (speaker, frame.paragraph)
        return self._voice[0] if self._voice and self._voice[1] == frame.paragraph else None

    def _bind_quotations(
        self, frame: Frame, cues: list[Cue], speakers: list[Speaker | None], governed: dict[int, tuple[int, float]]
    ) -> tuple[set[int], frozenset[int]]:
        """Keep each quotation with its speaker; which cues govern one, and which marks hold no words of anybody's."""
        bound: set[int] = set()
        named: set[int] = set()
        for token, quotation in frame.quotations.items():
            owner = owners.owner_beside(frame, token, self._grammar)
            governing = cues[governed[token][0]] if token in governed else None
            if governing is None or governing.end <= token or governing.is_weak:
                owner = owner or owners.owner_of_claim(frame, token, [cue.end for cue in cues], self._grammar)
            inner = self._with_inner_cue(quotation, frame)
            names = is_name_or_title(frame, token, quotation, self._prepared, self._grammar)
            if inner:
                findings: list[Finding | None] = [*inner]
            elif owner is not None and not names:
                kind: QuoteKind = "direct" if frame.word(token - 1) == ":" else "mixed"
                speaker = self._cast.note(owner, frame.starts[token])
                findings = [Finding(quotation.span, kind, speaker, None, None, 0.8)]
            elif token in governed:
                index, confidence = governed[token]
                findings = [self._governed(frame, token, quotation, cues[index], speakers[index], confidence)]
                bound |= {index} if findings[0] else set()
                self._cast.refocus(speakers[index])
            else:
                findings = [self._signed(frame, token, quotation) or self._ungoverned(frame, token, quotation)]
                self._loose += [quotation.span] if findings == [None] else []
            named |= {token} if names and not any(findings) else set()
            for finding in filter(None, findings):
                self._found.append(finding)
                self._last = (finding.speaker, frame.paragraph)
                self._spoken_until = frame.span.end
        return bound, frozenset(named)

    def _governed(
        self, frame: Frame, token: int, quotation: Quotation, cue: Cue, speaker: Speaker | None, confidence: float
    ) -> Finding | None:
        gap = token - cue.end if token >= cue.end else cue.start - token - 1
        if only_names(frame, token, quotation, cue, gap, self._prepared, self._grammar):
            return None
        kind: QuoteKind = (
            "direct" if is_clause(frame, token, quotation, cue, self._prepared, self._grammar) else "mixed"
        )
        confidence = confidence if speaker is not None else confidence * 0.5
        return Finding(quotation.span, kind, speaker, cue, self._cue_text(frame, cue), round(confidence, 2))

    def _cue_text(self, frame: Frame, cue: Cue) -> str:
        return frame.stretch(cue.start, cue.end).cut(self._prepared.text)

    def _ungoverned(self, frame: Frame, token: int, quotation: Quotation) -> Finding | None:
        """A quotation in a sentence without a cue for it: announced by a colon, a follow-up, or a fragment."""
        text_words = word_count(quotation, self._prepared)
        if all(word == QUOTED or not word[0].isalnum() for word in frame.words):
            return self._follow_up(frame, token, quotation)
        if frame.word(token - 1) == ":":
            announcing = announcing_phrase(frame, token - 1, self._grammar)
            announcing = announcing or owners.body_of_words(frame, token - 1, self._grammar)
            if announcing is None and text_words >= _FEW:
                announcing = owners.only_person(frame, 0, token, self._grammar)
            if text_words == 1 and quotation.span.cut(self._prepared.text)[0].islower():
                return None
            if frame.words[0] in self._grammar.words["answerers"] and token == _LABELLED:
                return Finding(quotation.span, "direct", self._cast.last_person(), None, None, 0.6)
            if announcing is not None and is_topic(announcing, self._grammar):
                announcing = None
            speaker = self._cast.note(announcing, frame.starts[token])
            if speaker is None and frame.paragraph - self._last[1] <= 1:
                return Finding(quotation.span, "direct", self._last[0], None, None, 0.6)
            return Finding(quotation.span, "direct", speaker, None, None, 0.85 if speaker else 0.4)
        if heading := self._cast.note(owners.owner_of_line(frame, token, self._grammar), frame.span.start):
            return Finding(quotation.span, "mixed", heading, None, None, 0.7)
        if is_name_or_title(frame, token, quotation, self._prepared, self._grammar) or text_words < _FEW:
            return None
        if is_label(frame, token, quotation, self._prepared, self._grammar):
            return None
        whole = is_clause(frame, token, quotation, None, self._prepared, self._grammar)
        if frame.word(token + 1) == ":" and whole:
            return self._before_colon(frame, token, quotation)
        subject = subject_of_marks(frame, token, self._grammar)
        if token == 0 and whole and 1 in frame.capitals:
            subject = main_subject(frame, 1, self._grammar)
        if subject is not None and subject.end == token and lacks_subject(quotation, self._prepared, self._grammar):
            speaker = self._last[0] if self._last[1] == frame.paragraph else None
            return Finding(quotation.span, "mixed", speaker, None, None, 0.5) if speaker else None
        beside = self._cast.note(subject, frame.span.start)
        speaker = beside if self._cast.is_named(beside) else None
        reach = 0 if token or (frame.mentions and frame.word(token + 1) != ",") else 1
        if speaker is None and whole and frame.paragraph - self._last[1] <= reach:
            return Finding(quotation.span, "direct", self._last[0], None, None, 0.6)
        if beside is None and not whole:
            return None
        return Finding(quotation.span, "direct" if whole else "mixed", speaker, None, None, 0.55 if speaker else 0.3)

    def _signed(self, frame: Frame, token: int, quotation: Quotation) -> Finding | None:
        """A quotation in a headline that names its speaker at its end: 'Upward path' for the fleet: Sporsz."""
        subject = signature(frame, token, self._grammar)
        speaker = self._cast.resolve(subject, frame.starts[token])
        return Finding(quotation.span, "mixed", speaker, None, None, 0.7) if speaker else None

    def _before_colon(self, frame: Frame, token: int, quotation: Quotation) -> Finding:
        """A quotation that heads a line: « … » : and then who said it, or only a comment."""
        is_question = frame.words[-1] == "?"
        subject = None if is_question else subject_after(frame, token + 2, self._grammar)
        if subject is not None and subject.head in self._grammar.words["nominal"]:
            subject = owners.only_person(frame, token + 2, len(frame), self._grammar)
        speaker = (
            self._cast.resolve(subject, frame.starts[token]) if subject and subject.kind != "description" else None
        )
        if speaker is None and frame.paragraph - self._last[1] <= 1:
            speaker = self._last[0]
        return Finding(quotation.span, "direct", speaker, None, None, 0.6 if speaker else 0.3)

    def _with_inner_cue(self, quotation: Quotation, outside: Frame) -> list[Finding]:
        """A quotation whose cue stands inside the marks, in two where the cue ends its sentence: « Il faut, a dit X. Nous … »"""
        stretch = Stretch(quotation.span, outside.paragraph, ())
        frame = next(iter(cut(self._prepared, self._matching, stretch, self._grammar, self._starts)))
        inner = find_inner_cue(frame, quotation, self._grammar)
        if inner is None:
            return []
        cue, subject, pieces = inner
        speaker = self._cast.note(subject, frame.starts[cue.start])
        confidence = 0.9 if speaker else 0.4
        return [Finding(span, "direct", speaker, cue, self._cue_text(frame, cue), confidence) for span in pieces]

    def _follow_up(self, frame: Frame, token: int, quotation: Quotation) -> Finding | None:
        self._asked = frame.paragraph if quotation.span.cut(self._prepared.text)[-1] in "?!….”" else None
        if self._announced is not None:
            speaker, cue, text = self._announced
            return Finding(quotation.span, "direct", speaker, cue, text, 0.9 if speaker else 0.4)
        since = max(self._prepared.paragraphs[frame.paragraph].start, self._spoken_until)
        until = frame.span.start
        newer = find_newest(self._cast, self._prepared, self._grammar, since, until) if until > since else None
        if newer is not None:
            return Finding(quotation.span, "direct", newer, None, None, 0.75)
        if frame.paragraph != self._last[1] and word_count(quotation, self._prepared) < _FEWEST:
            return None
        if frame.paragraph - self._last[1] <= 1:
            return Finding(quotation.span, "direct", self._last[0], None, None, 0.85 if self._last[0] else 0.4)
        if word_count(quotation, self._prepared) < 4:
            return None
        speaker = self._cast.last_person()
        return Finding(quotation.span, "direct", speaker, None, None, 0.5 if speaker else 0.3)

    def _report(self, sentence: Sentence, index: int, speaker: Speaker | None, *, is_bound: bool) -> None:
        clause = reported_clause(sentence, index)
        cue = sentence.cues[index]
        if clause is None or (speaker is None and is_unheard(sentence, index, clause)):
            return
        if is_bound and not stands_apart(sentence, index, clause):
            return
        frame = sentence.frame
        for piece in split_at_that(sentence, clause):
            span, cue_text = frame.stretch(*piece), self._cue_text(frame, cue)
            self._found.append(Finding(span, "indirect", speaker, cue, cue_text, 0.7))
        if cue.shape != "source" or self._cast.is_named(speaker):
            self._last = (speaker, frame.paragraph)

    def _announce(self, frame: Frame, cues: list[Cue], speakers: list[Speaker | None]) -> None:
        """Keep in mind whom a sentence that ends with a colon announces."""
        self._announced = None
        if not is_item(frame):
            self._lister = None
        if frame.word(len(frame) - 1) == ":":
            if cues:
                last = max((at for at, cue in enumerate(cues) if cue.cue_class != "think"), default=len(cues) - 1)
                self._announced = (speakers[last], cues[last], self._cue_text(frame, cues[last]))
            else:
                speaker = self._cast.resolve(first_phrase(frame, len(frame), self._grammar), frame.span.start)
                self._announced = (speaker, None, None)
                self._lister = speaker
