"""The dossier as one JSON value: the records and findings in their wire form, with boards and series beside them."""

from __future__ import annotations

import json
from typing import Any

from quotepart.dossier.dossier import Board, Checked, Dossier, Series
from quotepart.model.amount import Interval
from quotepart.model.wire import check_as_json, number

Json = dict[str, Any]


def build_data(dossier: Dossier) -> str:
    """Return the dossier as JSON text; it says the same in every language but for sentences that findings already hold."""
    return json.dumps(dossier_as_json(dossier), ensure_ascii=False, indent=1) + "\n"


def dossier_as_json(dossier: Dossier) -> Json:
    """Return the dossier as one JSON object: ``documents`` are what ``check --json`` prints, each with its text and series."""
    return {
        "pact": dossier.pact,
        "made_on": dossier.made_on.isoformat(),
        "known_on": dossier.known_on.isoformat(),
        "documents": [_document(checked) for checked in dossier.checked],
        "boards": [_board(board) for board in dossier.boards],
        "unread": [{"id": each.id, "message": each.message} for each in dossier.unread],
    }


def _document(checked: Checked) -> Json:
    document = checked.document
    checks = check_as_json(checked.record, document.text, checked.findings)
    return {**checks, "text": document.text, "series": {id: _series(series) for id, series in checked.series.items()}}


def _series(series: Series) -> Json:
    years = series.claim_years
    return {
        "shape": series.shape,
        "label": series.label,
        "unit": series.unit,
        "edition": series.edition,
        "source": series.source,
        "base_year": series.base_year,
        "base_value": number(series.base_value),
        "target": number(series.target),
        "claim": {
            "text": series.claim_text,
            **_interval(series.claim),
            "from": years and years[0],
            "to": years and years[1],
        },
        "points": [{"year": p.year, "value": number(p.value), "status": p.status} for p in series.points],
    }


def _interval(interval: Interval | None) -> Json:
    return {"low": number(interval.low), "high": number(interval.high)} if interval else {"low": None, "high": None}


def _board(board: Board) -> Json:
    return {
        "title": board.title,
        "made_on": board.made_on,
        "wording": board.wording,
        "strength": board.strength,
        "threshold": number(board.threshold),
        "unit": board.unit,
        "deadline": board.deadline,
        "edition": board.edition,
        "source": board.source,
        "standings": [
            {"member": s.member, "state": s.state, "value": number(s.value), "year": s.year, "note": s.note}
            for s in board.standings
        ],
    }
