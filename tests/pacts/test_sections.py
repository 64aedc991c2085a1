from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quotepart.pacts.faults import Faults
from quotepart.pacts.sections import Section, read_section


def section_of(folder: Path, text: str) -> tuple[Section, Faults]:
    (folder / "ships.toml").write_text(text, encoding="utf-8")
    faults = Faults()
    return read_section(folder, "ships.toml", faults), faults


def test_each_key_comes_as_what_it_is(tmp_path: Path) -> None:
    section, faults = section_of(
        tmp_path,
        'name = "Pelican"\nguns = 12\nspeed = 2.5\nsince = 2015-01-01\nafloat = true\nports = ["Klow", "Szohôd"]\n'
        'years = [2013, 2014]\nwords = ["a", { phrase = "b" }]\n[crew]\nfr = "équipage"\n[[trips]]\nto = "Klow"\n',
    )
    assert (section.text("name"), section.integer("guns"), section.decimal("speed")) == ("Pelican", 12, Decimal("2.5"))
    assert (section.day("since"), section.flag("afloat")) == (date(2015, 1, 1), True)
    assert (section.texts("ports"), section.integers("years")) == (("Klow", "Szohôd"), (2013, 2014))
    word, table = section.texts_or_sections("words")
    assert word == "a"
    assert isinstance(table, Section)
    assert table.text("phrase") == "b"
    assert section.section("crew").as_texts() == {"fr": "équipage"}
    assert [trip.text("to") for trip in section.sections("trips")] == ["Klow"]
    section.close()
    assert faults.found == []


def test_what_is_missing_and_not_needed_is_neutral(tmp_path: Path) -> None:
    section, faults = section_of(tmp_path, "")
    assert (section.text("a", ""), section.integer("b"), section.decimal("c", "1")) == ("", None, Decimal(1))
    assert (section.texts("d"), section.sections("e"), section.flag("f"), section.section("g").keys) == (
        (),
        (),
        False,
        (),
    )
    assert faults.found == []


@pytest.mark.parametrize(
    ("text", "ask", "fault"),
    [
        ("", lambda s: s.text("name"), "ships.toml, name: is missing; expected a text"),
        ("name = 1", lambda s: s.text("name"), "ships.toml, name: is 1; expected a text"),
        ("guns = true", lambda s: s.integer("guns"), "ships.toml, guns: is True; expected a whole number"),
        ("guns = 1.5", lambda s: s.integer("guns"), "ships.toml, guns: is Decimal('1.5'); expected a whole number"),
        ('speed = "fast"', lambda s: s.decimal("speed"), "ships.toml, speed: is 'fast'; expected a number"),
        ("speed = nan", lambda s: s.decimal("speed"), "ships.toml, speed: “NaN” is no number"),
        ('since = "2015"', lambda s: s.day("since"), "ships.toml, since: is '2015'; expected a day, as in 2015-01-01"),
        ("since = 2015-01-01T10:00:00", lambda s: s.day("since"), "ships.toml, since: is"),
        ("ports = [1]", lambda s: s.texts("ports"), "ships.toml, ports: is not a list of texts throughout"),
        ('ports = "Klow"', lambda s: s.texts("ports"), "ships.toml, ports: is 'Klow'; expected a list of texts"),
        ("words = [1]", lambda s: s.texts_or_sections("words"), "ships.toml, words: is not a list of texts and tables"),
        ("crew = 1", lambda s: s.section("crew"), "ships.toml, crew: is 1; expected a table"),
        ('kind = "raft"', lambda s: s.choice("kind", ("ship", "boat")), "ships.toml, kind: “raft” is unknown; expected one of"),
        ('kinds = ["raft"]', lambda s: s.choices("kinds", ("ship",)), "ships.toml, kinds: “raft” is unknown; expected some of"),
        ("[crew]\ncook = 1", lambda s: s.section("crew").text("cook"), "ships.toml, crew.cook: is 1; expected a text"),
    ],
)  # fmt: skip
def test_each_bad_key_is_named_by_its_path(tmp_path: Path, text: str, ask: object, fault: str) -> None:
    section, faults = section_of(tmp_path, text)
    ask(section)  # type: ignore[operator]  # a getter of Section
    assert len(faults.found) == 1
    assert faults.found[0].startswith(fault)


def test_a_key_that_nobody_asked_for_is_unknown_however_deep(tmp_path: Path) -> None:
    section, faults = section_of(tmp_path, 'name = "a"\nspeed = 1\n[crew]\ncook = "b"\nmate = "c"\n')
    section.text("name")
    section.section("crew").text("cook")
    section.close()
    assert faults.found == [
        "ships.toml, speed: is unknown; known here: crew, name",
        "ships.toml, crew.mate: is unknown; known here: cook",
    ]


def test_what_is_no_toml_is_one_fault_with_its_place(tmp_path: Path) -> None:
    section, faults = section_of(tmp_path, 'name = "a\n')
    assert section.keys == ()
    assert faults.found[0].startswith("ships.toml: is no TOML: ")
    assert "line 1" in faults.found[0]


def test_a_missing_file_and_one_of_another_encoding_are_faults(tmp_path: Path) -> None:
    faults = Faults()
    read_section(tmp_path, "ships.toml", faults)
    (tmp_path / "crew.toml").write_bytes(b'name = "\xff"')
    read_section(tmp_path, "crew.toml", faults)
    assert faults.found == ["ships.toml: is missing", "crew.toml: is not UTF-8 (byte 8)"]


def test_numbers_stand_alone_or_in_a_list(tmp_path: Path) -> None:
    section, faults = section_of(tmp_path, 'one = 3\nmany = [1, 2.5]\nbad = [1, "b"]\nodd = true\nendless = [inf]\n')
    assert (section.numbers("one"), section.numbers("many")) == ((3,), (1, Decimal("2.5")))
    assert (section.numbers("none"), faults.found) == ((), [])
    assert [section.numbers(key) for key in ("bad", "odd", "endless")] == [(), (), ()]
    section.numbers("none", needed=True)
    assert [fault.split(":")[0] for fault in faults.found] == [
        f"ships.toml, {key}" for key in ("bad", "odd", "endless", "none")
    ]
