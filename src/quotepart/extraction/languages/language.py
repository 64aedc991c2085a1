"""What a language brings: its code, the words that tell it from others, and one word table a layer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language that documents are read in.

    ``tables`` maps a layer ("saying", "numbers", "dates", "pages") to its words as read from ``<code>.<layer>.toml``;
    ``common`` holds frequent words by which the language is recognised; ``forms`` gives all forms of a verb.
    """

    code: str
    common: frozenset[str]
    forms: Callable[[str], Mapping[str, tuple[str, ...]]]
    tables: Mapping[str, Table] = field(default_factory=dict)


def load_tables(code: str) -> dict[str, Table]:
    """Return the word tables ``<code>.<layer>.toml`` that lie beside this file, by layer."""
    files = sorted(Path(__file__).parent.glob(f"{code}.*.toml"))
    return {file.name.split(".")[1]: tomli.loads(file.read_text(encoding="utf-8")) for file in files}
