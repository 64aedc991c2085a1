"""How fast documents were read: their words, and the time spent on them alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import process_time
from typing import TypeVar

from quotepart.cli.output import tell

Item = TypeVar("Item")


class Speed:
    """Counts words and the processor time that went into taking them in, without the time spent printing."""

    def __init__(self) -> None:
        self.documents = 0
        self.words = 0
        self.seconds = 0.0

    def timed(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield ``items``, adding to ``seconds`` what it takes to make each."""
        source = iter(items)
        while True:
            start = process_time()
            try:
                item = next(source)
            except StopIteration:
                return
            finally:
                self.seconds += process_time() - start
            yield item

    def count(self, text: str) -> None:
        """Count one document and its words."""
        self.documents += 1
        self.words += len(text.split())

    def report(self) -> None:
        """Say on stderr how many words were read and how many a second."""
        rate = self.words / self.seconds if self.seconds else 0.0
        tell(
            f"{self.documents} documents, {self.words} words in {self.seconds:.2f} s: {rate:,.0f} words/s, loading included"
        )
