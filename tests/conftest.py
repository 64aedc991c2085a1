"""What the whole suite shares: where the checkout is, what this machine lacks, and a loud word on what was left out."""

from __future__ import annotations

import gc
import os
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

from quotepart.model.pact import Pact
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
TINY = ROOT / "tests" / "pact"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# A busy machine is no failure; and what lands is checked on the same examples every time.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")


def chromium() -> str | None:
    """The path of a Chromium on this machine, ``None`` where there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def lacking() -> dict[str, str]:
    """What this machine lacks, by the mark of the tests that need it."""
    lacks = {}
    if not (SHARED / "reference").is_dir():
        lacks["shared"] = "needs ../shared"
    if chromium() is None:
        lacks["browser"] = "needs Chromium"
    return lacks


def pytest_collection_finish() -> None:
    """Keep the collector of garbage from walking the thousands of tests again in the middle of one that measures time."""
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--require", action="append", default=[], help="a mark whose tests must not be left out")


def pytest_configure() -> None:
    """Keep what the person at this machine imported out of every test, also out of commands run as processes."""
    os.environ["QUOTEPART_DATA"] = str(ROOT / "tests" / "no-data")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    lacks = lacking()
    missing = [f"{mark}: {lacks[mark]}" for mark in config.getoption("--require") if mark in lacks]
    if missing:
        raise pytest.UsageError("this run must not leave out " + ", ".join(missing))
    for item in items:
        for mark, reason in lacks.items():
            if item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons = Counter(str(report.longrepr[-1]) for report in terminalreporter.stats.get("skipped", []))
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"LEFT OUT: {count} tests: {reason.removeprefix('Skipped: ')}", red=True, bold=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference folder beside the checkout; only for tests marked ``shared``."""
    return SHARED


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The Chromium of this machine; only for tests marked ``browser``."""
    found = chromium()
    assert found is not None
    return found


@pytest.fixture(scope="session")
def tiny_pact() -> Pact:
    """The invented league: six made-up states that share the cost of a common fleet, on data of its own."""
    return load_pact(TINY)


@pytest.fixture(scope="session")
def nato_pact() -> Pact:
    """The pact that comes with Quotepart."""
    return load_pact(find_pact("nato"))
