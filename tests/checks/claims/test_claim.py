from __future__ import annotations


def test_money_is_what_has_a_currency(make) -> None:
    assert make("x", "5", "EUR").is_money
    assert not make("x", "5", "percent").is_money
    assert make("x", "5", "percent").unit == "percent"
