import json

from quotepart.dossier.data import build_data, dossier_as_json
from quotepart.model.wire import check_as_json


def test_documents_are_in_their_wire_form_with_text_and_series(sample):
    data = json.loads(build_data(sample.dossier(unread=[("x", "m")])))
    checked = sample.french_checked()
    first = data["documents"][0]
    wire = json.loads(json.dumps(check_as_json(checked.record, checked.document.text, checked.findings)))
    assert {key: first[key] for key in wire} == wire
    assert first["text"] == checked.document.text
    assert data["unread"] == [{"id": "x", "message": "m"}] and data["made_on"] == "2026-07-20"


def test_series_and_boards_are_plain_numbers(sample):
    data = dossier_as_json(sample.dossier())
    series = data["documents"][0]["series"]["a1"]
    assert series["claim"] == {
        "text": "41 milliards de dollars", "low": 40500000000, "high": 41500000000, "from": 2017, "to": 2018,
    }  # fmt: skip
    assert series["points"][-1] == {"year": 2018, "value": 292200000000, "status": "estimate"}
    assert data["documents"][1]["series"]["b1"]["base_year"] is None
    assert data["boards"][0]["standings"][-1] == {
        "member": "SAN", "state": "not_measurable", "value": None, "year": None, "note": "",
    }  # fmt: skip


def test_a_series_without_a_claim(sample):
    from dataclasses import replace

    checked = sample.english_checked()
    bare = replace(checked, series={"b1": replace(sample.count_series(), claim=None, claim_years=None)})
    claim = dossier_as_json(sample.dossier(documents=[bare]))["documents"][0]["series"]["b1"]["claim"]
    assert (claim["low"], claim["from"]) == (None, None)
