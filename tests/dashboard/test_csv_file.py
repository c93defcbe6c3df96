"""A downloaded table: what a spreadsheet may not run, and what it must read."""

import pandas as pd
import pytest

from dashboard.csv_file import csv_file


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(start: str) -> None:
    text = csv_file(pd.DataFrame({"institution": [f"{start}HYPERLINK(1)"]}))
    assert f"'{start}HYPERLINK(1)" in text


def test_a_text_with_an_apostrophe_of_its_own_keeps_it_behind_another() -> None:
    text = csv_file(pd.DataFrame({"institution": ["'=1", "'s Gravenhage"]}))
    assert text.splitlines()[1:] == ["''=1", "'s Gravenhage"]


def test_numbers_keep_their_sign() -> None:
    text = csv_file(pd.DataFrame({"signatures": [-5, 3], "share": [-0.5, None]}))
    assert text.splitlines()[1:] == ["-5,-0.5", "3,"]


def test_headings_are_those_of_the_table_and_spreadsheets_read_the_letters() -> None:
    text = csv_file(pd.DataFrame({"name": ["Česko"], "per_million": [1.5], "iso2": ["CZ"]}))
    assert text == "\ufeffCountry,Per million,iso2\r\nČesko,1.5,CZ\r\n"


def test_days_are_written_as_days() -> None:
    assert "2026-03-02\r\n" in csv_file(pd.DataFrame({"day": pd.to_datetime(["2026-03-02"])}))
