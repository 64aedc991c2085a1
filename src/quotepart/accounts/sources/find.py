"""Which kinds of layout there are: every module beside this one that exports ``SOURCE``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from quotepart.accounts import sources
from quotepart.accounts.sources.layout import LayoutKind


@cache
def find_layout_kinds() -> Mapping[str, LayoutKind]:
    """Return the kinds of layout by name, in the order of their modules' names."""
    names = sorted(found.name for found in pkgutil.iter_modules(sources.__path__))
    modules = (importlib.import_module(f"{sources.__name__}.{name}") for name in names)
    kinds: list[LayoutKind] = [module.SOURCE for module in modules if hasattr(module, "SOURCE")]
    return {kind.name: kind for kind in kinds}
