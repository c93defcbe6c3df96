"""What taking something out would change: every published total before and after, before anything is switched."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from etl.data_dir import DataDir
from etl.publish.snapshot import build_totals
from etl.warehouse.warehouse import current, open_database


@dataclass(frozen=True)
class ChangedTotal:
    """One total that would be another one."""

    campaign_id: str
    total: str
    before: int
    after: int


def changed_totals(data_dir: DataDir, next_warehouse: Path) -> list[ChangedTotal]:
    """The totals that differ between the present warehouse and the next one, both as they would be published."""
    before = _totals(data_dir, current(data_dir.warehouse))
    after = _totals(data_dir, next_warehouse)
    changes = [ChangedTotal(*key, before.get(key, 0), after.get(key, 0)) for key in {**before, **after}]
    return [change for change in changes if change.before != change.after]


def _totals(data_dir: DataDir, warehouse: Path | None) -> dict[tuple[str, str], int]:
    query = files("etl.publish").joinpath("totals_of_snapshot.sql").read_text(encoding="utf-8")
    with TemporaryDirectory(dir=data_dir.warehouse) as folder, open_database(warehouse) as connection:
        build_totals(connection, Path(folder) / "preview.duckdb", data_dir)
        rows = connection.execute(query).fetchall()
    return {(campaign_id, total): amount for campaign_id, total, amount in rows}
