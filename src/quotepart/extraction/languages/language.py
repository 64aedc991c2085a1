"""What a language brings: its code, the words that tell it from others, and one word table a layer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

import tomli

from quotepart.model.frozen import dataclass

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


class Tables(Mapping[str, Table]):
    """The word tables ``<code>.<layer>.toml`` that lie beside this file, by layer; each is read when it is first asked for."""

    def __init__(self, code: str) -> None:
        files = Path(__file__).parent.glob(f"{code}.*.toml")
        self._files = {file.name.split(".")[1]: file for file in sorted(files)}
        self._read: dict[str, Table] = {}

    def __getitem__(self, layer: str) -> Table:
        if layer not in self._read:
            self._read[layer] = tomli.loads(self._files[layer].read_text(encoding="utf-8"))
        return self._read[layer]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
