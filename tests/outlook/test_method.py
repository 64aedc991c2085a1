from __future__ import annotations

import numpy as np

from quotepart.outlook.method import stream


def test_a_stream_depends_on_seed_and_name_only() -> None:
    def first(seed: int, name: str) -> list[float]:
        return [float(each) for each in stream(seed, name).normal(size=3)]

    assert first(1, "SYL") == first(1, "SYL")
    assert first(1, "SYL") != first(2, "SYL")
    assert first(1, "SYL") != first(1, "BOR")


def test_streams_are_independent() -> None:
    one, other = stream(1, "SYL").normal(size=20_000), stream(1, "BOR").normal(size=20_000)
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.03
