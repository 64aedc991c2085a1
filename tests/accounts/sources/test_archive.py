from __future__ import annotations

import io
import zipfile

import pytest

from quotepart.accounts.sources import archive
from quotepart.accounts.sources.archive import limit_of, open_archive, read_part
from quotepart.errors import SourceError


def packed(parts: dict[str, bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return raw.getvalue()


def test_a_sound_archive_opens() -> None:
    opened = open_archive(packed({"xl/workbook.xml": b"<a/>"}), "a.xlsx")
    assert read_part(opened, "xl/workbook.xml") == b"<a/>"


def test_a_bomb_is_refused_before_anything_parses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "OTHER_PART_LIMIT", archive.MEGABYTE)
    bomb = packed({"xl/styles.xml": b"\0" * (3 * archive.MEGABYTE)})
    assert len(bomb) < 10_000
    with pytest.raises(SourceError, match=r"xl/styles.xml unpacks to more than 1 MB"):
        open_archive(bomb, "bomb.xlsx")


def test_many_parts_together_are_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "WHOLE_LIMIT", 2 * archive.MEGABYTE)
    parts = {f"xl/worksheets/sheet{at}.xml": b" " * archive.MEGABYTE for at in range(4)}
    with pytest.raises(SourceError, match="unpacks to more than"):
        open_archive(packed(parts), "a.xlsx")
    monkeypatch.setattr(archive, "PARTS_LIMIT", 3)
    with pytest.raises(SourceError, match="made of 4 parts"):
        open_archive(packed(parts), "a.xlsx")


def test_what_an_archive_says_of_its_sizes_is_not_believed() -> None:
    raw = packed({"xl/workbook.xml": b"<a>" + b"x" * 1000 + b"</a>"})
    size = (1007).to_bytes(4, "little")
    with pytest.raises(SourceError, match="damaged or cut off"):
        open_archive(raw.replace(size, (20).to_bytes(4, "little")), "a.xlsx")


@pytest.mark.parametrize("at", [0.3, 0.6, 0.9])
def test_a_file_that_was_cut_off_is_refused(at: float) -> None:
    raw = packed({"xl/workbook.xml": bytes(range(256)) * 40})
    with pytest.raises(SourceError, match="damaged or cut off"):
        open_archive(raw[: int(len(raw) * at)], "a.xlsx")


def test_a_flipped_bit_is_found() -> None:
    raw = bytearray(packed({"xl/workbook.xml": bytes(range(256)) * 40}))
    raw[120] ^= 1
    with pytest.raises(SourceError, match="damaged or cut off"):
        open_archive(bytes(raw), "a.xlsx")


def test_entities_are_refused_also_where_they_hide_between_pieces() -> None:
    hidden = b" " * (64 * 1024 - 4) + b"<!ENTITY a 'b'>"
    with pytest.raises(SourceError, match="declares XML entities"):
        open_archive(packed({"xl/workbook.xml": hidden}), "a.xlsx")


def test_sheets_may_be_larger_than_other_parts() -> None:
    assert limit_of("xl/worksheets/sheet1.xml") > limit_of("xl/sharedStrings.xml") > limit_of("xl/styles.xml")
