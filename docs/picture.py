"""Takes the picture of a dossier for the README: one report with its marks, and its first findings, in headless Chromium.

Run it with ``make picture``; it writes ``docs/images/dossier.png``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "examples" / "erreurs-2024.txt"
PICTURE = ROOT / "docs" / "images" / "dossier.png"
WIDTH, HEIGHT = 1200, 1040


def main() -> None:
    """Make the dossier of one report and photograph where the report begins."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "dossier.html"
        command = [sys.executable, "-m", "quotepart", "dossier", str(REPORT), "-o", str(page_file), "--words", "en"]
        subprocess.run(command, check=True, cwd=ROOT)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(page_file.as_uri())
        top = page.get_by_role("heading", name="The report", exact=True).bounding_box()
        assert top is not None
        PICTURE.parent.mkdir(exist_ok=True)
        frame = {"x": 0, "y": top["y"] - 30, "width": WIDTH, "height": HEIGHT}
        page.screenshot(path=PICTURE, clip=frame, full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
