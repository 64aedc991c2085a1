"""The head of a pact: its conventions, priors, groups and indicators."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from quotepart.model.member import Group
from quotepart.model.pact import Conventions, Indicator, Prior
from quotepart.pacts import schema
from quotepart.pacts.faults import Faults
from quotepart.pacts.sections import Section, read_section


def read_by_language(section: Section, languages: tuple[str, ...]) -> dict[str, str]:
    """Return the text in each of ``languages``, all of which are needed."""
    return {code: section.text(code) for code in languages}


def read_conventions(section: Section, languages: tuple[str, ...]) -> Conventions:
    """Return how the pact counts where words leave it open."""
    years = section.sections("base_years")
    reasons = {each.integer("year") or 0: read_by_language(each.section("reason"), languages) for each in years}
    return Conventions(
        whole=section.text("whole"),
        main_indicator=section.text("main_indicator"),
        share_indicator=section.text("share_indicator"),
        currency=section.text("currency"),
        common_key=section.text("common_key", ""),
        price_bases=tuple((each.day("since"), each.integer("base") or 0) for each in section.sections("price_bases")),
        base_years=tuple(reasons),
        base_year_reasons=reasons,
        languages=languages,
        producers=section.texts("producers", needed=True),
        pledge_indicators=section.section("pledge_indicators").as_texts(),
        measure_indicators=section.section("measure_indicators").as_texts(),
    )


def read_prior(section: Section, languages: tuple[str, ...]) -> Prior:
    """Return one way to read a kind of claim."""
    return Prior(
        operation=section.text("operation"),
        when=section.text("when", ""),
        reading=section.text("reading"),
        weight=section.decimal("weight"),
        reason=read_by_language(section.section("reason"), languages),
    )


def read_groups(folder: Path, members: Collection[str], faults: Faults) -> dict[str, Group]:
    """Return the groups of ``groups.toml`` by id; ``members`` are the ids that may stand in them."""
    file = read_section(folder, "groups.toml", faults)
    known = faults.known(members, "members.csv")
    groups = {name: _group(name, section, known) for name, section in file.named().items()}
    file.close()
    for name in groups:
        if name in members:
            file.fault(name, "is the id of a member; a group needs its own")
    return groups


def _group(name: str, section: Section, members: Collection[str] | None) -> Group:
    without = section.texts("without")
    always = section.texts("members")
    since, until = _days(section.section("since")), _days(section.section("until"))
    for key, ids in (("without", without), ("members", always), ("since", since), ("until", until)):
        for each in ids:
            if members is not None and each not in members:
                section.fault(key, f"“{each}” is no member of this pact")
    return Group(
        id=name,
        without=frozenset(without),
        since={**dict.fromkeys(always, date.min), **since},
        until=until,
        entity=section.text("entity", "") or None,
        is_whole=section.flag("is_whole", True),
    )


def _days(section: Section) -> Mapping[str, date]:
    return section.by_key(section.day)


def read_indicators(folder: Path, faults: Faults) -> dict[str, Indicator]:
    """Return the indicators of ``indicators.toml`` by id."""
    file = read_section(folder, "indicators.toml", faults)
    indicators = {name: _indicator(name, section) for name, section in file.named().items()}
    for name, indicator in indicators.items():
        for role in ("numerator", "denominator", "akin", "national", "fiscal", "to_date"):
            other = getattr(indicator, role)
            if other is not None and other not in indicators:
                file.fault(f"{name}.{role}", f"“{other}” is no indicator of this pact")
    file.close()
    return indicators


def _indicator(name: str, section: Section) -> Indicator:
    return Indicator(
        id=name,
        unit=section.text("unit"),
        kind=section.choice("kind", schema.INDICATOR_KINDS, "none"),
        digits=section.integer("digits") or 0,
        scale=section.decimal("scale", "1"),
        numerator=section.text("numerator", "") or None,
        denominator=section.text("denominator", "") or None,
        factor=section.decimal("factor", "1"),
        bases=tuple(section.choices("bases", schema.BASES)) or ("current",),
        without=frozenset(section.texts("without")),
        akin=section.text("akin", "") or None,
        national=section.text("national", "") or None,
        fiscal=section.text("fiscal", "") or None,
        reader=section.text("reader", "") or None,
        to_date=section.text("to_date", "") or None,
    )
