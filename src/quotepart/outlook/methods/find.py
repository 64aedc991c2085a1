"""Which methods of projection there are."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path

from quotepart.errors import UsageError
from quotepart.outlook.method import Method

_NOT_METHODS = ("__init__", "find")


@cache
def find_methods() -> Mapping[str, Method]:
    """Return every method of this folder by its name, in the order of their names."""
    names = sorted(file.stem for file in Path(__file__).parent.glob("*.py") if file.stem not in _NOT_METHODS)
    found: list[Method] = [import_module(f"{__package__}.{name}").METHOD for name in names]
    return {method.name: method for method in sorted(found, key=lambda method: method.name)}


def find_method(name: str) -> Method:
    """Return the method of this name; raises ``UsageError`` with near names."""
    methods = find_methods()
    if name in methods:
        return methods[name]
    near = get_close_matches(name, methods)
    hint = f"did you mean {', '.join(near)}?" if near else f"known: {', '.join(methods)}"
    raise UsageError(f"there is no method of projection “{name}”", hint=hint)
