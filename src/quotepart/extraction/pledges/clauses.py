"""The clauses of a sentence that bind, beside each other: one for each number aimed at, parted where they are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotepart.extraction.figures.units import OF_GDP
from quotepart.extraction.pledges.undertakings import deed_from
from quotepart.extraction.pledges.words import Cue, PledgesGrammar
from quotepart.extraction.text.tokens import Hit, Tokens
from quotepart.model.entry import Figure, PledgeStatus
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

_GIVEN = 6  # tokens before a number in which its deed begins
_BETWEEN = 16  # tokens between a number aimed at and a further one


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause that binds: the word that says so, its first and last tokens, the figure aimed at or what else.

    ``is_bare`` says that the word names what for, ``is_foretold`` that it tells of a sum to come, which is no target,
    ``is_spelt_out`` that what is demanded follows at once.
    """

    cue: Hit[Cue]
    first: int
    end: int
    status: PledgeStatus
    figure: Figure | None
    metric: str
    is_bare: bool = False
    is_foretold: bool = False
    is_spelt_out: bool = False


def distinct(clauses: Sequence[Clause], tokens: Tokens, grammar: PledgesGrammar) -> list[Clause]:
    """One clause for each figure aimed at, the one that opens first; without a figure, only where no other holds it.

    A clause ends where one joined to it begins: "urged allies to pay and threatened to leave".
    """
    aims: dict[Span, Clause] = {}
    for clause in clauses:
        if clause.figure is not None:
            first = aims.setdefault(clause.figure.span, clause)
            if _is_past_comma(first, clause, tokens, grammar):
                aims[clause.figure.span] = clause
    kept = list(aims.values())
    for clause in clauses:
        if clause.figure is not None:
            continue
        held = [at for at, each in enumerate(kept) if clause.first < each.end and each.first < clause.end]
        if not held:
            kept.append(clause)
        elif len(held) == 1 and (parted := _parted(kept[held[0]], clause, tokens, grammar.holders.ands)):
            kept[held[0] : held[0] + 1] = parted
    return kept


def _is_past_comma(first: Clause, later: Clause, tokens: Tokens, grammar: PledgesGrammar) -> bool:
    """Whether only the later of two clauses aims at the number: "despite the demands of Norway, allies agreed to"."""
    if later.figure is None or later.cue.label.is_weak:
        return False
    between = tokens.words[first.cue.last : later.cue.first]
    is_before = later.cue.first < tokens.at(later.figure.span.start)
    return is_before and "," in between and grammar.undertaken.that.isdisjoint(between)


def with_further(
    clauses: Sequence[Clause], figures: Sequence[Figure], tokens: Tokens, grammar: PledgesGrammar
) -> list[Clause]:
    """Return the clauses and one for each further share aimed at in the same breath: "2 % in 2025 and 3 % in 2030"."""
    found = list(clauses)
    for figure in figures:
        at = tokens.at(figure.span.start)
        found = [part for each in found for part in _deeds_apart(each, figure, at, tokens, grammar)]
    for figure in figures:
        at = tokens.at(figure.span.start)
        before = [each for each in found if each.figure is not None and each.cue.first < at]
        is_aimed = any(each.figure is not None and each.figure.span == figure.span for each in found)
        if figure.kind != "target" or is_aimed or not before:
            continue
        last = max(before, key=lambda each: tokens.at(each.figure.span.start) if each.figure else 0)
        join = _join(last, at, figure, tokens, grammar)
        if join is not None and not any(join <= each.cue.first < at for each in found):
            found[found.index(last)] = replace(last, end=join)
            end = max(last.end, tokens.at(figure.span.end - 1) + 1)
            found.append(replace(last, first=join + 1, end=end, figure=figure, metric=figure.metric))
    return found


def _deeds_apart(clause: Clause, figure: Figure, at: int, tokens: Tokens, grammar: PledgesGrammar) -> list[Clause]:
    """The clause in two where a second deed with a number is joined to its first: "to buy boats and send 50 million"."""
    deed = deed_from(tokens, clause.cue.last, grammar)
    if deed is None or clause.is_bare or clause.status == "reached":
        return [clause]
    opening = max(deed.last + 1, at - _GIVEN)
    is_share = figure.amount.unit == OF_GDP or not opening < at < clause.end + _GIVEN
    if is_share or (clause.figure is not None and clause.figure.span != figure.span and at < clause.end):
        return [clause]
    for join in range(opening, at):
        is_join = tokens.words[join] in (",", *grammar.holders.ands)
        if join <= clause.end and is_join and deed_from(tokens, join + 1, grammar) is not None:
            rest = None if clause.figure is not None and clause.figure.span == figure.span else clause.figure
            end = max(clause.end, tokens.at(figure.span.end - 1) + 1)
            later = replace(clause, first=join + 1, end=end, figure=figure, metric=figure.metric)
            return [replace(clause, end=join, figure=rest), later]
    return [clause]


def _join(last: Clause, at: int, figure: Figure, tokens: Tokens, grammar: PledgesGrammar) -> int | None:
    """The token that joins a further share to the one that a clause aims at."""
    if last.figure is None or last.figure.amount.unit != OF_GDP or last.figure.kind != "target":
        return None
    if figure.amount.unit != OF_GDP and figure.metric not in grammar.metrics:
        return None
    start = tokens.at(last.figure.span.end - 1) + 1
    if not 0 < at - start <= _BETWEEN:
        return None
    joins = [index for index in range(start, at) if tokens.words[index] in grammar.further]
    return joins[-1] if joins else None


def _parted(one: Clause, other: Clause, tokens: Tokens, ands: frozenset[str]) -> tuple[Clause, Clause] | None:
    """Two clauses joined by "and" before the second one's word that binds, where the first ends."""
    early, late = (one, other) if one.cue.first <= other.cue.first else (other, one)
    is_joined = not ands.isdisjoint(tokens.words[early.cue.last + 1 : late.cue.first])
    if not is_joined or (early.figure is not None and tokens.at(early.figure.span.start) >= late.cue.first):
        return None
    return replace(early, end=late.cue.first), replace(late, first=late.cue.first)
