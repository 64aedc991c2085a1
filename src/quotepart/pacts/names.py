"""The names of one language: how news calls the pact's actors, offices, measures, meetings and topics."""

from __future__ import annotations

from pathlib import Path

from quotepart.model.pact import ActorNames, Epithet, Names
from quotepart.pacts import schema
from quotepart.pacts.faults import Faults, partial_of
from quotepart.pacts.sections import Section, read_section


def read_names(folder: Path, lang: str, faults: Faults) -> tuple[Names, dict[str, str]]:
    """Return the names of ``names.<lang>.toml`` and how a role is titled there, as ``"Minister of Defence ({actor})"``."""
    file = read_section(folder, f"names.{lang}.toml", faults)
    names = Names(
        lang=lang,
        actors=_actors(file.section("actors")),
        groups=_phrases(file.section("groups")),
        institutions=_actors(file.section("institutions")),
        offices=_phrases(file.section("offices")),
        roles={role: _phrases(titles) for role, titles in file.section("roles").named().items()},
        epithets=_epithets(file.section("epithets")),
        metrics=_phrases(file.section("metrics")),
        topics={topic: _weights(words) for topic, words in file.section("topics").named().items()},
        topic_marks={topic: _weights(metrics) for topic, metrics in file.section("topic_marks").named().items()},
        topic_names=file.section("topic_names").as_texts(),
        meetings=_phrases(file.section("meetings")),
        events=_phrases(file.section("events")),
        cities=file.section("cities").as_texts(),
        indicators=file.section("indicators").as_texts(),
    )
    titles = file.section("titles").as_texts()
    file.close()
    return names, titles


def _phrases(section: Section) -> dict[str, tuple[str, ...]]:
    return section.by_key(section.texts)


def _weights(section: Section) -> dict[str, float]:
    return {phrase: float(weight) for phrase, weight in section.by_key(section.decimal).items()}


def _actors(section: Section) -> dict[str, ActorNames]:
    return {name: _actor(name, names) for name, names in section.named().items()}


def _actor(name: str, section: Section) -> ActorNames:
    return ActorNames(
        id=name,
        name=section.text("name"),
        forms=section.texts("forms"),
        adjectives=section.texts("adjectives"),
        demonyms=section.texts("demonyms"),
        capital=section.text("capital", "") or None,
        seats=section.texts("seats"),
        of=section.text("of", "") or None,
    )


def _epithets(section: Section) -> tuple[Epithet, ...]:
    targets = [(kind, section.section(kind)) for kind in schema.EPITHET_KINDS]
    return tuple(
        _epithet(kind, target, entry)
        for kind, within in targets
        for target in within.keys
        for entry in within.texts_or_sections(target)
    )


def _epithet(kind: schema.EpithetKind, target: str, entry: str | Section) -> Epithet:
    if isinstance(entry, str):
        return Epithet(phrase=entry, kind=kind, target=target)
    return Epithet(
        phrase=entry.text("phrase"),
        kind=kind,
        target=target,
        start=_date(entry, "from"),
        end=_date(entry, "until"),
        is_ambiguous=entry.flag("ambiguous"),
    )


def _date(entry: Section, key: str) -> str:
    text = entry.text(key, "")
    return partial_of(text, entry.report(key)) if text else ""
