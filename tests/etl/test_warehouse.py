"""The warehouse's database: how much memory it may take, and where the rest goes."""

from pathlib import Path

import pytest

from etl.warehouse.warehouse import current, next_warehouse, open_for_reading

ASKED = "select current_setting('memory_limit'), current_setting('temp_directory')"


def test_loading_and_publishing_keep_to_2500_mib_and_put_the_rest_beside_the_warehouse(tmp_path: Path) -> None:
    with next_warehouse(tmp_path) as connection:
        assert connection.execute(ASKED).fetchall() == [("2.4 GiB", str(tmp_path / "spill"))]
    with open_for_reading(tmp_path) as connection:
        assert connection.execute(ASKED).fetchall() == [("2.4 GiB", str(tmp_path / "spill"))]


def test_what_was_put_aside_for_want_of_memory_is_gone_after_a_load(tmp_path: Path) -> None:
    with next_warehouse(tmp_path) as connection:
        connection.execute("set memory_limit = '24MiB'")
        connection.execute("create temp table large as select md5(n::varchar) as text from range(2_000_000) many(n)")
        assert list((tmp_path / "spill").iterdir())
    assert not (tmp_path / "spill").exists()


def test_a_load_that_fails_leaves_the_present_warehouse(tmp_path: Path) -> None:
    with next_warehouse(tmp_path):
        pass
    before = current(tmp_path)
    with pytest.raises(ZeroDivisionError), next_warehouse(tmp_path):
        raise ZeroDivisionError
    assert current(tmp_path) == before
