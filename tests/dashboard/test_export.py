"""Open data: the protected totals in three formats that hold the same rows, and a dictionary of all their columns."""

import json
import sys
from pathlib import Path
from unittest.mock import patch

import duckdb
import pandas as pd
import pytest

from dashboard.__main__ import main
from tests.dashboard.report_campaign import ID, published


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    published(tmp_path / "data" / "published")
    words = ["campaign-dashboard", "export", "--data-dir", str(tmp_path / "data"), "--out", str(tmp_path / "open")]
    with patch.object(sys, "argv", words), pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 0
    return tmp_path / "open"


def test_the_three_formats_hold_the_same_protected_rows(exported: Path) -> None:
    """28 days of 30 and France's 40; the seven of Malta are hidden."""
    text = pd.read_csv(exported / "signature_daily.csv")
    document = pd.read_json(exported / "signature_daily.json", dtype={"day": str})
    parquet = duckdb.read_parquet(str(exported / "signature_daily.parquet")).df()
    for rows in (text, document, parquet):
        assert rows.groupby("country")["signatures"].sum().to_dict() == {"DE": 840, "FR": 40}
    assert text["day"].tolist() == document["day"].astype(str).str[:10].tolist()
    assert text["day"].tolist() == parquet["day"].dt.strftime("%Y-%m-%d").tolist()


def test_the_dictionary_explains_every_column_of_every_file(exported: Path) -> None:
    dictionary = json.loads((exported / "dictionary.json").read_text(encoding="utf-8"))
    assert dictionary["snapshot_id"] == ID
    assert {path.stem for path in exported.glob("*.csv")} == set(dictionary["tables"])
    for name, columns in dictionary["tables"].items():
        assert ["about", *pd.read_csv(exported / f"{name}.csv").columns] == list(columns)
        assert all(columns.values())
