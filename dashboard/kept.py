"""The last answers of one snapshot. It never changes, and readers ask it much the same things."""

import threading
from collections import OrderedDict
from collections.abc import Hashable

import pandas as pd

_MOST_ANSWERS = 300
_MOST_ROWS = 2_000  # a longer answer is asked for seldom, as a file


class KeptAnswers:
    """Frames by what was asked, the ones asked for least recently given up first. Safe to use from many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._frames: OrderedDict[Hashable, pd.DataFrame] = OrderedDict()

    def find(self, asked: Hashable) -> pd.DataFrame | None:
        """The answer, if it was kept. Whoever changes it changes a copy: pandas copies what is written to."""
        with self._lock:
            if asked not in self._frames:
                return None
            self._frames.move_to_end(asked)
            return self._frames[asked].copy(deep=False)

    def keep(self, asked: Hashable, frame: pd.DataFrame) -> None:
        """Keep an answer that is not too long."""
        if len(frame) > _MOST_ROWS:
            return
        with self._lock:
            self._frames[asked] = frame.copy(deep=False)
            while len(self._frames) > _MOST_ANSWERS:
                self._frames.popitem(last=False)
