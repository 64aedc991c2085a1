"""Everything that is found by scanning a folder, held against a golden list: nothing comes, goes or changes its name unseen."""

from __future__ import annotations

import json
from pathlib import Path

from quotepart.accounts.sources.description import known_sources
from quotepart.accounts.sources.find import find_layout_kinds
from quotepart.checks.operations.find import find_operations
from quotepart.cli.main import build_app, command_names
from quotepart.extraction.formats.find import find_formats
from quotepart.extraction.languages.find import find_languages
from quotepart.measures.find import find_measures
from quotepart.outlook.methods.find import find_methods
from quotepart.outlook.sharing.find import find_rules
from quotepart.pacts.find import find_pact, known_pacts
from quotepart.pacts.load import load_pact
from quotepart.wording.wording import languages

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "registered.json"


def commands() -> list[str]:
    families = {group.name: group.typer_instance for group in build_app(command_names()).registered_groups}
    found = []
    for name in command_names():
        family = families.get(name)
        found += (
            [f"{name} {each.name or each.callback.__name__}" for each in family.registered_commands]
            if family
            else [name]
        )
    return sorted(found)


def sources() -> list[str]:
    """The official sources that each pact describes."""
    return [
        f"{name} {source}" for name in sorted(known_pacts()) for source in known_sources(load_pact(find_pact(name)))
    ]


def registered() -> dict[str, list[str]]:
    return {
        "commands": commands(),
        "formats": sorted(find_formats()),
        "languages": sorted(find_languages()),
        "measures": list(find_measures()),
        "methods": list(find_methods()),
        "operations": sorted(operation.id for operation in find_operations()),
        "pacts": sorted(known_pacts()),
        "official_layouts": sorted(find_layout_kinds()),
        "official_sources": sources(),
        "sharing_rules": sorted(find_rules()),
        "wording": sorted(languages()),
    }


def test_what_is_found_is_what_is_listed() -> None:
    found = json.dumps(registered(), indent=2) + "\n"
    assert found == GOLDEN.read_text(encoding="utf-8"), f"if this is meant, {GOLDEN.name} becomes:\n{found}"
