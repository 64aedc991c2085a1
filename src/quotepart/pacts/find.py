"""Where pact folders lie: those that come with Quotepart, and any other by its path."""

from __future__ import annotations

from pathlib import Path

from quotepart.errors import PactError

_HERE = Path(__file__).parent
_MARK = "pact.toml"


def known_pacts() -> tuple[str, ...]:
    """Return the names of the pacts that come with Quotepart, in alphabetical order."""
    return tuple(sorted(mark.parent.name for mark in _HERE.glob(f"*/{_MARK}")))


def find_pact(name: str | Path) -> Path:
    """Return the folder of the pact called ``name``, or the folder that ``name`` is the path of.

    A known name wins over a folder of that name. Raises ``PactError`` when there is neither.
    """
    if str(name) in known_pacts():
        return _HERE / str(name)
    if (Path(name) / _MARK).is_file():
        return Path(name)
    known = ", ".join(known_pacts())
    raise PactError(
        f"there is no pact of this name and no folder with a {_MARK} at this path",
        where=str(name),
        hint=f"known pacts: {known}; else give the path of a pact's folder",
    )
