"""Bad input through the door: a clear message, bounded memory, and never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from quotepart.model.document import Document
from quotepart.workspace import Workspace

GOOD = "Mme Sporsz a dit « oui » à la réunion de Klow, le 3 mai 2019."
MANY = 1_000_000
SOME = 100_000
MB = 1024 * 1024


@dataclass(frozen=True)
class Measured:
    """What a run left, its peak memory in MB and its processor time in seconds."""

    code: int
    out: str
    err: str
    peak_mb: float
    seconds: float


# A child starts with the peak of the process it was forked from, so a small process stands between it and the tests.
WATCH = """
import json, resource, subprocess, sys
ended = subprocess.run([sys.executable, "-m", "quotepart", *sys.argv[1:]])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("\\n" + json.dumps([ended.returncode, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime]), file=sys.stderr)
"""


def run(*arguments: object) -> Measured:
    command = [sys.executable, "-c", WATCH, *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300)
    told, _, measured = ended.stderr.rstrip().rpartition("\n")
    code, peak_mb, seconds = json.loads(measured)
    return Measured(code=code, out=ended.stdout, err=told, peak_mb=peak_mb, seconds=seconds)


def repeated(piece: str) -> str:
    return piece * (SOME // len(piece))


@cache
def workspace() -> Workspace:
    return Workspace.open("nato")


def seconds_for(text: str) -> float:
    """The processor time of reading a text, the quicker of two."""
    report = Document(id="hostile", text=f"{GOOD}\n\n{text}\n", sha256="", lang="fr")
    took = []
    for _ in range(2):
        start = time.process_time()
        workspace().read(report)
        took.append(time.process_time() - start)
    return min(took)


def is_clear(message: str) -> bool:
    """It names the input and says what to do, and shows nothing of the inside."""
    return "input" in message and "→" in message and "Traceback" not in message and "fault of Quotepart" not in message


REFUSED = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(100), "image"),
    "paper.txt": (b"%PDF-1.7\n", "PDF"),
    "utf16.txt": (GOOD.encode("utf-16-le") * 20, "binary"),
    "letter.docx": (b"PK\x03\x04", ".docx"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_text_is_refused_with_the_reason(name: str, tmp_path: Path) -> None:
    content, reason = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    ended = run("read", tmp_path / name, "--json")
    assert ended.code == 3
    assert ended.out == ""
    assert name in ended.err
    assert reason in ended.err
    assert is_clear(ended.err)


def test_another_encoding_is_read_and_said(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes((GOOD * 20).encode("cp1252"))
    ended = run("read", tmp_path / "old.txt", "--json")
    assert ended.code == 0
    assert "not UTF-8" in json.loads(ended.out)["notes"][0]


def test_unreadable_files_among_good_ones(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text(GOOD, encoding="utf-8")
    (reports / "b.txt").symlink_to(tmp_path / "nowhere")
    (reports / "c.txt").write_bytes(b"\0\1\2" * 100)
    (reports / "d.txt").write_text(GOOD, encoding="utf-8")
    ended = run("read", reports, "--json")
    assert ended.code == 3
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == ["a.txt", "d.txt"]
    assert "b.txt" in ended.err
    assert "c.txt" in ended.err
    assert "2 inputs could not be read" in ended.err


def test_a_language_nobody_reads(tmp_path: Path) -> None:
    text = "Ministerstwo obrony ogłosiło w środę nowy plan zakupów dla wojska i marynarki. " * 5
    (tmp_path / "polish.txt").write_text(text, encoding="utf-8")
    (tmp_path / "french.txt").write_text(GOOD * 3, encoding="utf-8")
    ended = run("read", tmp_path / "polish.txt", tmp_path / "french.txt", "--json")
    assert ended.code == 3
    assert [json.loads(line)["lang"] for line in ended.out.splitlines()] == ["und", "fr"]
    assert "polish.txt: its language" in ended.err
    assert is_clear(ended.err)


HOSTILE = {
    "marks": '"' * MANY,
    "guillemets": "«" * MANY,
    "nested": repeated("« Oui ") + repeated("» "),
    "pairs": repeated("dit-il « oui » "),
    "digits": repeated("1"),
    "numbers": repeated("2 % de 3 milliards de "),
    "grouped": "1 000" + repeated(" 000"),
    "names": repeated("Mme Sporsz "),
    "capitals": repeated("Klow "),
    "dates": repeated("le 3 mai 2019 "),
    "meetings": repeated("le sommet de Klow "),
    "news": repeated("la conférence de Munich vendredi, "),
    "pronouns": repeated("Mme Sporsz rit. Elle dit non. "),
    "spaces": repeated(" ") + GOOD,
    "lines": repeated("\n") + GOOD,
    "dots": repeated(". "),
    "tags": repeated("<p>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_takes_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    """The same thing over and over, a million quotation marks among it: seconds, not minutes, and little memory a character."""
    (tmp_path / "hostile.txt").write_text(f"{GOOD}\n\n{HOSTILE[name]}\n", encoding="utf-8")
    ended = run("read", tmp_path / "hostile.txt", "--json", "--lang", "fr")
    assert ended.code == 0, ended.err
    assert ended.seconds < 30
    assert ended.peak_mb < 1000


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_about_four_times_the_time(name: str) -> None:
    """Ten times at most, for a busy machine; a quadratic layer would take sixteen."""
    half, whole = (seconds_for(HOSTILE[name][:length]) for length in (20_000, 80_000))
    assert whole < 10 * half + 0.5


def test_fifty_megabytes_are_refused_and_the_others_read(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text((GOOD + "\n") * (50 * MB // len(GOOD)), encoding="utf-8")
    (tmp_path / "small.txt").write_text(GOOD, encoding="utf-8")
    ended = run("read", tmp_path / "large.txt", tmp_path / "small.txt", "--json")
    assert ended.code == 3
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == ["small.txt"]
    assert "large.txt: the file is larger than 8 MB" in ended.err
    assert ended.peak_mb < 400


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(2048 * MB)
    ended = run("read", tmp_path / "huge.txt", "--json")
    assert ended.code == 3
    assert "larger than" in ended.err
    assert ended.peak_mb < 400
