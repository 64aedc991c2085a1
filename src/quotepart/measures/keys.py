"""Keys of ability to pay: by what rule a common cost would be fair.

Each key returns shares from 0 to 1 that sum to one, by member, as float64. ``sizes`` is what members pay from (GDP, in one
currency), ``people`` how many they are; both need every member. Sources: Kravis & Davenport, "The Political Arithmetic of
International Burden-Sharing" (1963); Hartley & Sandler, "NATO Burden-Sharing: Past and Future" (1999); Young, "Progressive
Taxation and Equal Sacrifice" (1990); United Nations, resolutions on the scale of assessments (discount, floor, ceiling).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

Key = dict[str, float]
Amounts = Mapping[str, float]

GRADIENT = 0.8
"""How much of the distance to the mean income is forgiven in the United Nations' scale."""

FLOOR = 0.00001
"""The least share in the United Nations' scale: a thousandth of one per cent."""

_STEPS = 200
_ROUNDING = 1e-9  # of the mean income


def proportional(sizes: Amounts) -> Key:
    """Return shares proportional to size: a ∝ Y.

    >>> proportional({"SYL": 30.0, "BOR": 10.0})
    {'SYL': 0.75, 'BOR': 0.25}
    """
    return _shares(sizes)


def progressive(sizes: Amounts, people: Amounts, *, eta: float) -> Key:
    """Return shares that grow with income per head: a ∝ Y · (Y/N ÷ mean)^η, the mean being ΣY ÷ ΣN, η from 0 to 1."""
    mean = sum(sizes.values()) / sum(people[member] for member in sizes)
    return _shares({member: size * (size / people[member] / mean) ** eta for member, size in sizes.items()})


def equal_sacrifice(sizes: Amounts, people: Amounts, *, total: float, epsilon: float) -> Key:
    """Return shares by which everyone gives up the same utility to raise ``total``, under CRRA of ``epsilon``.

    u(y) − u(y − t) = k for all, u(c) = c^(1−ε) ÷ (1−ε), and ln c where ε = 1, which makes it proportional; t is paid per head.
    ``total`` must be less than the sum of sizes.
    """
    heads = {member: (size / people[member], people[member]) for member, size in sizes.items()}
    mean = sum(sizes.values()) / sum(people[member] for member in sizes)
    scaled = {member: (income / mean, count) for member, (income, count) in heads.items()}
    wanted = total / mean

    def paid(sacrifice: float) -> Key:
        return {each: count * (y - _left(y, sacrifice, epsilon)) for each, (y, count) in scaled.items()}

    low, high = 0.0, 1.0
    while sum(paid(high).values()) < wanted:
        high *= 2
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(paid(middle).values()) < wanted else (low, middle)
    return _shares(paid(high))


def _left(income: float, sacrifice: float, epsilon: float) -> float:
    """What is left of an income when a sacrifice of utility is taken from it: never less than nothing."""
    if epsilon == 1:
        return income * math.exp(-sacrifice)
    power = income ** (1 - epsilon) - (1 - epsilon) * sacrifice
    return power ** (1 / (1 - epsilon)) if power > 0 else 0.0


def discounted(
    sizes: Amounts, people: Amounts, *, gradient: float = GRADIENT, floor: float = FLOOR, ceiling: float | None = None
) -> Key:
    """Return shares on the pattern of the United Nations' scale, with the group's own mean income as its threshold.

    A member below the mean is counted with Y · (1 − gradient · (1 − income ÷ mean)); what it is spared is borne by those above,
    in proportion. Then the floor holds, and the ceiling where there is one, and the rest is shared as before.
    """
    mean = sum(sizes.values()) / sum(people[member] for member in sizes)
    ratio = {member: size / people[member] / mean for member, size in sizes.items()}
    # Who is at the mean bears for the others: rounding, and so the order of members, must not put him below it.
    above = {member: size for member, size in sizes.items() if ratio[member] >= 1 - _ROUNDING}
    lowered = {
        member: size if member in above else size * (1 - gradient * (1 - ratio[member]))
        for member, size in sizes.items()
    }
    spared = sum(sizes.values()) - sum(lowered.values())
    bearing = {
        member: size + spared * above[member] / sum(above.values()) if member in above else size
        for member, size in lowered.items()
    }
    return _bounded(_shares(bearing), floor, 1.0 if ceiling is None else ceiling)


def _bounded(key: Key, floor: float, ceiling: float) -> Key:
    """Hold each share between the bounds, one bound after another, and share the rest in proportion among those that are free."""
    held: Key = {}
    for _ in range(len(key)):
        free = {member: share for member, share in key.items() if member not in held}
        rest = 1 - sum(held.values())
        scaled = {member: share * rest / sum(free.values()) for member, share in free.items()}
        over = {member: ceiling for member, share in scaled.items() if share > ceiling}
        found = over or {member: floor for member, share in scaled.items() if share < floor}
        if not found or len(found) == len(free):
            break
        held |= found
    return {member: held.get(member, scaled.get(member, 0.0)) for member in key}


def _shares(amounts: Amounts) -> Key:
    total = sum(amounts.values())
    return {member: amount / total for member, amount in amounts.items()}
