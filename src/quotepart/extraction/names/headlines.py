"""Lines that write nearly every word with a capital, where a capital shows no name."""

from __future__ import annotations

_LONGEST, _FEWEST, _CAPITALS, _SMALL_WORD = 160, 5, 0.8, 3


def is_headline(line: str) -> bool:
    """Return whether a line writes nearly all its long words with a capital, as headlines do."""
    if len(line) > _LONGEST or line.endswith((".", "!", "?")):
        return False
    bare = (word.lstrip("([{“\"'") for word in line.split())
    words = [word for word in bare if word[:1].isalpha() and len(word) > _SMALL_WORD]
    capitals = sum(word[0].isupper() for word in words)
    is_loud = len(words) > 1 and line.isupper()
    return is_loud or (len(words) >= _FEWEST and capitals >= _CAPITALS * len(words))
