"""What the documentation shows is what the commands print."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


def load_outputs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_outputs", ROOT / "docs" / "outputs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


outputs = load_outputs()
SHOWN = [each for page in outputs.PAGES for each in outputs.shown_on(page)]


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: f"{shown.page}: {shown.command}")
def test_an_output_shown_is_the_real_one(shown) -> None:
    assert list(shown.lines) == outputs.as_shown(shown), "`make docs` fills it in again"


def test_a_link_in_the_documentation_leads_somewhere() -> None:
    for page in outputs.PAGES:
        for target in outputs.re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_command_is_documented() -> None:
    page = (ROOT / "docs" / "command_line.md").read_text(encoding="utf-8")
    commands = json.loads((ROOT / "tests" / "registered.json").read_text(encoding="utf-8"))["commands"]
    assert [command for command in commands if f"quotepart {command}" not in page] == []
