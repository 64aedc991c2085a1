"""Dataclasses whose immutability the type checker keeps, at no cost when the program starts."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        cls: type | None = None, /, *, frozen: bool = False, **options: bool
    ) -> type | Callable[[type], type]:
        """Make a dataclass; mypy forbids assignments to a ``frozen`` one, which is hashed by its values.

        The methods by which Python itself would forbid them take three quarters of the time to make a class, and hundreds of
        classes are made before the first sentence is read. The model, which callers hold in their hands, is frozen in full.
        """
        made = dataclasses.dataclass(unsafe_hash=frozen and options.get("eq", True), **options)
        return made if cls is None else made(cls)
