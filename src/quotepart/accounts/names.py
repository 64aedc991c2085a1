"""What a caller may call a member, group, indicator or edition, and the nearest known names for what nobody is called."""

from __future__ import annotations

import difflib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from quotepart.errors import AccountError
from quotepart.model.pact import Pact


class Directory:
    """The names of a pact's members, groups, indicators and editions, in every language it declares."""

    def __init__(self, pact: Pact) -> None:
        self._entities = _index(_entity_names(pact))
        self._indicators = _index(_indicator_names(pact))
        self._editions = _index(_edition_names(pact))

    def entity(self, name: str) -> str:
        """Return the id of the member or group called ``name``; raises ``AccountError`` with near matches."""
        return _find(name, self._entities, "member or group")

    def indicator(self, name: str) -> str:
        """Return the id of the indicator called ``name``; raises ``AccountError`` with near matches."""
        return _find(name, self._indicators, "indicator")

    def edition(self, name: str) -> str:
        """Return the id of the edition called ``name``, or of the one of that day; raises ``AccountError`` with near matches."""
        return _find(name, self._editions, "edition")


def _entity_names(pact: Pact) -> Iterable[tuple[str, str]]:
    others = (other for edition in pact.editions.values() for other in edition.others)
    entities = {*pact.members, *pact.groups, *others}
    yield from ((entity, entity) for entity in entities)
    yield from ((group.entity, group.entity) for group in pact.groups.values() if group.entity)
    for names in pact.names.values():
        actors = ((actor, form) for actor in names.actors.values() for form in (actor.name, *actor.forms))
        yield from ((form, actor.id) for actor, form in actors if actor.id in entities)
        yield from ((form, group) for group, forms in names.groups.items() if group in entities for form in forms)


def _indicator_names(pact: Pact) -> Iterable[tuple[str, str]]:
    yield from ((indicator, indicator) for indicator in pact.indicators)
    for names in pact.names.values():
        yield from ((form, indicator) for indicator, form in names.indicators.items() if indicator in pact.indicators)


def _edition_names(pact: Pact) -> Iterable[tuple[str, str]]:
    """Yield every edition by its id, and by its bare day where it is the first producer's or the only one of that day."""
    yield from ((edition, edition) for edition in pact.editions)
    first = pact.conventions.producers[:1]
    days = Counter(edition.published for edition in pact.editions.values())
    for edition in sorted(pact.editions.values(), key=lambda edition: edition.producer not in first):
        if edition.producer in first or days[edition.published] == 1:
            yield edition.published.isoformat(), edition.id


def _index(names: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, str]]:
    index: dict[str, tuple[str, str]] = {}
    for name, target in names:
        index.setdefault(_plain(name), (name, target))
    return index


def _find(name: str, index: Mapping[str, tuple[str, str]], kind: str) -> str:
    found = index.get(_plain(name))
    if found:
        return found[1]
    plain = _plain(name)
    near = [*difflib.get_close_matches(plain, index, n=4), *(form for form in index if plain and plain in form)][:6]
    forms = {target: form for form, target in reversed([index[match] for match in near])}
    said = ", ".join(target if target == form else f"{form} ({target})" for target, form in reversed(forms.items()))
    known = ", ".join(sorted({target for _, target in index.values()}))
    hint = f"did you mean {said}?" if near else f"known: {known}"
    raise AccountError(f"the accounts know no {kind} “{name}”", hint=hint)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold().replace("_", " ").replace("’", "'"))
    return " ".join("".join(char for char in letters if not unicodedata.combining(char)).split())
