"""A quote's confidence says how often such quotes are right, also in reports that its weights were not fitted to."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gold.calibrating import rightness
from gold.scoring import HALVES, REPORTS, read_reports
from quotepart.extraction.extractor import build_extractor
from quotepart.model.pact import Pact

EDGES = (0.0, 0.5, 0.7, 0.85, 0.93, 1.0)
TOLERANCE, UNSEEN = 0.09, 0.12  # the second for the small sets that no weight was fitted to


@pytest.mark.parametrize("half", HALVES)
def test_confidence_is_the_share_that_is_right(half: str, nato_pact: Pact) -> None:
    rated = [
        (quote["confidence"], is_right)
        for quote, is_right in rightness(list(read_reports(REPORTS / half, build_extractor(nato_pact))))
    ]
    off = 0.0
    for low, high in pairwise(EDGES):
        here = [(confidence, is_right) for confidence, is_right in rated if low <= confidence < high]
        off += abs(sum(confidence - is_right for confidence, is_right in here))
    assert off / len(rated) <= (UNSEEN if half.endswith("/unseen") else TOLERANCE)
    sure = [is_right for confidence, is_right in rated if confidence >= EDGES[-2]]
    rest = [is_right for confidence, is_right in rated if confidence < EDGES[-2]]
    assert sum(sure) / len(sure) > sum(rest) / len(rest)
