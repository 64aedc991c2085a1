"""Takes the pictures of the documentation in headless Chromium: a report for the README, findings for the hard cases.

Run it with ``make picture``; it writes into ``docs/images``. The sentences of the hard cases are read from the commands that
``docs/hard_cases.md`` shows, so that page and pictures can't part.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from outputs import ROOT, shown_on
from playwright.sync_api import Page, sync_playwright

REPORT = ROOT / "examples" / "erreurs-2024.txt"
IMAGES = ROOT / "docs" / "images"
WIDTH, HEIGHT, CARD_WIDTH = 1200, 1040, 880
HARD_CASES = ("forty_one_billion", "seven_hundred_billion", "four_percent", "eighteen_percent", "declined")
"""The names of the pictures, in the order in which the page shows its sentences."""


def main() -> None:
    """Make every picture anew."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-lcd-text"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        _report(browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}), Path(folder))
        page = browser.new_page(viewport={"width": CARD_WIDTH, "height": HEIGHT})
        shown = [each for each in shown_on(ROOT / "docs" / "hard_cases.md") if " claim " in each.command]
        for name, each in zip(HARD_CASES, shown, strict=True):
            _finding(page, Path(folder), name, each.command)
        browser.close()


def _report(page: Page, folder: Path) -> None:
    """Photograph the dossier of one report where the report begins."""
    _open(page, REPORT, folder)
    top = page.get_by_role("heading", name="The report", exact=True).bounding_box()
    assert top is not None
    frame = {"x": 0, "y": top["y"] - 30, "width": WIDTH, "height": HEIGHT}
    page.screenshot(path=IMAGES / "dossier.png", clip=frame, full_page=True)


def _finding(page: Page, folder: Path, name: str, command: str) -> None:
    """Photograph the card of the first finding on the sentence of a command, with assumptions and cautions unfolded."""
    _, _, sentence, *options = shlex.split(command)
    report = folder / f"{name}.txt"
    day = date.fromisoformat(options[options.index("--on") + 1])
    report.write_text(f"SZOHOD, {day.day} {day:%B %Y} – {sentence}\n", encoding="utf-8")
    _open(page, report, folder)
    page.evaluate(
        "document.querySelectorAll('article.finding > details.assumptions').forEach(each => each.open = true)"
    )
    page.locator("article.finding").first.screenshot(path=IMAGES / f"{name}.png")


def _open(page: Page, report: Path, folder: Path) -> None:
    page_file = folder / "dossier.html"
    command = [sys.executable, "-m", "quotepart", "dossier", str(report), "-o", str(page_file), "--words", "en"]
    subprocess.run(command, check=True, cwd=ROOT)
    page.goto(page_file.as_uri())


if __name__ == "__main__":
    main()
