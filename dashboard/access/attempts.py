"""How often somebody tried to sign in of late. Each server process counts for itself, in bounded memory."""

from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock
from time import monotonic

_MOST_KEYS = 10_000


class Attempts:
    """At most so many attempts of one key within so many seconds; the keys unused for longest are forgotten first."""

    def __init__(self, most: int, within_seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._most, self._within, self._clock = most, within_seconds, clock
        self._lock = Lock()
        self._moments: OrderedDict[str, deque[float]] = OrderedDict()

    def seconds_to_wait(self, key: str) -> int:
        """Count an attempt and give 0; where there were too many, count none and give the seconds to wait."""
        now = self._clock()
        with self._lock:
            moments = self._moments.setdefault(key, deque())
            self._moments.move_to_end(key)
            while moments and moments[0] <= now - self._within:
                moments.popleft()
            if len(moments) >= self._most:
                return int(moments[0] + self._within - now) + 1
            moments.append(now)
            while len(self._moments) > _MOST_KEYS:
                self._moments.popitem(last=False)
        return 0

    def forget(self, key: str) -> None:
        """Start anew: the attempt was good."""
        with self._lock:
            self._moments.pop(key, None)
