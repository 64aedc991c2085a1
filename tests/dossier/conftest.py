"""A dossier made by hand, and pages opened in a browser that is told to refuse every request."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from quotepart.dossier.html import build_dossier

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"dossier_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    """The module that makes official series by hand."""
    return load("account_samples")


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    """The module that makes dossiers by hand."""
    return load("sample")


@pytest.fixture(scope="session")
def browser(browser_path: str) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a dossier as a file; ``page.requests`` holds every address that was asked for."""
    opened = []

    def open_dossier(dossier: Any, *, language: str = "fr", width: int = 1440, **context: Any) -> Page:
        file = tmp_path / "dossier.html"
        file.write_text(build_dossier(dossier, language=language), encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": 844}, reduced_motion="reduce", **context)
        page.requested = []  # type: ignore[attr-defined]
        page.on("request", lambda request: page.requested.append(request.url))  # type: ignore[attr-defined]
        page.goto(file.as_uri())
        opened.append(page)
        return page

    yield open_dossier
    for page in opened:
        page.close()
