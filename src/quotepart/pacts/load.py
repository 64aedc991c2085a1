"""A pact folder, read whole: every fault in it stands in one error."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from quotepart.errors import PactError
from quotepart.model.pact import Names, Pact
from quotepart.pacts.crosscheck import check_pact, check_registers
from quotepart.pacts.editions import read_editions
from quotepart.pacts.faults import Faults
from quotepart.pacts.head import read_by_language, read_conventions, read_groups, read_indicators, read_prior
from quotepart.pacts.names import read_names
from quotepart.pacts.registers import Registers, read_registers
from quotepart.pacts.sections import read_section


def load_pact(folder: Path) -> Pact:
    """Return the pact that ``folder`` holds, its account tables excepted.

    Raises ``PactError`` that lists every fault with its file and its line or key.
    """
    faults = Faults()
    pact = read_pact(folder, faults)
    if faults.found:
        raise PactError.from_faults(str(folder), faults.found)
    return pact


def read_pact(folder: Path, faults: Faults) -> Pact:
    """Return the pact that ``folder`` holds as far as it can be read, and note what is wrong in ``faults``."""
    head = read_section(folder, "pact.toml", faults)
    languages = head.texts("languages", needed=True)
    registers = read_registers(folder, languages, faults)
    members = {member.id: member for _, member in registers.members}
    groups = read_groups(folder, members, faults)
    check_registers(registers, groups, faults)
    named = {code: read_names(folder, code, faults) for code in languages}
    pact = Pact(
        id=head.text("id"),
        title=read_by_language(head.section("title"), languages),
        conventions=read_conventions(head.section("conventions"), languages),
        members=members,
        groups=groups,
        indicators=read_indicators(folder, faults),
        offices=_office_titles(registers, named),
        holdings=tuple(holding for _, holding in registers.holdings),
        meetings=tuple(meeting for _, meeting in registers.meetings),
        announcements=tuple(announcement for _, announcement in registers.announcements),
        pledges=tuple(pledge for _, pledge in registers.pledges),
        priors=tuple(read_prior(section, languages) for section in head.sections("priors")),
        names={code: names for code, (names, _) in named.items()},
        editions=read_editions(folder, faults),
        sources={source.id: source for _, source in registers.sources},
        accounts=folder / "accounts",
        events=tuple(event for _, event in registers.events),
    )
    head.close()
    check_pact(pact, registers, faults)
    return pact


def _office_titles(
    registers: Registers, named: Mapping[str, tuple[Names, Mapping[str, str]]]
) -> dict[str, dict[str, str]]:
    """Return the title of each office in each language: its own first title, else that of its role with its actor."""
    offices = dict.fromkeys(holding.office for _, holding in registers.holdings)
    return {office: {code: _title(office, *names) for code, names in named.items()} for office in offices}


def _title(office: str, names: Names, titles: Mapping[str, str]) -> str:
    if names.offices.get(office):
        return names.offices[office][0]
    actor, _, role = office.partition(".")
    named = names.actors.get(actor) or names.institutions.get(actor)
    return titles.get(role, "{actor}").format(actor=named.name if named else actor)
