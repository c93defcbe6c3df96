"""The measures of the benchmark, by hand."""

import pytest

from bench.resolve import macro_f1, shares


def test_an_answer_left_open_is_counted_apart_from_a_wrong_one() -> None:
    found = shares([("DE", "DE"), ("DE", "DE"), ("DE", ""), ("", ""), ("FR", "DE")])
    assert (found.exact, found.wrong, found.unknown) == (0.6, 0.2, 0.2)


def test_macro_f1_weighs_every_type_alike() -> None:
    # company: precision 2/3, recall 1, F1 0.8; ngo: precision 1, recall 1/2, F1 2/3
    pairs = [("company", "company"), ("company", "company"), ("ngo", "ngo"), ("ngo", "company")]
    assert macro_f1(pairs) == pytest.approx((0.8 + 2 / 3) / 2)
