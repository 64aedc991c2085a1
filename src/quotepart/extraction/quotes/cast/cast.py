"""Whom a phrase means in this document: persons by title and office, pronouns by who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotepart.extraction.quotes.cast.antecedents import Candidate, differ, find_antecedent
from quotepart.extraction.quotes.cast.bodies import (
    as_described,
    body_beside,
    is_definite_body,
    last_body,
    paper_before,
    speaks_for_another,
)
from quotepart.extraction.quotes.cast.focus import Focus
from quotepart.extraction.quotes.cast.introductions import (
    Introduction,
    content_of,
    find_introductions,
    hangs_on_preposition,
    is_byline,
    is_owner,
    is_titled_otherwise,
    states_in,
)
from quotepart.extraction.quotes.cast.newcomers import is_newcomer
from quotepart.extraction.quotes.cast.offices import Offices
from quotepart.extraction.quotes.cast.spelling import Spellings
from quotepart.extraction.quotes.cast.titles import Titles, of_one_bearer
from quotepart.extraction.quotes.cast.varied import has_epithet, varies_name
from quotepart.extraction.quotes.nouns import Phrase
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.quotes.unmarked.left_out import LeftOut
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.entry import Speaker
from quotepart.model.span import Span

_MOST = 40
_SHORT = 6  # tokens of a noun that only varies a name: "le sénateur de la Vendée"
_NEAR = 500
_STOP = re.compile(r"[.!?…:\n»”\"]\s|\n")
_FIRST = 3  # persons whom a report names first, among whom the one of a title is looked for
_ORDINAL = 2  # tokens of "le second"


class Cast:
    """The persons and institutions of one document, in the order in which they come up."""

    def __init__(self, prepared: Prepared, grammar: SayingGrammar) -> None:
        self._quoted = LeftOut([])
        self._prepared = prepared
        self._grammar = grammar
        self._focus = Focus()
        self._persons = [mention for mention in prepared.mentions if mention.kind == "person"]
        self._by_full_name = {mention.name: mention for mention in reversed(self._persons)}
        self._spellings = Spellings(self._by_full_name.values())
        self._places = [mention.span.end for mention in self._persons]
        self._starts = [paragraph.start for paragraph in prepared.paragraphs]
        self._offices = Offices(self._by_full_name, prepared, grammar)
        self._titles = Titles(find_introductions(prepared, grammar), self._offices, grammar)

    def set_apart(self, quoted: Sequence[Span]) -> None:
        """Take whoever is named in these stretches in marks for nobody of whom the reporter spoke."""
        self._quoted = LeftOut(quoted)

    def resolve(self, phrase: Phrase | None, at: int) -> Speaker | None:
        """Return whom ``phrase``, standing at character ``at``, means; ``None`` where only a guess would be left."""
        candidate = self._candidate(phrase, at) if phrase is not None and phrase.kind != "first_person" else None
        return candidate.speaker if candidate else None

    def note(self, phrase: Phrase | None, at: int) -> Speaker | None:
        """Resolve ``phrase`` and remember whom it means for what follows."""
        candidate = self._candidate(phrase, at) if phrase is not None and phrase.kind != "first_person" else None
        if phrase is None or candidate is None:
            return None
        takes_up = phrase.is_demonstrative and phrase.kind == "description"  # "this lawyer" is somebody in view already
        if self.is_named(candidate.speaker) or (phrase.is_plausible and not takes_up):
            self._remember(candidate)
        return candidate.speaker

    def _remember(self, candidate: Candidate) -> None:
        self._focus.remember(replace(candidate, is_named=candidate.speaker.name in self._by_full_name))

    def refocus(self, speaker: Speaker | None) -> None:
        """Let a person who came up before count as the last: who said a quotation stays in view, not who is named beside it."""
        if speaker is not None:
            self._focus.refocus(speaker.name)

    def note_subject(self, phrase: Phrase | None, at: int) -> None:
        """Remember the subject of a sentence in which nobody speaks, if it is a person or an institution for certain."""
        candidate = self._candidate(phrase, at) if phrase is not None and phrase.kind != "first_person" else None
        if candidate is None or phrase is None or (candidate.plural and not phrase.others):
            return
        if (
            phrase.mention
            and is_owner(phrase.mention, self._prepared)
            and self._focus.is_on_person(self._paragraph(at))
        ):
            return
        known = phrase.head in self._grammar.titles or phrase.head in self._grammar.words["speaker_nouns"]
        is_somebody = self._grammar.heads_last and known and candidate.is_person
        is_sure = is_somebody or candidate.gender or is_definite_body(phrase, self._prepared, self._grammar)
        is_known = phrase.kind == "actor" or bool(phrase.others) or (known and is_sure and phrase.kind != "pronoun")
        if self.is_named(candidate.speaker) or is_known:
            self._remember(candidate)

    def note_asked(self, phrase: Phrase | None, at: int) -> None:
        """Remember to whom a question was put: the next pronoun that agrees means him."""
        if phrase is not None:
            self.note_subject(phrase, at)
            self._focus.ask(at)

    def titled(self, label: str) -> Speaker | None:
        """Return the person whom the document introduces by the title that ``label`` is ("THE PRESIDENT"), if it is one."""
        wanted = content_of(fold(label), self._grammar)
        if not wanted & self._grammar.titles.keys():
            return None
        people = [each for word in sorted(wanted)[:1] for each in self._titles.filed(word) if wanted <= each.words]
        return self._person(people[0].person, people[0].person.span) if people else None

    def last_person(self, since: int = 0) -> Speaker | None:
        """Return the person who spoke or was a subject last, at character ``since`` or later."""
        last = self._focus.last_person(since)
        return last.speaker if last else None

    def _candidate(self, phrase: Phrase, at: int) -> Candidate | None:
        if phrase.kind == "pronoun":
            return self._by_pronoun(phrase, at)
        if (respelled := self._spellings.of_phrase(phrase, self._prepared, self._grammar)) is not None:
            return self._as(respelled, phrase, at)
        if phrase.kind == "person" and phrase.mention is not None:
            return self._by_name(phrase, at)
        if phrase.end - phrase.start == _ORDINAL and phrase.head in self._grammar.words["ordinals"]:
            return self._by_order(phrase, at)
        titled = self._by_title(phrase, at)
        if titled and not self._holds(phrase, titled):
            return titled
        return as_described(phrase, at, self._prepared, self._grammar)

    def _by_order(self, phrase: Phrase, at: int) -> Candidate | None:
        """Which of the two persons named last is meant by "the former" or "the latter"."""
        two = self.named_between(at - _NEAR, at)[-2:]
        if len(two) < 2 or phrase.plural:
            return None
        return self._as(two[phrase.head in self._grammar.words["second_ordinals"]], phrase, at)

    def _as(self, person: Mention, phrase: Phrase, at: int) -> Candidate:
        """A person as he whom a phrase means."""
        gender = person.gender or phrase.gender
        return Candidate(self._person(person, phrase.span), gender, False, at, fold(person.name), True)

    def _holds(self, phrase: Phrase, titled: Candidate) -> bool:
        """Whether a description names in a complement the person it was taken for: "le conseiller de Jan Novak"."""
        named = self.named_between(phrase.span.start, phrase.span.end)
        return phrase.kind == "description" and any(each.name == titled.speaker.name for each in named)

    def _by_name(self, phrase: Phrase, at: int) -> Candidate:
        assert phrase.mention is not None
        names = [phrase.mention.name, *(other.name for other in phrase.others)]
        joiner = f" {sorted(self._grammar.words['joiners'], key=len)[0]} "
        speaker = self._person(phrase.mention, phrase.span)
        if phrase.others:
            speaker = Speaker(name=joiner.join(names), mention=phrase.span)
        return Candidate(speaker, phrase.gender, bool(phrase.others), at, fold(names[0]), True)

    def _person(self, mention: Mention, span: Span) -> Speaker:
        office = self._offices.office_of(mention.name)
        members = (office.partition(".")[0],) if office else ()
        return Speaker(name=mention.name, mention=span, person_id=mention.person_id, office=office, members=members)

    def _by_pronoun(self, phrase: Phrase, at: int) -> Candidate | None:
        """The last speaker or subject that agrees; before anybody spoke, the last person named."""
        if phrase.head in self._grammar.words["body_pronouns"]:
            found = body_beside(self._focus.all, at)
            return self._again(found, phrase.span, at) if found else None
        if self._grammar.pronouns.get(phrase.head) == "none":
            return None
        upto = bisect_right(self._places, at)
        near = [each for each in self._persons[max(0, upto - 4) : upto] if self._may_be_meant(each)]
        if self._focus.is_on_person(self._paragraph(at)):
            near = [each for each in near if not is_owner(each, self._prepared)]
        mentioned = [
            Candidate(self._person(each, phrase.span), each.gender, False, each.span.start, fold(each.name), True, True)
            for each in sorted(near, key=lambda each: not hangs_on_preposition(each, self._prepared, self._grammar))
        ]
        asked = self._focus.asked
        if asked is not None and not phrase.plural and not differ(phrase.gender, asked.gender):
            return self._again(asked, phrase.span, at)
        if paper := paper_before(phrase, at, self._focus.all, mentioned, self._prepared, self._grammar.words["papers"]):
            return self._again(paper, phrase.span, at)
        asking = self._grammar.words["questioners"]
        spoken = [each for each in self._focus.all if each.head not in asking]
        found = find_antecedent(phrase, at, spoken, mentioned, self._prepared.text, self._paragraph(at))
        return self._again(found, phrase.span, at) if found else None

    def _paragraph(self, at: int) -> int:
        """Where the paragraph of a character begins."""
        return self._starts[max(0, bisect_right(self._starts, at) - 1)] if self._starts else 0

    def _may_be_meant(self, mention: Mention) -> bool:
        """Whether a pronoun can take up a name: one of the report, and not of who wrote it or in somebody's words."""
        is_byline_of = is_byline(mention, self._prepared, self._grammar)
        return not (self._prepared.is_furniture(mention.span) or is_byline_of or self._quoted.covers(mention.span))

    def _again(self, candidate: Candidate, span: Span, at: int) -> Candidate:
        return replace(candidate, speaker=replace(candidate.speaker, mention=span), at=at)

    def _by_title(self, phrase: Phrase, at: int) -> Candidate | None:
        """The person whom a title or epithet means, by office or as the document introduced him; a ministry is nobody."""
        mention = phrase.mention
        if phrase.kind == "office" and phrase.head in self._grammar.words["institution_nouns"]:
            return None
        if mention is not None and (mention.office or mention.person_id):
            person = self._offices.holder(mention)
            if person is not None:
                return self._as(person, phrase, at)
            if mention.office and mention.kind == "office":
                if phrase.is_indefinite or phrase.plural:
                    return None
                found = self._of_nation(phrase, mention.office, at) or self._by_head(phrase, at)
                return found or self._in_view(phrase, at) or self._of_own(phrase, at)
        if phrase.is_indefinite or phrase.plural or phrase.kind == "actor":
            return (found := self._titles.compatriot(phrase, self._focus.all)) and self._again(found, phrase.span, at)
        if phrase.head in self._grammar.spelled_out:
            phrase = replace(phrase, head=self._grammar.spelled_out[phrase.head].split()[-1])
        if phrase.end - phrase.start <= 2 and (body := last_body(phrase, self._focus.all, self._grammar)) is not None:
            return self._again(body, phrase.span, at)
        known = phrase.head in self._grammar.titles or phrase.head in self._grammar.words["speaker_nouns"]
        if known and is_newcomer(phrase, at, self._focus.all, self._prepared, self._grammar):
            return None
        found = (known and self._introduced(phrase, at)) or self._by_epithet(phrase, at)
        found = found or self._by_head(phrase, at) or self._named_next(phrase, at) or self._in_view(phrase, at)
        return found or self._of_own(phrase, at)

    def _of_own(self, phrase: Phrase, at: int) -> Candidate | None:
        """The one person of the report with an office of whose body only a noun tells: "the country's prime minister"."""
        owner, _, title = phrase.span.cut(self._prepared.folded).rpartition("'s ")
        is_own = not self._grammar.words["owning_nouns"].isdisjoint(owner.split()[-1:])
        person = self._titles.only_bearer(phrase, content_of(title, self._grammar)) if is_own else None
        return self._as(person, phrase, at) if person is not None else None

    def is_named(self, speaker: Speaker | None) -> bool:
        """Whether a speaker is a person whom the document names."""
        return speaker is not None and speaker.name in self._by_full_name

    def named_between(self, start: int, end: int) -> list[Mention]:
        """The persons named from character ``start`` to before ``end``, each once, the latest last."""
        named = self._persons[bisect_left(self._places, start) : bisect_right(self._places, end)][-_MOST:]
        return list({mention.name: mention for mention in named}.values())

    def _spoken_of(self, start: int, end: int) -> list[Mention]:
        """Those named between two characters by the reporter and not in marks."""
        return [each for each in self.named_between(start, end) if not self._quoted.covers(each.span)]

    def speaker_named(self, mention: Mention) -> Speaker:
        """The person of a mention as a speaker."""
        return self._person(mention, mention.span)

    def _is_of_person(self, head: str) -> bool:
        return head in self._grammar.titles or has_epithet(head, self._grammar)

    def _by_epithet(self, phrase: Phrase, at: int) -> Candidate | None:
        """Who was spoken of just before, for a noun by which reporters only vary the name: "le dirigeant socialiste"."""
        is_short = phrase.end - phrase.start <= _SHORT and has_epithet(phrase.head, self._grammar)
        last = next((each for each in reversed(self._focus) if each.is_person), None) if is_short else None
        if last and self._titles.is_no_calling_of(phrase, last.speaker.name):
            return None
        if last is None or last.speaker.name not in self._by_full_name:
            return self._only_person(phrase, at)
        is_here = last.at >= self._paragraph(at) or phrase.head.endswith(tuple(self._grammar.words["age_endings"]))
        is_near = is_here and at - last.at < _NEAR and not last.plural
        fits = is_near and not differ(phrase.gender, last.gender) and not self._rivals(phrase, last, at)
        return self._again(last, phrase.span, at) if fits else self._only_person(phrase, at)

    def _only_person(self, phrase: Phrase, at: int) -> Candidate | None:
        """The one person named in this paragraph and the one before, for a definite title nobody else bears."""
        first = phrase.span.cut(self._prepared.folded).replace("'", "' ").split()[0]
        speaks_for = speaks_for_another(phrase, self._prepared, self._grammar) or not self._is_of_person(phrase.head)
        if speaks_for or first not in self._grammar.words["definite"]:
            return None
        here = self._paragraph(at)
        named = self._spoken_of(here, at) or self._spoken_of(self._paragraph(here - 1), at)
        if len(named) != 1 or differ(phrase.gender, named[0].gender):
            return None
        if self._titles.is_rival(phrase, named[0].name) or self._titles.is_no_calling_of(phrase, named[0].name):
            return None
        titled = self._titles.filed(phrase.head)
        if self._titles.has_any(named[0].name) and is_titled_otherwise(named[0], titled, self._prepared, self._grammar):
            return None
        owners = set(phrase.mention.actors) if phrase.mention else set()
        states = states_in(content_of(phrase.span.cut(self._prepared.folded), self._grammar)) | owners
        known = states_in(frozenset().union(*(each.words for each in titled)))
        known |= self._titles.states_of(self._person(named[0], phrase.span))
        if states and not states & known and (known or self._titles.has_any(named[0].name)):
            return None
        return self._as(named[0], phrase, at)

    def _by_head(self, phrase: Phrase, at: int) -> Candidate | None:
        """Who was spoken of last, if the document gives this person alone a title with that head: "the court's spokesman"."""
        last = next((each for each in reversed(self._focus) if each.is_person), None)
        titled = [each for each in self._titles.filed(phrase.head) if phrase.head in each.heads]
        is_other = phrase.is_indefinite or phrase.plural or phrase.head not in self._grammar.titles
        if last is None or last.plural or is_other:
            return None
        wanted = content_of(phrase.span.cut(self._prepared.folded), self._grammar)
        if {each.person.name for each in titled} != {last.speaker.name} or differ(phrase.gender, last.gender):
            return None
        states, known = states_in(wanted), states_in(frozenset().union(*(each.words for each in titled)))
        return None if states and known and not states & known else self._again(last, phrase.span, at)

    def _in_view(self, phrase: Phrase, at: int) -> Candidate | None:
        """The person spoken of last, for a noun that only varies a name, unless another was named since whom it fits too."""
        if not varies_name(phrase, self._prepared, self._grammar):
            return None
        fitting = (each for each in reversed(self._focus) if each.is_person and not differ(phrase.gender, each.gender))
        is_delegate = phrase.head in self._grammar.words["delegates"]
        last = next((each for each in fitting if each.is_named or is_delegate), None)
        if last is None or last.plural or not last.is_named or self._titles.is_none_of(phrase, last.speaker.name):
            return None
        owners = set(phrase.mention.actors) if phrase.mention else set()
        states = states_in(content_of(phrase.span.cut(self._prepared.folded), self._grammar)) | owners
        known = self._titles.states_of(last.speaker)
        has_any = known or self._grammar.heads_last or self._titles.has_any(last.speaker.name)
        is_other = states and not states & known and has_any
        return None if is_other or self._rivals(phrase, last, at) else self._again(last, phrase.span, at)

    def _rivals(self, phrase: Phrase, last: Candidate, at: int) -> list[Mention]:
        """Who else was named since ``last`` spoke that a noun which varies a name could mean as well."""
        named = self._spoken_of(last.at, at)
        other = (self._titles.is_none_of, self._titles.is_no_calling_of)
        fitting = (each for each in named if not any(is_other(phrase, each.name) for is_other in other))
        return [each for each in fitting if each.name != last.speaker.name and not differ(phrase.gender, each.gender)]

    def _named_next(self, phrase: Phrase, at: int) -> Candidate | None:
        """The first person named after a title in a report that has named nobody yet: "its minister said. … Ida Sporsz told"."""
        told = (each for each in self._persons[:_FIRST] if not self._titles.is_none_of(phrase, each.name))
        first = next(told, None) if self._persons and self._persons[0].span.start > at else None
        is_title = phrase.head in self._grammar.titles and not phrase.is_demonstrative
        speaks_for = speaks_for_another(phrase, self._prepared, self._grammar)
        if first is None or not is_title or speaks_for or not 0 < first.span.start - at < _NEAR:
            return None
        if _STOP.search(self._prepared.text, phrase.span.end, first.span.start) is None:
            return None
        wanted = content_of(phrase.span.cut(self._prepared.folded), self._grammar)
        titled = [each for each in self._titles.filed(phrase.head) if each.person.name == first.name]
        titled = [each for each in titled if states_in(wanted) or wanted <= each.words]
        opening = phrase.span.cut(self._prepared.folded).split()[0]
        has_other = (
            self._titles.has_any(first.name) or opening not in self._grammar.words["determiners"]
        ) and not titled
        if has_other or differ(first.gender, phrase.gender) or is_byline(first, self._prepared, self._grammar):
            return None
        return self._as(first, phrase, at)

    def _introduced(self, phrase: Phrase, at: int) -> Candidate | None:
        """Who was last given this title in the document: every word of the phrase must be among the title's."""
        wanted = content_of(phrase.span.cut(self._prepared.folded), self._grammar)
        if not wanted:
            return None
        filed = self._titles.filed(phrase.head) if self._is_of_person(phrase.head) else []
        recent = bisect_right(filed, at, key=lambda each: each.at)
        people = [
            each
            for each in filed[max(0, recent - _MOST) : recent + 5]
            if wanted <= each.words and phrase.head in each.heads and not differ(each.person.gender, phrase.gender)
        ]
        before = [each for each in people if each.at <= at]
        titled = of_one_bearer(self._plainest(before, wanted, at) or people, self._focus.all)
        chosen = titled[-1] if titled else self._titles.in_office(phrase, wanted, self.last_person())
        focus = self._focus.described(phrase, wanted, self._grammar)
        if focus is not None and (chosen is None or focus.at > chosen.at):
            return self._again(focus, phrase.span, at)
        return self._as(chosen.person, phrase, at) if chosen is not None else None

    def _plainest(self, titled: list[Introduction], wanted: frozenset[str], at: int) -> list[Introduction]:
        """Those given the bare title, unless who bears it with a state's name was spoken of last in the paragraph."""
        plain = [each for each in titled if each.words == wanted]
        last = self._focus.last
        here = last.speaker.name if last is not None and last.at >= self._paragraph(at) else None
        return titled if not plain or here == titled[-1].person.name else plain

    def _of_nation(self, phrase: Phrase, office: str, at: int) -> Candidate | None:
        """Whom a title of an office that nobody is known to hold means: who was given it, or a state's one leader named."""
        found = self._introduced(phrase, at)
        if found is not None or phrase.head not in self._grammar.words["leading_nouns"]:
            return found
        leaders = self._offices.leaders(office.partition(".")[0])
        fitting = [each for each in leaders if not differ(each.gender, phrase.gender)]
        return self._as(fitting[0], phrase, at) if len(fitting) == 1 else None
