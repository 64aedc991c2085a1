"""The clauses of a sentence that bind somebody: the words that say so, and what they bind to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from quotepart.extraction.figures.meaning import MEMBERS, OTHER
from quotepart.extraction.figures.units import COUNT, OF_GDP, PERCENT, POINTS
from quotepart.extraction.pledges.clauses import Clause, distinct, with_further
from quotepart.extraction.pledges.demands import Demands, is_clause_next
from quotepart.extraction.pledges.extents import around, closed, end_of, past_fragment
from quotepart.extraction.pledges.statuses import is_of_a_count, is_only, status_of, turned_down
from quotepart.extraction.pledges.stretch import Stretch
from quotepart.extraction.pledges.undertakings import (
    ABROAD,
    Party,
    deed_after,
    deed_from,
    find_announcements,
    find_headlines,
    find_vows,
    is_negated,
    is_told,
    leads_to_verb,
    past_aside,
    zone_of,
)
from quotepart.extraction.pledges.words import Cue, Future, PledgesGrammar
from quotepart.extraction.text.tokens import Hit
from quotepart.model.entry import Figure, PledgeStatus
from quotepart.model.span import Span

_GRASP = 6  # tokens after a word that binds within which stands the thing that it is about
_SUPPOSED = 20  # tokens before a word that binds in which stands what it supposes
_CLOSE = 10  # tokens within which what was reached follows the word that says so
_NEAR = 5  # tokens after a word that binds in which a sum or a mark is its own
_FAR = 14  # tokens from a word that binds to the figure, beyond which a nearer one opens the clause
_TAIL = 14  # tokens after the figure that still belong to the clause
_DUE = 40  # characters beside a target in which its year may stand
_CURRENCY = 3  # letters of a unit of money
_OF_SHARES = frozenset((OF_GDP, POINTS))


def find_clauses(stretch: Stretch, grammar: PledgesGrammar) -> list[Clause]:
    """Return the clauses of a sentence that bind, in order; one figure is aimed at by one of them at most."""
    finder = _Finder(stretch, grammar)
    found, last = [], 0
    for clause in sorted(finder.clauses(), key=lambda each: each.first):
        start = max(last, zone_of(stretch.tokens, clause.first, grammar))
        opened = [at + 1 for at in range(start, clause.first) if stretch.tokens.words[at] in grammar.openings]
        last = clause.end if clause.figure else past_fragment(stretch.tokens, clause, grammar)
        found.append(replace(clause, first=min(clause.first, opened[-1] if opened else start), end=last))
    return found


class _Finder:
    """One pass over a sentence."""

    def __init__(self, stretch: Stretch, grammar: PledgesGrammar) -> None:
        self.tokens, self.figures, self.grammar, self.stretch = stretch.tokens, stretch.figures, grammar, stretch
        self.demands = Demands(stretch, grammar)

    def clauses(self) -> list[Clause]:
        """Return the clauses found, none over another."""
        apart = distinct([*self.found()], self.tokens, self.grammar)
        return with_further(apart, self.figures, self.tokens, self.grammar)

    def found(self) -> Iterator[Clause]:
        """Yield what each word that binds makes, the surest kind of word first."""
        words, grammar = self.tokens.words, self.grammar
        whole = [*grammar.bare.find(words), *find_announcements(self.tokens, grammar)]
        yield from (self._bare(hit) for hit in whole if self.stretch.party(hit.first, self.grammar) not in ABROAD)
        cues = (past_aside(self.tokens, cue, grammar) for cue in grammar.cues.find(words))
        made = [clause for cue in cues if (clause := self._clause(cue))]
        yield from made
        said = [*grammar.undertaken.futures.find(words), *find_vows(self.tokens, grammar)]
        said += find_headlines(self.tokens, self.stretch.cast, grammar)
        heard = sorted(said, key=lambda hit: hit.first)
        others = [clause.cue.first for clause in made if clause.figure is not None]
        limits = sorted([*(hit.first for hit in heard), *others, len(words)])
        futures = [
            clause for hit in heard if (clause := self._undertaken(hit, limits[bisect_right(limits, hit.first)]))
        ]
        yield from futures
        aimed = {clause.figure.span for clause in (*made, *futures) if clause.figure is not None}
        for figure in self.figures:
            due = self._due(figure) if figure.span not in aimed else None
            if due is not None:
                yield due

    def _bare(self, hit: Hit[Cue]) -> Clause:
        end = end_of(self.tokens, hit.last, self.grammar)
        is_alone = zone_of(self.tokens, hit.first, self.grammar) == hit.first
        return Clause(
            cue=hit,
            first=max(0, hit.first - _FAR) if is_alone else hit.first,
            end=closed(self.tokens, hit.last, end),
            status=hit.label.status,
            figure=None,
            metric=OTHER,
            is_bare=True,
        )

    def _clause(self, cue: Hit[Cue]) -> Clause | None:
        status = status_of(cue, self.tokens, self.figures, self.grammar)
        if status is None or is_of_a_count(cue, self.tokens, self.figures) or self._is_open(cue, status):
            return None
        if cue.label.is_of_sums and self.stretch.party(cue.first, self.grammar) in ABROAD:
            return None
        end = end_of(self.tokens, cue.last, self.grammar)
        if status == "refused" and self._is_idle(cue, end):
            return None
        aimed = self._aimed(cue, status, end)
        if aimed is not None:
            first, end = around(self.tokens, cue, aimed, self.grammar)
            status = turned_down(status, aimed, self.tokens, self.grammar)
            return Clause(cue=cue, first=first, end=end, status=status, figure=aimed, metric=aimed.metric)
        if self._is_mark(cue, status, end):
            main = self.grammar.main
            return Clause(cue=cue, first=cue.first, end=end, status=status, figure=None, metric=main)
        if status == "reached" or self._is_idle(cue, end) or not self._is_strong(cue, status):
            return None
        if self.tokens.words[-1] == "?" or (status == "demanded" and self.demands.is_put_abroad(cue)):
            return None
        thing = self._thing(cue, end)
        about = self._object(cue, end) or self._deed(cue, status, end) or self._follows(cue, status) or thing
        if about is None:
            return None
        return Clause(
            cue=cue,
            first=cue.first,
            end=closed(self.tokens, about.last, end),
            status=status,
            figure=None,
            metric=about.label,
            is_spelt_out=status == "demanded" and (thing is not None or self.demands.is_clear(cue)),
        )

    def _is_open(self, cue: Hit[Cue], status: PledgeStatus) -> bool:
        """Whether the clause only asks how or whether somebody binds itself."""
        words = self.tokens.words[zone_of(self.tokens, cue.first, self.grammar) : cue.first]
        is_supposed = any(
            word.endswith(self.grammar.shades.supposed) for word in self.tokens.words[cue.first : cue.last]
        )
        if is_supposed and self._is_supposed(cue.first):
            return True
        return status in ("promised", "agreed") and bool(self.grammar.undertaken.open.find(words))

    def _is_supposed(self, first: int) -> bool:
        return bool(self.grammar.shades.supposing.find(self.tokens.words, max(0, first - _SUPPOSED), first))

    def _is_mark(self, cue: Hit[Cue], status: PledgeStatus, end: int) -> bool:
        """Whether a mark that was named before is reached, or is to be by a year: "respectent déjà ce seuil"."""
        if status == "reached":
            return bool(self.grammar.marks.find(self.tokens.words, cue.last, min(end, cue.last + _NEAR)))
        if not cue.label.is_weak or status != "promised":
            return False
        aims = self.grammar.objects.find(self.tokens.words, cue.last, min(end, cue.last + _CLOSE))
        named = [hit for hit in aims if hit.label == self.grammar.main]
        return bool(named) and self._has_year(self.tokens.span(named[0].first, named[0].last))

    def _undertaken(self, hit: Hit[Future], limit: int) -> Clause | None:
        """The clause of a deed to come that a party says it will do: "will send 150 soldiers", "n'enverra pas".

        Its number stands before token ``limit``, where the next deed begins.
        """
        deed = deed_after(self.tokens, hit, self.grammar)
        words = self.tokens.words
        if deed is None or words[-1] == "?" or self._is_no_deed(deed):
            return None
        if hit.label.is_told and not is_told(self.tokens, self.grammar):
            return None
        is_limited = is_only(words, hit.first, max(hit.last, deed.last), self.grammar)
        is_denied = not is_limited and is_negated(self.tokens, hit, deed, self.grammar)
        status: PledgeStatus = "refused" if is_denied else "promised"
        if status == "promised" and hit.label.is_told and self._is_supposed(hit.first):
            return None
        cue = Hit(hit.first, max(hit.last, deed.last), Cue(status=status, is_weak=True))
        end = end_of(self.tokens, hit.last, self.grammar)
        opening = zone_of(self.tokens, hit.first, self.grammar) if hit.label.is_passive else hit.first
        inside = self.tokens.span(opening, max(cue.last, min(end, limit)))
        inner = [each for each in self.figures if inside.holds(each.span)]
        figure = next((each for each in inner if each.kind == "target"), inner[0] if inner else None)
        party = self.stretch.party(hit.first, self.grammar)
        is_share = figure is not None and figure.amount.unit == OF_GDP
        is_ours = (
            self._is_done(party, figure, inside) if hit.label.is_passive else self._is_said_of(party, figure, status)
        )
        is_goal = is_share or bool(self.grammar.marks.find(words, hit.last, min(end, hit.last + _NEAR)))
        if not is_ours or (is_goal and is_of_a_count(cue, self.tokens, self.figures)):
            return None
        about = self._object(cue, end)
        held = self.tokens.at(figure.span.end - 1) + 1 if figure else about.last if about else cue.last
        return Clause(
            cue=cue,
            first=hit.first,
            end=closed(self.tokens, held, end),
            status=status,
            figure=figure,
            metric=figure.metric if figure else about.label if about else OTHER,
            is_foretold=figure is not None and figure.kind != "target" and len(figure.amount.unit) == _CURRENCY,
        )

    def _is_no_deed(self, deed: Hit[bool]) -> bool:
        """Whether what will be done binds to no more than a word or a meeting: "will host a summit"."""
        words, grammar = self.tokens.words, self.grammar
        is_hosted = grammar.hosting.at(words, deed.first) is not None
        if is_hosted and not grammar.gatherings.isdisjoint(words[deed.last : deed.last + _GRASP]):
            return True
        return grammar.idle.at(words, deed.first) is not None

    def _is_said_of(self, party: Party, figure: Figure | None, status: PledgeStatus) -> bool:
        """Whether a subject binds itself to what is to come: a pronoun to no number of other things, nobody to a share alone."""
        if party in ("bound", "named"):
            return True
        if party == "meant":
            is_other = figure is not None and figure.metric == OTHER and len(figure.amount.unit) != _CURRENCY
            return status == "refused" or not is_other
        return party == "none" and figure is not None and figure.kind == "target" and figure.amount.unit == OF_GDP

    def _is_done(self, party: Party, figure: Figure | None, inside: Span) -> bool:
        """Whether what will be done is promised: somebody says so, it has a number, or it is due by a time."""
        is_due = any(time.bound == "until" and inside.holds(time.span) for time in self.stretch.times)
        is_said = is_due or is_told(self.tokens, self.grammar)
        return party != "unsure" and (is_said or (figure is not None and party not in ABROAD))

    def _due(self, figure: Figure) -> Clause | None:
        """The clause of a target with the year it is due, whatever word binds to it: "objectif : 2 % en 2024"."""
        if figure.kind != "target" or figure.amount.unit != OF_GDP or not self._has_year(figure.span):
            return None
        first, last = self.tokens.at(figure.span.start), self.tokens.at(figure.span.end - 1) + 1
        cue = Hit(first, last, Cue(status="promised", is_weak=True))
        before = self.tokens.words[first - 1] if first else ""
        is_part = before.isalpha() and before in self.grammar.stops
        if (
            is_part
            or is_of_a_count(cue, self.tokens, self.figures)
            or self.stretch.party(first, self.grammar) == "unsure"
        ):
            return None
        return Clause(
            cue=cue,
            first=max(0, first - 1),
            end=min(len(self.tokens), last + _TAIL),
            status="promised",
            figure=figure,
            metric=figure.metric,
        )

    def _has_year(self, span: Span) -> bool:
        near = (time for time in self.stretch.times if -_DUE < time.span.start - span.end < _DUE)
        year = self.stretch.year
        return any(time.bound == "until" or (year is not None and (time.year or 0) > year) for time in near)

    def _follows(self, cue: Hit[Cue], status: PledgeStatus) -> Hit[str] | None:
        """Whatever deed a firm word leads to: "agreed to look at", "urged Berlin to reconsider"."""
        is_led_to = self.demands.is_demand(cue) if status == "demanded" else self._is_undertaking(cue)
        return Hit(cue.last, min(cue.last + 2, len(self.tokens)), OTHER) if is_led_to else None

    def _is_strong(self, cue: Hit[Cue], status: PledgeStatus) -> bool:
        """Whether a word binds to more than a share: always, or as it puts a duty or a deed on somebody."""
        if not cue.label.is_weak or self.demands.is_duty(cue, status):
            return True
        is_vowed = self.grammar.vowed.at(self.tokens.words, cue.first) is not None
        return is_vowed and deed_from(self.tokens, cue.last, self.grammar) is not None

    def _is_undertaking(self, cue: Hit[Cue]) -> bool:
        firm = self.grammar.undertaken.firm.at(self.tokens.words, cue.first)
        if firm is None or self.stretch.party(cue.first, self.grammar) in (*ABROAD, "unsure"):
            return False
        is_next = firm.last > cue.last or (
            cue.label.status == "promised" and is_clause_next(cue, self.tokens, self.grammar)
        )
        return is_next or leads_to_verb(self.tokens, cue.last, self.stretch.cast, self.grammar)

    def _aimed(self, cue: Hit[Cue], status: PledgeStatus, end: int) -> Figure | None:
        limit = min(end, cue.last + _CLOSE) if status == "reached" else end
        inside = self.tokens.span(cue.first, max(limit, cue.last))
        aims = [each for each in self.figures if inside.holds(each.span) and self._is_aim(each, cue, status)]
        if aims:
            return next((each for each in aims if each.kind == "target"), aims[0])
        if self.grammar.asked.at(self.tokens.words, cue.first) is None:
            return None
        behind = [figure for figure in self.figures if 0 <= cue.first - self.tokens.at(figure.span.end - 1) <= 3]
        return next((figure for figure in behind if figure.kind == "target"), None)

    def _is_counted(self, figure: Figure, hit: Hit[Cue], status: PledgeStatus) -> bool:
        """Whether a figure measures what pledges are about: by its metric, or as the sum right after "pledged"."""
        if figure.metric in self.grammar.metrics:
            return True
        is_next = 0 <= self.tokens.at(figure.span.start) - hit.last < _NEAR
        return status == "promised" and is_next and len(figure.amount.unit) == _CURRENCY

    def _is_aim(self, figure: Figure, hit: Hit[Cue], status: PledgeStatus) -> bool:
        cue, unit = hit.label, figure.amount.unit
        if unit == OF_GDP and not cue.is_of_sums:
            is_level = status in ("promised", "agreed") and figure.kind == "level" and not cue.is_weak
            is_level = is_level and figure.metric == self.grammar.main
            return figure.kind == "target" or is_level
        if cue.is_of_sums or unit == COUNT:
            is_next = 0 <= self.tokens.at(figure.span.start) - hit.last < _NEAR
            is_given = cue.is_of_sums and figure.metric not in (OTHER, MEMBERS)
            is_sure = is_given or self.grammar.undertaken.firm.at(self.tokens.words, hit.first) is not None
            return is_next and status == "promised" and (is_sure or figure.metric in self.grammar.metrics)
        if cue.is_weak or status == "reached" or not self._is_counted(figure, hit, status):
            return False
        if figure.kind == "target" or unit in _OF_SHARES:
            return True
        is_sum = len(unit) == _CURRENCY and figure.kind in ("level", "change")
        return status != "demanded" and unit != PERCENT and is_sum

    def _is_idle(self, cue: Hit[Cue], end: int) -> bool:
        return bool(self.grammar.idle.find(self.tokens.words, cue.last, min(end, cue.last + 5)))

    def _object(self, cue: Hit[Cue], end: int) -> Hit[str] | None:
        words, limit = self.tokens.words, min(end, cue.last + 18)
        found = self.grammar.objects.find(words, cue.last, limit)
        if found:
            return found[0]
        moves = self.grammar.scene.cues.find_each(words[cue.last : limit])
        if "up" not in moves and "down" not in moves:
            return None
        shown = self.grammar.scene.metrics.find(words, cue.last, limit)
        return next((hit for hit in shown if hit.label in self.grammar.metrics), None)

    def _deed(self, cue: Hit[Cue], status: PledgeStatus, end: int) -> Hit[str] | None:
        """The deed that follows the word that binds at once: "promised to send troops"."""
        if status in ("demanded", "reached") or self.tokens.words[cue.first] in self.grammar.shades.wishes:
            return None
        found = self.grammar.deeds.find(self.tokens.words, cue.last, min(end, cue.last + 3))
        return Hit(found[0].first, found[0].last, OTHER) if found else None

    def _thing(self, cue: Hit[Cue], end: int) -> Hit[str] | None:
        """The thing that is promised, refused or demanded: "a exclu toute livraison d'armes", "promised more shells"."""
        words, undertaken = self.tokens.words, self.grammar.undertaken
        party = self.stretch.party(cue.first, self.grammar)
        is_barred = party in ("foreign", "unsure") or (party == "aided" and cue.label.status != "demanded")
        if is_barred or undertaken.firm.at(words, cue.first) is None:
            return None
        limit = min(end, cue.last + _GRASP)
        comma = next((at for at in range(cue.last, limit) if words[at] == ","), limit)
        found = self.grammar.things.find(words, cue.last, comma)
        return Hit(found[0].first, found[0].last, OTHER) if found else None
