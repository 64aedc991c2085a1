"""The rules of sharing there are, found by scanning this folder: each file that exports ``RULE``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from quotepart.errors import UsageError
from quotepart.outlook import sharing
from quotepart.outlook.sharing.rule import Rule


@cache
def find_rules() -> Mapping[str, Rule]:
    """Return the rules by name, in the order of their modules' names."""
    names = sorted(found.name for found in pkgutil.iter_modules(sharing.__path__))
    modules = (importlib.import_module(f"{sharing.__name__}.{name}") for name in names)
    rules: list[Rule] = [module.RULE for module in modules if hasattr(module, "RULE")]
    return {rule.name: rule for rule in rules}


def find_rule(name: str) -> Rule:
    """Return the rule of this name; raises ``UsageError`` with near names."""
    rules = find_rules()
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    if plain in rules:
        return rules[plain]
    near = get_close_matches(plain, rules)
    hint = f"did you mean {', '.join(near)}?" if near else f"known: {', '.join(rules)}"
    raise UsageError(f"there is no rule of sharing “{name}”", hint=hint)
