"""Which formats there are: every module beside this one that exports ``FORMAT``."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping

from quotepart.extraction import formats
from quotepart.extraction.formats.format import Format


@functools.cache
def find_formats() -> Mapping[str, Format]:
    """Return the formats by ending (``.txt``), in the order of their modules' names."""
    modules = (
        importlib.import_module(f"{formats.__name__}.{found.name}") for found in pkgutil.iter_modules(formats.__path__)
    )
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {ending: each for each in found for ending in each.endings}
