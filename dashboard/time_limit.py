"""A limit to the time that each statement may take. One thread looks after all that run, and ends when none does."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

import duckdb

_LOOK_SECONDS = 1


class TimeLimit:
    """Statements that run longer than so many seconds, and up to one more, are interrupted. Safe to use from many
    threads."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._until: dict[duckdb.DuckDBPyConnection, float] = {}
        self._is_looking = False

    @contextmanager
    def on(self, cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
        """What a cursor runs within this raises duckdb.InterruptException when it has run for too long."""
        with self._lock:
            self._until[cursor] = monotonic() + self._seconds
            if not self._is_looking:
                self._is_looking = True
                threading.Thread(target=self._look, daemon=True).start()
        try:
            yield
        finally:
            with self._lock:
                del self._until[cursor]

    def _look(self) -> None:
        while True:
            sleep(_LOOK_SECONDS)
            with self._lock:
                for cursor, until in self._until.items():
                    if until < monotonic():
                        cursor.interrupt()
                if not self._until:
                    self._is_looking = False
                    return
