"""How long the pact takes to load, the first look-up from cold, and an official workbook to be read.

    .venv/bin/python benchmarks/accounts.py [WORKBOOK.xlsx]

Each time is processor time, the median of fresh processes; the pact's is held against its bound: beyond it the command ends with 1.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

RUNS = 9
BOUND_SECONDS = 0.3
START = "import time; start = time.process_time(); "
END = "; print(time.process_time() - start)"
PACT = "from quotepart.pacts.find import find_pact; from quotepart.pacts.load import load_pact; folder = find_pact('nato'); "
LOAD = "pact = load_pact(folder)"
LOOK_UP = (
    "from quotepart.accounts.account import open_account; account = open_account(pact); "
    + START
    + "account.total('NATO', 'defence_expenditure', 2024, edition='nato:2024-06-17')"
)
READ = (
    "from pathlib import Path; from quotepart.accounts.sources.description import find_source; "
    "from quotepart.accounts.sources.official import read_official; "
    + START
    + "read_official(Path({file!r}), find_source(pact, 'nato'), pact)"
)


def seconds_of(code: str) -> float:
    """The median of what a code says it took, each run in a process of its own."""
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True) for _ in range(RUNS)]
    return statistics.median(float(run.stdout) for run in runs)


def main() -> int:
    """Print the times; 1 where the pact takes longer than it may."""
    load = seconds_of(PACT + START + LOAD + END)
    print(f"the pact `nato` loads in {load:.3f} s (bound {BOUND_SECONDS} s)")
    print(f"the first total from cold takes {seconds_of(PACT + LOAD + '; ' + LOOK_UP + END):.3f} s")
    for file in sys.argv[1:]:
        print(
            f"{Path(file).name} is read and checked in {seconds_of(PACT + LOAD + '; ' + READ.format(file=file) + END):.3f} s"
        )
    return int(load > BOUND_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
