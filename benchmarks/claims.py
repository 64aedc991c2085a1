"""How fast claims are judged, and in how much memory: ``quotepart claims`` on files of two sizes, and a cold ``quotepart claim``.

    python benchmarks/claims.py [--rows 2000 8000]

The rows repeat the development claims of the tests under ids of their own. Each size is a process of its own, for its memory;
times are the processor's. Memory that grew with the rows would show between the sizes.
"""

from __future__ import annotations

import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
CLAIMS = ROOT / "tests" / "claims" / "seen.csv"
SENTENCE = "Germany spends 2.1 percent of its GDP on defence."
COLD_STARTS = 5


def write_rows(file: Path, count: int) -> None:
    """Write ``count`` claims, the development claims again and again."""
    with CLAIMS.open(encoding="utf-8", newline="") as stream:
        claims = list(csv.DictReader(stream))
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=("id", "text", "date", "lang", "by"), extrasaction="ignore")
        writer.writeheader()
        for number in range(count):
            claim = claims[number % len(claims)]
            writer.writerow({**claim, "id": f"{claim['id']}-{number}"})


def spent(arguments: Sequence[str]) -> tuple[float, float]:
    """Run ``quotepart`` in a process of its own; return its processor time in seconds and the peak of its memory in MB."""
    process = subprocess.Popen([sys.executable, "-m", "quotepart", *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, arguments
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(sizes: Sequence[int]) -> None:
    """Measure and print: cold start first, then each size without it."""
    cold = statistics.median(spent(["claim", SENTENCE, "--on", "2024-08-01"])[0] for _ in range(COLD_STARTS))
    print(f"one claim, cold   {cold:.2f} s of processor")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            file = Path(folder) / f"{size}.csv"
            write_rows(file, size)
            seconds, peak = spent(["claims", str(file), "--json"])
            print(
                f"{size:>7,} claims  {size / seconds:5.0f} a second  {seconds / size * 1000:5.2f} ms each  {peak:5.0f} MB"
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[2_000, 8_000])
    main(parser.parse_args().rows)
