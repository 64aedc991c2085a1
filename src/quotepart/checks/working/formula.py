"""Formulas of readings: short enough to read, exact enough to compute, the same for the accounts and for a finding's inputs.

``spending[ABC, 2017:2018] - 2 * spending[ABC, 2016]`` adds up what each year lies above the year 2016. A reference names
an indicator, a member or group, a year or a range of years, and, where several editions are used, ``@edition``; it stands
for the sum of its cells.

Functions over years: ``least(R)``, ``most(R)``, ``place(R, year)`` from the top, ``bottom(R, year)`` from the bottom,
``leap(R, year)`` and ``plunge(R, year)`` (the place of that year's step from the one before among all steps, the largest rise or
the largest fall first), ``falls(R)`` and ``rises(R)`` (how many in a row up to the last), ``nth(R >= n)`` (how many years are
so up to the last; 0 where the last is not). Functions over the members of a group, each for itself: ``count(R >= n)``,
``smallest(R)``, ``largest(R)``,
``rank(R, ABC)``, ``lowest(R, ABC)``, ``following(R, ABC, n)`` (the sum of the n largest below ABC), ``implied(R, S)`` (what
the ratios S say of a group: Σr ÷ Σ(r ÷ s)), ``weighted(R, S)`` (the mean of R with the weights S); ``risen(R)`` and
``fallen(R)`` count the members whose last year lies above or below the first.

``nearest(n, F, G, …)`` is the one of several formulas whose value is nearest to n.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from quotepart.checks.working.measured import Measured, count_where, rank_of, total
from quotepart.errors import UsageError
from quotepart.model.frozen import dataclass

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_][\w]*)|(?P<edition>@[\w:-]+)|(?P<sign>>=|<=|[-+*/()\[\],:<>]))"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells of the accounts: an indicator of a member or group over years, both ends included.

    An empty ``edition`` is the reading's own; ``each`` asks for every member of a group for itself, not for the group's total.
    """

    indicator: str
    entity: str
    first: int
    last: int
    edition: str = ""
    each: bool = False

    @property
    def years(self) -> range:
        """The years asked for."""
        return range(self.first, self.last + 1)

    def __str__(self) -> str:
        years = str(self.first) if self.first == self.last else f"{self.first}:{self.last}"
        return f"{self.indicator}[{self.entity}, {years}]" + (f"@{self.edition}" if self.edition else "")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of the accounts: of a member or aggregate, for a year."""

    member: str
    year: int
    value: Measured


Look = Callable[[Reference], Sequence[Cell]]
Node = Callable[[Look], Measured]
Cells = Sequence[Cell]


def references(formula: str) -> tuple[Reference, ...]:
    """Return the references of ``formula`` in order; raises ``UsageError`` for a formula that can't be read."""
    return _parsed(formula)[1]


def evaluate(formula: str, look: Look) -> Measured:
    """Return the value of ``formula`` with its references answered by ``look``.

    Raises ``UsageError`` for a formula that can't be read; what ``look`` raises passes through.
    """
    return _parsed(formula)[0](look)


@lru_cache(maxsize=4096)
def _parsed(formula: str) -> tuple[Node, tuple[Reference, ...]]:
    parser = _Parser(formula)
    return parser.whole(), tuple(parser.references)


class _Parser:
    """Recursive descent over the tokens of one formula."""

    def __init__(self, formula: str) -> None:
        self._formula = formula
        self._tokens = list(_tokens(formula))
        self._at = 0
        self.references: list[Reference] = []

    def whole(self) -> Node:
        node = self._sum()
        if self._at < len(self._tokens):
            raise self._error()
        return node

    def _sum(self) -> Node:
        node = self._product()
        while (sign := self._peek()) in ("+", "-"):
            self._at += 1
            node = _join(sign, node, self._product())
        return node

    def _product(self) -> Node:
        node = self._factor()
        while (sign := self._peek()) in ("*", "/"):
            self._at += 1
            node = _join(sign, node, self._factor())
        return node

    def _factor(self) -> Node:
        token = self._next()
        if token == "(":
            node = self._sum()
            self._expect(")")
            return node
        if token[0].isdigit():
            exact = Measured.exactly(Decimal(token))
            return lambda look: exact
        if self._peek() == "[":
            reference = self._reference(token)
            return lambda look: total(cell.value for cell in look(reference))
        return self._function(token)

    def _reference(self, indicator: str, each: bool = False) -> Reference:
        self._expect("[")
        entity = self._next()
        self._expect(",")
        first = last = int(self._next())
        if self._peek() == ":":
            self._at += 1
            last = int(self._next())
        self._expect("]")
        edition = self._next()[1:] if self._peek().startswith("@") else ""
        reference = Reference(indicator, entity, first, last, edition, each)
        self.references.append(reference)
        return reference

    def _function(self, name: str) -> Node:
        if name in _PAIRS:
            return self._pair(name)
        if name == _NEAREST:
            return self._nearest()
        each = name in _EACH
        function = _EACH[name] if each else _OVER_YEARS.get(name)
        if function is None:
            raise self._error()
        self._expect("(")
        reference = self._reference(self._next(), each)
        arguments: list[str] = []
        while self._peek() not in (")", ""):
            arguments.append(self._next())
        self._expect(")")
        return lambda look: function(look(reference), arguments)

    def _pair(self, name: str) -> Node:
        self._expect("(")
        first = self._reference(self._next(), each=True)
        self._expect(",")
        second = self._reference(self._next(), each=True)
        self._expect(")")
        function = _PAIRS[name]
        return lambda look: function(look(first), look(second))

    def _nearest(self) -> Node:
        self._expect("(")
        wanted = Decimal(self._next())
        nodes: list[Node] = []
        while self._peek() == ",":
            self._at += 1
            nodes.append(self._sum())
        self._expect(")")
        return lambda look: min((node(look) for node in nodes), key=lambda each: abs(each.value - wanted))

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        if not token:
            raise self._error()
        self._at += 1
        return token

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            raise self._error()

    def _error(self) -> UsageError:
        seen = self._tokens[self._at] if self._at < len(self._tokens) else "its end"
        return UsageError(f"this formula can't be read at “{seen}”", where=self._formula)


def _tokens(formula: str) -> Iterator[str]:
    at = 0
    text = formula.rstrip().replace("−", "-").replace("×", "*")
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            raise UsageError(f"this formula can't be read at “{text[at : at + 10]}”", where=formula)
        yield token[0].strip()
        at = token.end()


def _join(sign: str, left: Node, right: Node) -> Node:
    combine = _SIGNS[sign]
    return lambda look: combine(left(look), right(look))


_SIGNS: Mapping[str, Callable[[Measured, Measured], Measured]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}
_COMPARISONS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
}


def _count(cells: Cells, arguments: Sequence[str]) -> Measured:
    compare, bound = _COMPARISONS[arguments[0]], Decimal("".join(arguments[1:]))
    return count_where((cell.value for cell in cells), lambda value: compare(value, bound))


def _nth(cells: Cells, arguments: Sequence[str]) -> Measured:
    compare, bound = _COMPARISONS[arguments[0]], Decimal("".join(arguments[1:]))
    are_so = [compare(each.as_printed, bound) for each in _by_year(cells).values()]
    return Measured.exactly(sum(are_so) if are_so[-1] else 0)


def _rank(cells: Cells, arguments: Sequence[str]) -> Measured:
    return rank_of(arguments[1], {cell.member: cell.value for cell in cells})


def _lowest(cells: Cells, arguments: Sequence[str]) -> Measured:
    nothing = Measured.exactly(0)
    return rank_of(arguments[1], {cell.member: nothing - cell.value for cell in cells})


def _following(cells: Cells, arguments: Sequence[str]) -> Measured:
    _, name, _, number = arguments
    own = next(cell.value for cell in cells if cell.member == name)
    below = [cell.value for cell in cells if cell.member != name and cell.value.value <= own.value]
    return total(sorted(below, key=lambda value: -value.value)[: int(number)])


def _moved(cells: Cells, is_so: Callable[[Decimal, Decimal], bool]) -> Measured:
    first, last = min(cell.year for cell in cells), max(cell.year for cell in cells)
    before = {cell.member: cell.value.as_printed for cell in cells if cell.year == first}
    after = {cell.member: cell.value.as_printed for cell in cells if cell.year == last}
    return Measured.exactly(sum(is_so(before[member], after[member]) for member in after if member in before))


def _by_year(cells: Cells) -> dict[int, Measured]:
    return {year: total(cell.value for cell in cells if cell.year == year) for year in sorted({c.year for c in cells})}


def _place(cells: Cells, arguments: Sequence[str]) -> Measured:
    return rank_of(arguments[1], {str(year): value for year, value in _by_year(cells).items()})


def _bottom(cells: Cells, arguments: Sequence[str]) -> Measured:
    nothing = Measured.exactly(0)
    return rank_of(arguments[1], {str(year): nothing - value for year, value in _by_year(cells).items()})


def _steps(cells: Cells) -> dict[str, Measured]:
    """Each year's value over that of the year before."""
    by_year = _by_year(cells)
    return {str(year): by_year[year] / by_year[year - 1] for year in by_year if year - 1 in by_year}


def _leap(cells: Cells, arguments: Sequence[str]) -> Measured:
    steps = _steps(cells)
    own = steps[arguments[1]].value
    return Measured.exactly(1 + sum(step.value > own for step in steps.values()))


def _plunge(cells: Cells, arguments: Sequence[str]) -> Measured:
    steps = _steps(cells)
    own = steps[arguments[1]].value
    return Measured.exactly(1 + sum(step.value < own for step in steps.values()))


def _run(cells: Cells, step: Callable[[Decimal, Decimal], bool]) -> Measured:
    values = [each.as_printed for each in _by_year(cells).values()]
    pairs = list(pairwise(values))[::-1]
    length = next((at for at, (before, after) in enumerate(pairs) if not step(before, after)), len(pairs))
    return Measured.exactly(length)


def _matched(cells: Cells, others: Cells) -> list[tuple[Measured, Measured]]:
    by_place = {(cell.member, cell.year): cell.value for cell in others}
    return [(cell.value, by_place[cell.member, cell.year]) for cell in cells if (cell.member, cell.year) in by_place]


def _implied(cells: Cells, ratios: Cells) -> Measured:
    pairs = [(value, ratio) for value, ratio in _matched(cells, ratios) if ratio.low > 0]
    return total(value for value, _ in pairs) / total(value / ratio for value, ratio in pairs)


def _weighted(cells: Cells, weights: Cells) -> Measured:
    pairs = _matched(cells, weights)
    return total(value * weight for value, weight in pairs) / total(weight for _, weight in pairs)


Function = Callable[[Cells, Sequence[str]], Measured]
_OVER_YEARS: Mapping[str, Function] = {
    "least": lambda cells, _: min(_by_year(cells).values(), key=lambda each: each.value),
    "most": lambda cells, _: max(_by_year(cells).values(), key=lambda each: each.value),
    "place": _place,
    "bottom": _bottom,
    "leap": _leap,
    "plunge": _plunge,
    "falls": lambda cells, _: _run(cells, lambda before, after: after < before),
    "rises": lambda cells, _: _run(cells, lambda before, after: after > before),
    "nth": _nth,
}
_EACH: Mapping[str, Function] = {
    "count": _count,
    "rank": _rank,
    "lowest": _lowest,
    "smallest": lambda cells, _: min((cell.value for cell in cells), key=lambda value: value.value),
    "largest": lambda cells, _: max((cell.value for cell in cells), key=lambda value: value.value),
    "following": _following,
    "risen": lambda cells, _: _moved(cells, lambda before, after: after > before),
    "fallen": lambda cells, _: _moved(cells, lambda before, after: after < before),
}
_NEAREST = "nearest"
_PAIRS: Mapping[str, Callable[[Cells, Cells], Measured]] = {"implied": _implied, "weighted": _weighted}
