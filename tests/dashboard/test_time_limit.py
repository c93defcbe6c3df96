"""No statement keeps a reader waiting for ever."""

import duckdb
import pytest

from dashboard.time_limit import TimeLimit

_FOR_EVER = "select count(*) from range(1_000_000_000_000) as a(n) where n % 7 = hash(n) % 7"


def test_a_statement_that_takes_too_long_is_interrupted_and_no_other() -> None:
    limit = TimeLimit(seconds=0.1)
    with duckdb.connect() as slow, duckdb.connect() as quick:
        with limit.on(quick):
            assert quick.execute("select 42").fetchall() == [(42,)]
        with limit.on(slow), pytest.raises(duckdb.InterruptException):
            slow.execute(_FOR_EVER)
        assert quick.execute("select 43").fetchall() == [(43,)]


def test_the_limit_holds_again_after_a_pause() -> None:
    limit = TimeLimit(seconds=0.1)
    with duckdb.connect() as slow:
        for _ in range(2):
            with limit.on(slow), pytest.raises(duckdb.InterruptException):
                slow.execute(_FOR_EVER)
