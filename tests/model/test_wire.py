from __future__ import annotations

import json
from decimal import Decimal

import pytest

from quotepart.model.amount import Amount, Interval
from quotepart.model.dates import Dating, Period
from quotepart.model.document import Document
from quotepart.model.entry import Figure, MeetingMention, PledgeMention, Quote, Record, Speaker
from quotepart.model.finding import Finding, Input, Now, Reading
from quotepart.model.span import Span
from quotepart.model.wire import check_as_json, fields_as_json, finding_as_json, number, placed_in_file, record_as_json

TEXT = "« Oui », dit Mme Sporsz. Entre 2 et 3 % du PIB."
QUOTE = Quote(span=Span(2, 5), kind="direct", speaker=Speaker(name="Mme Sporsz", mention=Span(13, 23)), act="assert")
FIGURE = Figure(
    span=Span(25, 46),
    amount=Amount(value=Decimal(2), high=Decimal("3"), unit="percent_of_gdp", qualifier="between"),
    reach=Interval(Decimal(2), None),
    kind="level",
    metric="defence_expenditure",
    period=Period("2024", None),
)
RECORD = Record(
    document_id="a.txt",
    sha256="0",
    lang="fr",
    published=Dating(date="2018-07", how="inferred", evidence=("who held office",)),
    quotes=(QUOTE, Quote(span=Span(2, 5), kind="direct")),
    figures=(FIGURE,),
    pledges=(PledgeMention(span=Span(25, 46), who=("SYL",), metric="m", status="promised", target=Decimal("2.5")),),
    meetings=(MeetingMention(span=Span(2, 5), kind="summit"),),
    furniture=(Span(0, 1),),
)
READING = Reading(
    label="l", weight=0.7, measure="m", group="SYL", start="2017", end="2018", basis="constant", known_on="2018-07-12",
    edition=None, edition_is="own", unit="USD", result="no_data",
    inputs=(
        Input(member="SYL", year=2016, indicator="i", value=Decimal("1.50"), unit="USD", basis="current", status="final",
              edition="e", source="s"),
    ),
)  # fmt: skip
FINDING = Finding(
    id="1", claim="2 %", span=Span(25, 46), verdict="depends", basis="b", readings=(READING,),
    now=Now(verdict="close", edition="e", value=Decimal("4.24e10"), basis="n"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "written"), [("2.00", "2"), ("4.1e10", "41000000000"), ("2.06", "2.06"), ("-0.5", "-0.5"), ("0", "0")]
)
def test_a_number_is_written_as_a_plain_decimal(value: str, written: str) -> None:
    assert json.dumps(number(Decimal(value))) == written


def test_no_number_is_null() -> None:
    assert number(None) is None


def test_every_entry_holds_its_text() -> None:
    shown = record_as_json(RECORD, TEXT)
    for layer in ("quotes", "figures", "pledges", "meetings"):
        for entry in shown[layer]:
            assert TEXT[entry["start"] : entry["end"]] == entry["text"]


def test_a_record_has_the_agreed_fields() -> None:
    shown = record_as_json(RECORD, TEXT)
    assert list(shown) == [
        "id", "lang", "title", "sha256", "published", "quotes", "figures", "pledges", "meetings", "topics",
        "boilerplate", "notes",
    ]  # fmt: skip
    assert shown["published"] == {
        "date": "2018-07", "precision": "month", "how": "inferred", "start": None, "end": None, "evidence": ["who held office"],
    }  # fmt: skip
    assert shown["boilerplate"] == [{"start": 0, "end": 1}]


def test_a_range_is_two_numbers_and_an_open_side_null() -> None:
    (figure,) = record_as_json(RECORD, TEXT)["figures"]
    assert figure["value"] == [2, 3]
    assert (figure["low"], figure["high"]) == (2, None)
    assert figure["period"] == {"from": "2024", "to": None}


def test_a_quote_without_a_speaker_says_null() -> None:
    known, unknown = record_as_json(RECORD, TEXT)["quotes"]
    assert (known["speaker"], known["speaker_start"], known["speaker_end"]) == ("Mme Sporsz", 13, 23)
    assert (unknown["speaker"], unknown["speaker_start"]) == (None, None)


def test_a_finding_carries_its_working() -> None:
    shown = finding_as_json(FINDING)
    (reading,) = shown["readings"]
    assert (reading["from"], reading["to"], reading["value"]) == ("2017", "2018", None)
    assert reading["inputs"][0]["value"] == 1.5
    assert shown["now"]["value"] == 42_400_000_000
    assert (shown["start"], shown["end"]) == (25, 46)


def test_a_check_is_a_record_with_its_findings() -> None:
    shown = check_as_json(RECORD, TEXT, [FINDING])
    assert shown["findings"][0]["verdict"] == "depends"
    assert {key: value for key, value in shown.items() if key != "findings"} == record_as_json(RECORD, TEXT)
    json.dumps(shown, allow_nan=False)


def test_only_a_dataclass_has_fields() -> None:
    with pytest.raises(TypeError):
        fields_as_json("text")


def test_places_of_a_marked_up_document_are_those_in_its_file() -> None:
    source = "<p>" + TEXT[:13] + "<b>" + TEXT[13:] + "</b></p>"
    document = Document(id="a.html", text=TEXT, sha256="0", places=((0, 3), (13, 19)))
    shown = placed_in_file(check_as_json(RECORD, TEXT, [FINDING]), document)
    quote, figure, finding = shown["quotes"][0], shown["figures"][0], shown["findings"][0]
    assert source[quote["start"] : quote["end"]] == quote["text"] == "Oui"
    assert source[quote["speaker_start"] : quote["speaker_end"]] == "Mme Sporsz"
    assert source[figure["start"] : figure["end"]] == figure["text"]
    assert (finding["start"], finding["end"]) == (figure["start"], figure["end"])


def test_plain_text_is_its_own_file() -> None:
    shown = record_as_json(RECORD, TEXT)
    assert placed_in_file(shown, Document(id="a.txt", text=TEXT, sha256="0")) is shown
