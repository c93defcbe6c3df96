"""Open data: the protected totals of a campaign as CSV, Parquet and JSON, with a dictionary of their columns."""

import json
import tomllib
from pathlib import Path

import duckdb
import pandas as pd

from dashboard.csv_file import csv_text
from dashboard.snapshot import Snapshot

_DICTIONARY = Path(__file__).with_name("dictionary.toml")


def export(snapshot: Snapshot, campaign_id: str, out: Path) -> list[Path]:
    """Write every table of the dictionary in three formats, and the dictionary itself; says what was written.

    snapshot: a protected one. Of tables that hold several campaigns only this campaign's rows are written.
    """
    out.mkdir(parents=True, exist_ok=True)
    dictionary: dict[str, dict[str, str]] = tomllib.loads(_DICTIONARY.read_text(encoding="utf-8"))
    written = [path for name in dictionary for path in _table(snapshot, campaign_id, name, dictionary[name], out)]
    about = snapshot.table("snapshot").iloc[0]
    described = {
        "campaign_id": campaign_id,
        "snapshot_id": str(about["snapshot_id"]),
        "content_sha256": str(about["content_sha256"]),
        "built_at": snapshot.built_at.isoformat(),
        "tables": dictionary,
    }
    path = out / "dictionary.json"
    path.write_text(json.dumps(described, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return [*written, path]


def _table(snapshot: Snapshot, campaign_id: str, name: str, columns: dict[str, str], out: Path) -> list[Path]:
    rows = snapshot.table(name)
    if "campaign_id" in rows:
        rows = rows[rows["campaign_id"] == campaign_id]
    names = [column for column in columns if column != "about"]
    rows = rows[names].sort_values(names, ignore_index=True, na_position="first")
    paths = [out / f"{name}.{ending}" for ending in ("parquet", "csv", "json")]
    duckdb.from_df(rows).write_parquet(str(paths[0]))
    dated = _with_days_as_text(rows)
    paths[1].write_text(csv_text(dated), encoding="utf-8", newline="")
    paths[2].write_text(dated.to_json(orient="records", force_ascii=False, indent=1) + "\n", encoding="utf-8")
    return paths


def _with_days_as_text(rows: pd.DataFrame) -> pd.DataFrame:
    days = {name: rows[name].dt.strftime("%Y-%m-%d") for name in rows.columns if rows[name].dtype.kind == "M"}
    return rows.assign(**days)
