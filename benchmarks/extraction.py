"""How fast `read` is, beside the plainest reader there is and beside a small statistical one, on the same text in one run.

    .venv/bin/python benchmarks/extraction.py                       Quotepart and str.split
    .tools/bin/uv run --group bench python benchmarks/extraction.py    … and spaCy's small French model

The second table sets Quotepart beside the tools that people use, layer by layer (`peers.py`). Everything runs on one core.
Speeds are medians of several passes over the same documents after one to warm up; memory is the peak of a process of its own;
start-up is the median of whole processes.
"""

from __future__ import annotations

import importlib.util
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import peers

from quotepart.model.document import Document
from quotepart.workspace import Workspace

ROOT = Path(__file__).parents[1]
PASSES = 7
STARTS = 9
COPIES = 40
CLAIM = "Les Alliés européens et le Canada ont augmenté leurs investissements militaires de 41 milliards de dollars."


def reports(lang: str) -> list[Document]:
    """The example reports in one language, many times over, as documents."""
    workspace = Workspace.open()
    found = [each for each in workspace.documents([ROOT / "examples"]) if isinstance(each, Document)]
    return [each for each in found if workspace.read(each).lang == lang] * COPIES


def words_per_second(read: Callable[[Document], object], documents: Sequence[Document]) -> float:
    """The median speed of ``read`` over several passes."""
    words = sum(len(document.text.split()) for document in documents)
    for document in documents[: len(documents) // COPIES]:
        read(document)
    speeds = []
    for _ in range(PASSES):
        start = time.perf_counter()
        for document in documents:
            read(document)
        speeds.append(words / (time.perf_counter() - start))
    return statistics.median(speeds)


def seconds_of(*arguments: str) -> float:
    """The median time of a whole process of the command."""
    command = [sys.executable, "-m", "quotepart", *arguments]
    took = []
    for _ in range(STARTS):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def peak_of(*arguments: str) -> float:
    """The peak memory in MB of a process of the command."""
    code = (
        "import resource, subprocess, sys;"
        f"subprocess.run([sys.executable, '-m', 'quotepart', *{arguments!r}], capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return int(ended.stdout) / 1024


def spacy_reader() -> Callable[[Document], object] | None:
    """SpaCy's small French model as a reader, ``None`` where it is not installed."""
    if importlib.util.find_spec("fr_core_news_sm") is None:
        return None
    import spacy

    model = spacy.load("fr_core_news_sm")
    return lambda document: model(document.text)


def main() -> None:
    """Measure everything and print one table."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    workspace = Workspace.open()
    rows: list[tuple[str, str]] = []
    for lang in ("fr", "en"):
        documents = reports(lang)
        split = words_per_second(lambda document: document.text.split(), documents)
        read = words_per_second(workspace.read, documents)
        rows += [(f"str.split, {lang}", f"{split:,.0f} words/s"), (f"quotepart read, {lang}", f"{read:,.0f} words/s")]
        rows.append((f"quotepart read / str.split, {lang}", f"1/{split / read:,.0f}"))
    if reader := spacy_reader():
        few = reports("fr")[: len(reports("fr")) // COPIES * 4]
        rows.append(("spaCy fr_core_news_sm, fr", f"{words_per_second(reader, few):,.0f} words/s"))
    else:
        rows.append(("spaCy fr_core_news_sm, fr", "not installed"))
    rows.append(("quotepart --help", f"{seconds_of('--help'):.2f} s"))
    rows.append(("quotepart claim, cold", f"{seconds_of('claim', CLAIM, '--on', '2018-07-12'):.2f} s"))
    rows.append(("quotepart read examples, peak", f"{peak_of('read', 'examples', '--json'):.0f} MB"))
    rows.append(("this process, peak", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"))
    for name, value in rows:
        print(f"{name:36} {value:>20}")
    print("\nAccuracy and speed on the unseen half of the development reports\n")
    peers.main()


if __name__ == "__main__":
    main()
