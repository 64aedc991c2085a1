from __future__ import annotations

from pathlib import Path

import pytest

from outlook.scenarios import FILE
from quotepart.errors import OutlookError
from quotepart.outlook.scenario import Range, Scenario
from quotepart.outlook.scenario_file import LARGEST, read_scenario
from quotepart.pacts.departure import departure_terms

MEMBERS = ("SYL", "BOR", "KHE")


def read(path: Path, text: str = FILE) -> Scenario:
    file = path / "made_up.toml"
    file.write_text(text, encoding="utf-8")
    return read_scenario(file, members=MEMBERS, lines=("frigates",))


def test_a_scenario_is_read(tmp_path: Path) -> None:
    found = read(tmp_path)
    (line,), (threshold,) = found.lines, found.thresholds
    assert (found.id, found.starts, found.order_delay) == ("made_up", 2027, Range(low=1, high=2))
    assert line.number == Range(low=8, likely=10, high=14)
    assert (line.names["fr"], line.ramp, line.first_rate) == ("Frégates", Range(low=0, high=0), None)
    assert (threshold.need, threshold.has, threshold.worth) == (12, {"SYL": 4, "BOR": 9}, 1)


def test_all_faults_come_in_one_message(tmp_path: Path) -> None:
    faulty = (
        FILE.replace("invented = true", 'colour = "red"')
        .replace("number = [8, 10, 14]", "number = [14, 8]")
        .replace("rate = 5", "rate = 0\nfirst_rate = 7")
        .replace("SYL = 4", "XXX = 4")
        .replace("life = 10", "life = 1000")
        .replace("price = 100", 'price = "dear"')
    )
    with pytest.raises(OutlookError) as caught:
        read(tmp_path, faulty)
    said = str(caught.value)
    for expected in (
        "colour: is unknown; known here:", "source: is missing", "life: is 1000; expected a whole number from 1 to 60",
        "number: is no range", "rate: is 0 to 0; expected more than 0", "has.XXX: is no member of this pact",
        "price: is 'dear'; expected a number", "first_rate: is above the rate",
    ):  # fmt: skip
        assert expected in said
    assert "8 faults in this scenario" in said


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "strait"', 'id = "strait"\nworth = -1', "worth: is -1"),
        ("need = 12", "need = 0", "need: is 0"),
        ("BOR = 9", "BOR = -9", "has.BOR: is -9"),
        ("rate = 5", "rate = 0.01", "takes more than 100 years"),
        ("order_delay = [1, 2]", "order_delay = [1, 2]\ntogether = 2", "together: is 2"),
        ("order_delay = [1, 2]", 'order_delay = [1, 2]\nof = ["XXX"]', "“XXX” is no member"),
        ("critical = true", 'replaces = "canoes"', "“canoes” is no line of capability of this pact"),
        ('scope = "like_for_like"', 'scope = "all"', "“all” is unknown; expected one of like_for_like, to_requirement"),
    ],
)
def test_each_fault_says_where_it_is(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(OutlookError) as caught:
        read(tmp_path, FILE.replace(old, new))
    assert fault in str(caught.value)


def test_a_name_stands_once(tmp_path: Path) -> None:
    lines = FILE.split("[[thresholds]]")[0].split("[[lines]]")
    with pytest.raises(OutlookError, match="“frigates” stands twice"):
        read(tmp_path, lines[0] + "[[lines]]" + lines[1] + "[[lines]]" + lines[1])


def test_something_must_stand_in_it(tmp_path: Path) -> None:
    with pytest.raises(OutlookError, match="expected \\[\\[lines\\]\\], \\[\\[thresholds\\]\\] or both"):
        read(tmp_path, FILE.split("[[lines]]")[0])


def test_what_is_no_scenario_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutlookError, match="is no TOML") as caught:
        read(tmp_path, "title = ")
    assert "1 fault in this scenario:\n  - is no TOML" in str(caught.value), "what could not be read lacks no keys"
    with pytest.raises(OutlookError, match="1 fault in this scenario:\n  - is no TOML"):
        read(tmp_path, f"title = {'[' * 100_000}{']' * 100_000}")
    with pytest.raises(OutlookError) as caught:
        read(tmp_path, "invented = true")
    for missing in ("starts: is missing; expected a whole number", "scope: is missing; expected one of like_for_like"):
        assert str(caught.value).count(missing) == 1
    assert "unknown" not in str(caught.value)
    with pytest.raises(OutlookError, match="there is no such scenario"):
        read_scenario(tmp_path / "none.toml", members=MEMBERS)
    (tmp_path / "large.toml").write_text("#" * (LARGEST + 1), encoding="utf-8")
    with pytest.raises(OutlookError, match="at most 1,000,000 bytes"):
        read_scenario(tmp_path / "large.toml", members=MEMBERS)


@pytest.mark.parametrize("file", ["invented-quick.toml", "invented-slow.toml"])
def test_the_examples_that_come_along_can_be_read_and_are_marked_as_invented(root: Path, nato_pact, file: str) -> None:
    path = root / "examples" / "scenarios" / file
    found = read_scenario(path, members=nato_pact.members, lines=departure_terms(nato_pact.folder).lines)
    assert found.is_invented
    assert path.read_text(encoding="utf-8").startswith("# INVENTED.")
